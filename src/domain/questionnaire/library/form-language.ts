/** Which of a form's languages a reader of this app gets: a column says `Vietnamese (vi)`, the app says `vi`. */

const codeOf = (language: string): string => /\(([A-Za-z-]+)\)\s*$/.exec(language)?.[1]?.toLowerCase() ?? ''

const NAMES: Readonly<Record<string, readonly string[]>> = {
  vi: ['vi', 'vietnamese', 'tiếng việt'],
  en: ['en', 'english', 'tiếng anh'],
}

/** The form's own name of the app's language, or the form's default. Rule LIB-7. */
export function formLanguage(languages: readonly string[], wanted: string, otherwise: string): string {
  const names = NAMES[wanted] ?? [wanted]
  const fits = (language: string) => codeOf(language) === wanted || names.includes(language.trim().toLowerCase())
  return languages.find(fits) ?? otherwise
}
