// The files with the words. Vietnamese words of the frame and of every failure come with the first script, so that even
// a broken start can say what happened; everything else is a chunk of its own, fetched when a screen asks for it.
import commonWords from '#locales/vi/common.json' with { type: 'json' }
import navigationWords from '#locales/vi/navigation.json' with { type: 'json' }
import problemWords from '#locales/vi/problems.json' with { type: 'json' }

export type Words = { readonly [key: string]: string | Words }

export const languages = ['vi', 'en'] as const
export const sourceLanguage = 'vi'

/** Namespaces that every screen may use without waiting. */
export const frameNamespaces = ['common', 'navigation', 'problems'] as const

export const wordsAtHand: Readonly<Record<string, Words>> = {
  common: commonWords,
  navigation: navigationWords,
  problems: problemWords,
}

const lazyFiles = import.meta.glob<Words>(
  [
    '/locales/*/*.json',
    '!/locales/vi/common.json',
    '!/locales/vi/navigation.json',
    '!/locales/vi/problems.json',
    '!/locales/*/rescue.json',
  ],
  { import: 'default' },
)

/** Words of a namespace, or undefined where no such file exists. Rejects when the file cannot be fetched. */
export async function readWords(language: string, namespace: string): Promise<Words | undefined> {
  const atHand = language === sourceLanguage ? wordsAtHand[namespace] : undefined
  return atHand ?? (await lazyFiles[`/locales/${language}/${namespace}.json`]?.())
}
