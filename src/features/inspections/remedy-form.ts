// A remedy report as it is typed: days as text.
import { writtenDate } from '#domain/kernel/local-date.ts'
import { type RemedyLine, type RemedyState, remedyStates } from '#domain/inspection/remedy-report.ts'

/** Types, not interfaces: they are kept as a draft, and a draft is JSON. */
export type LineText = { state: string; words: string; papers: string; doneOn: string; promisedOn: string }

export type RemedyForm = { lines: Record<string, LineText>; words: string }

export const emptyLine: LineText = { state: '', words: '', papers: '', doneOn: '', promisedOn: '' }

const stateOf = (text: string): RemedyState | null => remedyStates.find((state) => state === text) ?? null

const lineOf = ({ state, words, papers, doneOn, promisedOn }: LineText): RemedyLine => ({
  state: stateOf(state),
  words: words.trim(),
  papers: papers.trim(),
  doneOn: writtenDate(state === 'done' ? doneOn : ''),
  promisedOn: writtenDate(state === 'done' ? '' : promisedOn),
})

export const linesOf = ({ lines }: RemedyForm): Readonly<Record<string, RemedyLine>> =>
  Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, lineOf(line)]))
