/**
 * Whether a password is among those that are tried first: common words and walks over the keyboard, one after another,
 * with figures and signs around them and the usual figures for letters; a date or a telephone number; one pattern
 * again and again. It asks for no kind of character: a sentence of one's own passes whatever it is made of (END-96).
 */
import { bareWord } from '#domain/access/password-policy.ts'
import { COMMON_WORDS } from './common-words.ts'

/** Figures alone this short are a date, a telephone number or an identity card. */
const LONGEST_NUMBER = 14
const LEAST_CHARACTERS = 5
const LONGEST_PATTERN = 4

const LETTER_OF: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' }
const letters = (text: string): string =>
  bareWord(text.replaceAll('@', 'a').replaceAll('$', 's')).replaceAll(/[013457]/g, (figure) => LETTER_OF[figure] ?? '')

/** Whether the text is nothing but common words, one after another. */
function isMadeOfWords(text: string): boolean {
  const reached = new Set([0])
  for (let from = 0; from < text.length; from++) {
    if (!reached.has(from)) continue
    for (let to = from + 1; to <= text.length; to++) if (COMMON_WORDS.has(text.slice(from, to))) reached.add(to)
  }
  return reached.has(text.length)
}

/** `abab…`, `123123…`: a pattern of a few characters again and again. */
const isRepetition = (text: string): boolean =>
  Array.from({ length: LONGEST_PATTERN }, (_, i) => text.slice(0, i + 1)).some(
    (pattern) =>
      pattern !== '' &&
      text.startsWith(pattern.repeat(Math.floor(text.length / pattern.length))) &&
      text.length >= 2 * pattern.length,
  )

/** Each character the one after, or before, the last one. */
const isStaircase = (text: string): boolean =>
  [1, -1].some((step) =>
    Array.from(text).every((_, i) => i === 0 || text.charCodeAt(i) - text.charCodeAt(i - 1) === step),
  )

/** Another script: its words are not in the list, so that it is judged by its length and as a pattern alone. */
const isForeign = (password: string): boolean => /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(password)

export function isCommonPassword(password: string): boolean {
  if (isForeign(password)) return isRepetition(password)
  const bare = bareWord(password)
  if (new Set(bare).size < LEAST_CHARACTERS) return true
  if (/^\d+$/.test(bare) && bare.length <= LONGEST_NUMBER) return true
  if (isRepetition(bare) || isStaircase(bare)) return true
  const inner = password.replaceAll(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '')
  const words = [letters(password), letters(inner), bare.replaceAll(/\d+/g, '')]
  return words.some((word) => word !== '' && isMadeOfWords(word))
}
