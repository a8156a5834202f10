/**
 * Finds questions of an instrument by what a person types on a phone: without tone marks, in any order of the words, by
 * clause too. All folding is done once for an instrument and language, not at every key stroke.
 */
import { searchKey } from '#domain/kernel/search-key.ts'
import type { Instrument, LocalText, Question } from './instrument.ts'

interface Folded {
  readonly question: Question
  /** What is asked, with the title of its section and its clause. */
  readonly asked: string
  /** Why, and what counts as evidence. */
  readonly help: string
}

type Language = keyof LocalText

const known = new WeakMap<Instrument, Map<Language, readonly Folded[]>>()

function fold({ questions, sections }: Instrument, language: Language): readonly Folded[] {
  const titles = new Map(sections.map(({ id, title }) => [id, title[language]]))
  return questions.map((question) => ({
    question,
    asked: ` ${searchKey([question.clause ?? '', question.text[language], titles.get(question.section) ?? ''].join(' '))}`,
    help: ` ${searchKey([question.why[language], question.evidence[language]].join(' '))}`,
  }))
}

function foldedOf(instrument: Instrument, language: Language): readonly Folded[] {
  const byLanguage = known.get(instrument) ?? new Map<Language, readonly Folded[]>()
  known.set(instrument, byLanguage)
  const folded = byLanguage.get(language) ?? fold(instrument, language)
  byLanguage.set(language, folded)
  return folded
}

/** Every word begins a word of the question; of nothing typed, all. Where none is asked so, the help is searched. Rule QST-7. */
export function findQuestions(instrument: Instrument, typed: string, language: Language): readonly Question[] {
  const words = searchKey(typed)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return instrument.questions
  const folded = foldedOf(instrument, language)
  const having = (place: 'asked' | 'help') =>
    folded.filter((one) => words.every((word) => one[place].includes(` ${word}`))).map(({ question }) => question)
  const asked = having('asked')
  return asked.length > 0 ? asked : having('help')
}
