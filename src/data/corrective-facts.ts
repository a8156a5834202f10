/**
 * What a commune's summary keeps of corrective actions: enough to know which findings are closed (DEC-2), and no words.
 * A move asks only whether something was written, so the first letter of it stands for the whole.
 */
import { fieldValue, type Registers } from '#domain/change/entity-state.ts'
import { type Course, courseOf } from '#domain/corrective-action/course.ts'
import { isAside, storedKeptAside } from '#domain/corrective-action/kept-aside.ts'
import type { MoveOfRequest } from '#domain/corrective-action/moved-meanwhile.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import { type KnownRequest, openMajors } from '#domain/declaration/open-major.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

export interface RequestFact {
  readonly is: 'request'
  readonly of: string | null
  /** Of a request that comes from no finding it says what is open (DEC-2). */
  readonly grade: string | null
  readonly dueOn: LocalDate | null
}

/** A move without what it leaves blank: five years of a commune are some hundred moves, read whenever the list is. */
type ShortMove = Pick<MoveOfRequest, 'of' | 'name' | 'at' | 'on' | 'by'> & Partial<MoveOfRequest>

export interface MoveFact {
  readonly is: 'move'
  /** Null for a move of a newer version. */
  readonly move: ShortMove | null
}

/** A move that the endpoint kept aside and nobody entered after all. */
export interface AsideFact {
  readonly is: 'aside'
  /** Id of the move. */
  readonly move: string
}

export function requestFact(regs: Registers): RequestFact {
  const textOf = (name: string) => {
    const value = fieldValue(regs, name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  return { is: 'request', of: textOf('of'), grade: textOf('grade'), dueOn: writtenOf(regs, 'dueOn')?.date ?? null }
}

const mark = (text: string): string => text.trim().slice(0, 1)

const blank = {
  words: '',
  whys: [],
  correction: '',
  action: '',
  responsible: '',
  dueOn: null,
  next: null,
  isEffective: null,
  officialNumber: '',
} as const satisfies Partial<MoveOfRequest>

const isBlank = (value: unknown): boolean =>
  value === '' || value === null || (Array.isArray(value) && value.length === 0)

export function moveFact(regs: Registers): MoveFact {
  const move = storedMove('', regs)
  if (move === null) return { is: 'move', move }
  const { of, name, at, on, by, words, action, whys, dueOn, next, isEffective, officialNumber } = move
  const said = {
    words: mark(words),
    action: mark(action),
    whys: whys.map(mark).filter(Boolean).slice(0, 1),
    dueOn,
    next,
    isEffective,
    officialNumber,
  }
  const kept = Object.fromEntries(Object.entries(said).filter(([, value]) => !isBlank(value)))
  return { is: 'move', move: { of, name, at, on, by, ...kept } }
}

/** Null for the notice of a move that counts. */
export function asideFact(regs: Registers): AsideFact | null {
  const notice = storedKeptAside(regs)
  return notice === null || !isAside(notice) ? null : { is: 'aside', move: notice.move }
}

type Facts<Fact> = readonly (readonly [id: string, fact: Fact])[]

/** Where every request stands, by its id, without the moves in `aside`; the moves are sorted out once. */
export function coursesOf(
  requests: Facts<RequestFact>,
  moveFacts: Facts<MoveFact>,
  aside: ReadonlySet<string>,
): ReadonlyMap<string, Course> {
  const movesOf = new Map<string, MoveOfRequest[]>()
  for (const [id, { move }] of moveFacts) {
    if (move === null || aside.has(id)) continue
    const known = movesOf.get(move.of)
    const whole = { ...blank, ...move, id }
    if (known) known.push(whole)
    else movesOf.set(move.of, [whole])
  }
  return new Map(requests.map(([id, { dueOn }]) => [id, courseOf(movesOf.get(id) ?? [], dueOn)]))
}

/** Requests with the state their moves lead to. */
export const knownRequests = (
  requests: Facts<RequestFact>,
  courses: ReadonlyMap<string, Course>,
): readonly KnownRequest[] =>
  requests.map(([id, { of, grade }]) => {
    const { state = 'proposed', next = null } = courses.get(id) ?? {}
    return { id, of, grade, state, next }
  })

/** Of these findings, the ones whose corrective action is closed. */
export function closedFindings(findings: readonly string[], requests: readonly KnownRequest[]): ReadonlySet<string> {
  if (requests.length === 0) return new Set()
  // Whether one is open is asked alike for every grade.
  const open = new Set(
    openMajors(
      findings.map((id) => ({ id, grade: 'major' })),
      requests.map((request) => ({ ...request, grade: null })),
    ),
  )
  return new Set(findings.filter((id) => !open.has(id)))
}
