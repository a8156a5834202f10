/**
 * Notes of exports and of looks into a commune's records, which devices write as operations (kind `activity`), as the
 * trail shows them: what, of which unit and record, and when by the device's clock. They hold ids and words of ours only.
 */
import { mayAdminister } from '#domain/access/office-rights.ts'
import type { Grant } from '#domain/access/role.ts'
import { feedId } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'

/** JSON bytes of the notes of one link; those of weeks without a network may come together. */
const MOST_BYTES = 100_000
/** Notes shown of one link. */
const MOST_NOTES = 100

/** Logs of all places an administrator administers. */
export const logsWithin = (grants: readonly Grant[], directory: PlaceDirectory, today: LocalDate): readonly string[] =>
  directory.places.filter(({ id }) => mayAdminister(grants, directory, today, id)).map(({ id }) => feedId(id, 'log'))

/** The operations of a log that a link covers, the first hundred of them. */
export async function activitiesBetween(
  store: Pick<EndpointStore, 'pull'>,
  chain: string,
  first: number,
  last: number,
): Promise<readonly Op[]> {
  const { ops } = await store.pull(chain, first - 1, '', MOST_BYTES)
  return ops.slice(0, Math.min(MOST_NOTES, last - first + 1))
}

const wordIn = ({ f }: Op, name: string): string | null => {
  const value = f[name]?.[0]
  return typeof value === 'string' && value.length <= 200 ? value : null
}

interface ActivityNote {
  readonly action: string
  readonly what: string
  readonly form: string
  readonly unit: string | null
  readonly unitName: string | null
  readonly record: string | null
  /** Milliseconds since 1970 by the device's clock; the link has the moment it arrived. */
  readonly atMs: number
}

export function noteOf(op: Op, places: ReadonlyMap<string, string>): ActivityNote {
  const unit = wordIn(op, 'unit')
  return {
    action: wordIn(op, 'action') ?? '',
    what: wordIn(op, 'what') ?? '',
    form: wordIn(op, 'form') ?? '',
    unit,
    unitName: unit === null ? null : (places.get(unit) ?? null),
    record: wordIn(op, 'record'),
    atMs: hlcToMs(op.h),
  }
}
