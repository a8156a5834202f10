// Where every file with words lies that no cold start needs. A table of some sixty names that hardly compress: kept out of
// the first script and fetched once, with the first screen that wants words of its own.
import type { Words } from './locale-files.ts'

export const laterWords = import.meta.glob<Words>(
  [
    '/locales/*/*.json',
    '!/locales/vi/common.json',
    '!/locales/vi/navigation.json',
    '!/locales/vi/problems.json',
    '!/locales/vi/today.json',
    '!/locales/*/rescue.json',
  ],
  { import: 'default' },
)
