/**
 * The checklist of one audit: an instrument, of it the clauses that were chosen, and behind them the questions that the
 * commune's own procedures call for. It is an instrument again, so everything that works on one works on it.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Instrument, Question } from '#domain/questionnaire/instrument.ts'
import { compareClauseNumbers } from '#domain/standard/clause.ts'
import type { LocalText } from '#domain/standard/local-text.ts'

/** A question of the commune's own, beside those of the instrument. */
export interface OwnItem {
  /** Without dots; answers name it like the id of a question. */
  readonly id: string
  /** Clause of the standard, or empty. */
  readonly clause: string
  /** The procedure or document it rests on. */
  readonly document: string
  readonly question: string
  readonly order: number
  /** `id@version#name` of the province's question it was taken from. */
  readonly origin?: string
}

/** What an own item and what it rests on are called in each language. */
export interface OwnItemWords {
  readonly question: LocalText
  readonly document: LocalText
}

export type WordsOfItem = (item: OwnItem) => OwnItemWords

const same = (text: string): LocalText => ({ vi: text, en: text })

/** Only as they were written down. */
const asWritten: WordsOfItem = ({ question, document }) => ({ question: same(question), document: same(document) })

/** Section of the commune's own questions. */
export const OWN_SECTION = 'own'

export interface ClauseChoice {
  /** Empty for questions outside the standard. */
  readonly clause: string
  readonly count: number
}

const clauseOf = ({ clause }: Pick<Question, 'clause'>): string => clause ?? ''

/** The clauses of an instrument with how many questions each has, in the order of the standard. Rule AUD-10. */
export function clauseChoices({ questions }: Pick<Instrument, 'questions'>): readonly ClauseChoice[] {
  const clauses = [...new Set(questions.map(clauseOf))]
  const inOrder = clauses.filter((clause) => clause !== '').sort(compareClauseNumbers)
  return [...inOrder, ...clauses.filter((clause) => clause === '')].map((clause) => ({
    clause,
    count: questions.filter((question) => clauseOf(question) === clause).length,
  }))
}

const byOrder = (a: OwnItem, b: OwnItem): number => a.order - b.order || (a.id < b.id ? -1 : 1)

/** Null for `clauses` means all of them; `wordsOf` is for readers (AUD-28). Rule AUD-10. */
export function auditChecklist(
  instrument: Instrument,
  clauses: readonly string[] | null,
  own: readonly OwnItem[],
  wordsOf: WordsOfItem = asWritten,
): Instrument {
  const chosen =
    clauses === null ? instrument.questions : instrument.questions.filter((q) => clauses.includes(clauseOf(q)))
  if (clauses === null && own.length === 0) return instrument
  const title = { vi: 'Theo quy trình của xã', en: 'By the commune’s own procedures' }
  const questions = [...chosen, ...[...own].sort(byOrder).map((item) => ownQuestion(item, wordsOf(item)))]
  const used = new Set(questions.map(({ section }) => section))
  const sections = [...instrument.sections, { id: OWN_SECTION, clause: null, title }]
  return { ...instrument, sections: sections.filter(({ id }) => used.has(id)), questions }
}

function ownQuestion({ id, clause }: OwnItem, { question, document }: OwnItemWords): Question {
  return {
    id,
    section: OWN_SECTION,
    clause: clause === '' ? null : clause,
    isKey: false,
    text: question,
    why: document,
    evidence: document,
  }
}

/** What an item is called: its id in the instrument, or `R1`, `R2` … for the commune's own. Rule AUD-11. */
export function itemLabel({ questions }: Pick<Instrument, 'questions'>, id: string): string {
  const own = questions.filter(({ section }) => section === OWN_SECTION)
  const at = own.findIndex((question) => question.id === id)
  return at < 0 ? id : `R${at + 1}`
}

/** An own item with its texts trimmed, or what it lacks. Rule AUD-11. */
export function checkOwnItem<I extends Pick<OwnItem, 'question' | 'document'>>(item: I): Result<I, Problem> {
  const [question, document] = [item.question.trim(), item.document.trim()]
  if (question === '') return err({ code: 'checklist.question-missing' })
  if (document === '') return err({ code: 'checklist.document-missing' })
  return ok({ ...item, question, document })
}

/** Refuses an audit that would ask nothing. Rule AUD-10. */
export const checkChecklist = (checklist: Pick<Instrument, 'questions'>): Result<true, Problem> =>
  checklist.questions.length === 0 ? err({ code: 'checklist.empty' }) : ok(true)
