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

/** The words of the first screen: a file of their own, without the way over the table of all others. */
const firstScreen = async (): Promise<Words> =>
  (await import('#locales/vi/today.json', { with: { type: 'json' } })).default

/** Words of a namespace, or undefined where no such file exists. Rejects when the file cannot be fetched. */
export async function readWords(language: string, namespace: string): Promise<Words | undefined> {
  const isSource = language === sourceLanguage
  const atHand = isSource ? wordsAtHand[namespace] : undefined
  if (atHand) return atHand
  if (isSource && namespace === 'today') return firstScreen()
  const { laterWords } = await import('./later-words.ts')
  return laterWords[`/locales/${language}/${namespace}.json`]?.()
}
