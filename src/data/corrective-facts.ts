/**
 * What a commune's summary keeps of corrective actions: enough to know which findings are closed (DEC-2), and no words.
 * A move asks only whether something was written, so the first letter of it stands for the whole.
 */
import { fieldValue, type Registers } from '#domain/change/entity-state.ts'
import { courseOf } from '#domain/corrective-action/course.ts'
import type { MoveOfRequest } from '#domain/corrective-action/moved-meanwhile.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import { type KnownRequest, openMajors } from '#domain/declaration/open-major.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'

export interface RequestFact {
  readonly is: 'request'
  readonly of: string | null
  readonly dueOn: LocalDate | null
}

export interface MoveFact {
  readonly is: 'move'
  /** Null for a move of a newer version. */
  readonly move: MoveOfRequest | null
}

export function requestFact(regs: Registers): RequestFact {
  const of = fieldValue(regs, 'of')
  return { is: 'request', of: typeof of === 'string' ? of : null, dueOn: writtenOf(regs, 'dueOn')?.date ?? null }
}

const mark = (text: string): string => text.trim().slice(0, 1)

export function moveFact(regs: Registers): MoveFact {
  const move = storedMove('', regs)
  if (move === null) return { is: 'move', move }
  const { words, action, whys } = move
  const short = { words: mark(words), action: mark(action), whys: whys.map(mark).filter(Boolean).slice(0, 1) }
  return { is: 'move', move: { ...move, ...short, correction: '', responsible: '' } }
}

type Facts<Fact> = readonly (readonly [id: string, fact: Fact])[]

/** Of these findings, the ones whose corrective action is closed. */
export function closedFindings(
  findings: readonly string[],
  requests: Facts<RequestFact>,
  moveFacts: Facts<MoveFact>,
): ReadonlySet<string> {
  if (requests.length === 0) return new Set()
  const moves = moveFacts.flatMap(([id, { move }]) => (move === null ? [] : [{ ...move, id }]))
  const known = requests.map(([id, { of, dueOn }]): KnownRequest => {
    const { state, next } = courseOf(
      moves.filter((move) => move.of === id),
      dueOn,
    )
    return { id, of, grade: null, state, next }
  })
  // Whether one is open is asked alike for every grade.
  const open = new Set(
    openMajors(
      findings.map((id) => ({ id, grade: 'major' })),
      known,
    ),
  )
  return new Set(findings.filter((id) => !open.has(id)))
}
