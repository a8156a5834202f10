/**
 * What the notices about one feed have to say: worked out from what lies in quarantine and from the notices that stand
 * there, so that it does not matter when, how often or by which endpoint it is asked (END-132).
 */
import { type EntityState, fieldValue, type Registers, registersOfOp } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { upcastOp } from '#domain/change/upcast.ts'
import { KEPT_ASIDE, KEPT_ASIDE_PREFIX, keptAsideFields, keptAsideId } from '#domain/corrective-action/kept-aside.ts'
import { parseFeed } from '#domain/change/feed.ts'
import { storedMove } from '#domain/corrective-action/stored-move.ts'
import type { EndpointRecord } from '#server/endpoint-writer/endpoint-writer.ts'
import { MOVE_KIND } from '#server/ingest/corrective-arrival.ts'
import type { RefusedRow, SyncStore } from '#server/store/store-contract.ts'

const PAGE_BYTES = 200_000
/** As ids of records are limited, with room for the prefix. */
const LONGEST_ID = 190

const outcomeOf = ({ verdict }: RefusedRow): JsonValue =>
  verdict === null ? null : verdict === 'accepted' ? 'entered' : 'rejected'

/** Rows that are told: moves, in feeds that everybody of the commune and above reads. */
export const isTold = ({ op }: RefusedRow): boolean =>
  op.k === MOVE_KIND && op.e.length <= LONGEST_ID && parseFeed(op.s)?.audience === 'pub'

/** Changes whenever the notice of this row has to say something else. */
export const stampOf = (row: RefusedRow): string => `${row.op.s}\n${row.op.e}\n${row.verdict}`

/** Notices stand together: ids of no other kind begin like theirs. */
export async function noticesIn(
  store: Pick<SyncStore, 'snapshot'>,
  feed: string,
): Promise<ReadonlyMap<string, EntityState>> {
  const found = new Map<string, EntityState>()
  let after: string | null = KEPT_ASIDE_PREFIX
  while (after !== null) {
    const page: Awaited<ReturnType<SyncStore['snapshot']>> = await store.snapshot(feed, after, PAGE_BYTES)
    const own = page.entities.filter(({ entity }) => entity.startsWith(KEPT_ASIDE_PREFIX))
    for (const state of own) found.set(state.entity, state)
    after = own.length === page.entities.length ? page.after : null
  }
  return found
}

function fieldsOf(row: RefusedRow, regs: Registers | undefined): EndpointRecord['fields'] | null {
  const outcome = outcomeOf(row)
  if (regs) return (fieldValue(regs, 'outcome') ?? null) === outcome ? null : { outcome }
  const op = upcastOp(row.op)
  const move = storedMove(op.e, registersOfOp(op))
  if (move === null) return null
  const said = { reason: row.code, at: row.receivedMs }
  return {
    ...keptAsideFields(parseFeed(op.s)?.scope ?? '', { ...move, by: op.u }, { ...said, outcome: null }),
    outcome,
  }
}

/** What is to be written in a feed, given the notices there; of two refusals of one move the one decided about speaks. */
export function recordsFor(
  feed: string,
  rows: readonly RefusedRow[],
  standing: ReadonlyMap<string, EntityState>,
): readonly EndpointRecord[] {
  const undecidedFirst = [...rows].sort((a, b) => Number(a.verdict !== null) - Number(b.verdict !== null))
  const byMove = new Map(undecidedFirst.map((row) => [row.op.e, row]))
  return [...byMove].flatMap(([move, row]) => {
    const entity = keptAsideId(move)
    const state = standing.get(entity)
    // Whatever has taken this id is not written over.
    if (state && state.kind !== KEPT_ASIDE) return []
    const fields = fieldsOf(row, state?.regs)
    return fields ? [{ feed, kind: KEPT_ASIDE, entity, fields, regs: state?.regs ?? {} }] : []
  })
}
