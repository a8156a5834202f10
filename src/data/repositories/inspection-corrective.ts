/** The corrective actions of an inspection: which ones its minutes open, and where those stand that were opened. */
import { type Course, courseOf } from '#domain/corrective-action/course.ts'
import { storedMove } from '#domain/corrective-action/stored-move.ts'
import type { EntityState } from '#domain/change/entity-state.ts'
import type { MinutesContent } from '#domain/inspection/minutes.ts'
import type { RemedyCorrective, SealedShortcoming } from '#domain/inspection/remedy-report.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import type { EntityRow } from '#data/rows.ts'
import { requestWrite } from './corrective-repository.ts'
import { field, nullable } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

type Stored = EntityRow | EntityState

const idOf = (of: Stored): string => ('e' in of ? of.e : of.entity)
const regsOf = (of: Stored) => ('box' in of ? of.box : of.regs)

function stateOf(request: Stored, moves: readonly Stored[]): Course['state'] {
  const own = moves.filter((move) => field(move, 'of', '') === idOf(request))
  return courseOf(own.flatMap((move) => storedMove(idOf(move), regsOf(move)) ?? [])).state
}

/** By id of the shortcoming; where two devices sealed at once and opened two, the first that did not end in another. Rule INS-18. */
export function correctivesByShortcoming(
  requests: readonly Stored[],
  moves: readonly Stored[],
): Readonly<Record<string, RemedyCorrective>> {
  const found: Record<string, RemedyCorrective> = {}
  for (const request of [...requests].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) {
    const of = nullable<string>(request, 'of')
    if (of === null || (found[of] !== undefined && found[of].state !== 'carried-over')) continue
    const state = stateOf(request, moves)
    if (found[of] === undefined || state !== 'carried-over')
      found[of] = { id: idOf(request), number: field(request, 'number', ''), state }
  }
  return found
}

/** Those that call for action and have no request yet. Rule INS-6. */
export function withoutRequest(
  asked: readonly SealedShortcoming[],
  requests: readonly Stored[],
): readonly SealedShortcoming[] {
  const taken = new Set(requests.map((request) => nullable<string>(request, 'of')))
  return asked.filter(({ id }) => !taken.has(id))
}

/** One request each; only inside the transaction, because each takes a number. Rule INS-6. */
export async function requestWrites(
  parts: RepositoryParts,
  reader: GestureReader,
  { unit, inspection }: MinutesContent,
  asked: readonly SealedShortcoming[],
): Promise<Result<readonly GestureWrite[], Problem>> {
  const writes: GestureWrite[] = []
  for (const { id: of, grade, facts, basis, dueOn } of asked) {
    const texts = { description: facts, requirement: basis, clause: '', department: '', evidence: '' }
    const request = { unit, source: 'inspection', of, grade, dueOn, inspection, ...texts } as const
    const write = await requestWrite(parts, reader, newId(parts), request)
    if (!write.ok) return write
    writes.push(write.value)
  }
  return ok(writes)
}
