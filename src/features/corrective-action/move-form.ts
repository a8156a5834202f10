// What a move asks for, and its form as a draft. The rules are the domain's; here stands which fields a move shows and how
// the form becomes a move.
import type { CorrectiveView, NewMove } from '#data/contract/corrective-contract.ts'
import { type Move, type MoveName, moveProblems } from '#domain/corrective-action/move.ts'
import { dayPassed, type Promised, promiseProblem } from '#domain/corrective-action/promise.ts'
import { type RequestContent, requestProblems } from '#domain/corrective-action/request.ts'
import { formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { dayOfGrade } from '#features/corrective-draft.ts'

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
export type MoveForm = {
  words: string
  whys: string[]
  correction: string
  action: string
  responsible: string
  dueOn: string
  /** `yes`, `no`, or empty while nobody chose. */
  isEffective: string
  officialNumber: string
  /** Id of the request in which this one ends as a double; drafts of before have none. */
  double?: string
  /** Of the request that goes on instead. */
  description: string
  nextDueOn: string
}

export const MOST_WHYS = 5

export type MoveField =
  | 'analysis'
  | 'isEffective'
  | 'words'
  | 'dueOn'
  | 'officialNumber'
  | 'evidence'
  | 'successor'
  | 'double'

const fieldsByMove: Readonly<Record<MoveName, readonly MoveField[]>> = {
  'start-analysis': [],
  'submit-analysis': ['analysis', 'dueOn'],
  'return-analysis': ['words'],
  approve: ['words'],
  extend: ['words', 'dueOn'],
  'report-done': ['words', 'evidence'],
  accept: ['words', 'evidence'],
  reject: ['words', 'dueOn', 'evidence'],
  'carry-over': ['words', 'evidence', 'successor'],
  'check-effect': ['isEffective', 'words', 'evidence'],
  'end-double': ['double', 'words'],
  register: ['officialNumber'],
}

/** The day that the one in the form runs past, so that it needs a reason. Rule CA-27. */
export const passedDay = (name: MoveName, { dueOn }: Pick<MoveForm, 'dueOn'>, view: CorrectiveView): LocalDate | null =>
  dayPassed({ name, dueOn: writtenDate(dueOn) }, promisedOf(view))

/** What the request says of its days. */
export const promisedOf = ({ grade, issuedOn, dueOn, inspection }: CorrectiveView): Promised => ({
  grade,
  issuedOn,
  dueOn: dueOn?.date ?? null,
  inspection,
})

export function fieldsOf(name: MoveName, form: MoveForm, view: CorrectiveView): readonly MoveField[] {
  if (name === 'check-effect' && form.isEffective === 'no') return [...fieldsByMove[name], 'successor']
  return passedDay(name, form, view) === null ? fieldsByMove[name] : [...fieldsByMove[name], 'words']
}

/** What was returned is begun with what it said; a day that is still to come is offered again. */
export function emptyMove(name: MoveName, view: CorrectiveView, today: LocalDate): MoveForm {
  const { analysis, dueOn } = view.course
  const isAnalysis = name === 'submit-analysis'
  const isDayKept = dueOn !== null && dueOn >= today && (isAnalysis || name === 'reject')
  const whys = isAnalysis ? (analysis?.whys ?? []) : []
  return {
    words: isAnalysis ? (analysis?.words ?? '') : '',
    whys: Array.from({ length: MOST_WHYS }, (_, index) => whys[index] ?? ''),
    correction: isAnalysis ? (analysis?.correction ?? '') : '',
    action: isAnalysis ? (analysis?.action ?? '') : '',
    responsible: isAnalysis ? (analysis?.responsible ?? '') : '',
    dueOn: isDayKept ? formatLocalDate(dueOn) : '',
    isEffective: '',
    officialNumber: '',
    double: '',
    description: view.description,
    nextDueOn: dayOfGrade(view.grade ?? 'minor', today),
  }
}

const successorOf = (form: MoveForm, { id, unit, ...view }: CorrectiveView): RequestContent => ({
  unit,
  source: 'carried-over',
  of: id,
  grade: view.grade,
  clause: view.clause,
  department: view.department,
  description: form.description,
  requirement: view.requirement,
  evidence: view.evidence,
  dueOn: writtenDate(form.nextDueOn),
  inspection: view.inspection,
})

/** Only what the move asks for: what was typed into a field that is gone is left out. */
export function moveOfForm(name: MoveName, form: MoveForm, view: CorrectiveView, id: string): NewMove {
  const asked = fieldsOf(name, form, view)
  const analysis = { whys: form.whys, correction: form.correction, action: form.action, responsible: form.responsible }
  return {
    name,
    id,
    ...(asked.includes('analysis') && analysis),
    ...(asked.includes('words') && { words: form.words }),
    ...(asked.includes('dueOn') && { dueOn: writtenDate(form.dueOn) }),
    ...(asked.includes('isEffective') && form.isEffective !== '' && { isEffective: form.isEffective === 'yes' }),
    ...(asked.includes('officialNumber') && { officialNumber: form.officialNumber }),
    ...(asked.includes('double') && { next: form.double || null }),
    ...(asked.includes('successor') && { successor: successorOf(form, view) }),
  }
}

const nothing = { words: '', whys: [], correction: '', action: '', responsible: '', dueOn: null, officialNumber: '' }

/** Everything the form lacks, in its order. */
export function formProblems(move: NewMove, view: CorrectiveView, today: LocalDate): readonly Problem[] {
  const { successor, ...said } = move
  const whole: Move = {
    isEffective: null,
    ...nothing,
    ...said,
    id: '',
    at: 0,
    on: today,
    by: '',
    next: successor ? 'next' : (said.next ?? null),
  }
  const late = promiseProblem(whole, promisedOf(view))
  return [
    ...moveProblems(whole, view.course.dueOn),
    ...(late ? [late] : []),
    ...(successor ? requestProblems(successor, today) : []),
  ]
}

/** The former analysis was sent back with these words, or none was. */
export const returnedWith = ({ course: { taken } }: CorrectiveView): string => {
  const last = taken.at(-1)
  return last?.name === 'return-analysis' ? last.words : ''
}
