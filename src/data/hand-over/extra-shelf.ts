/**
 * What a device keeps of wishes for the work of others and of the endpoint's answers, one of each per device they belong
 * to, and its own key for answers. They lie among the single values of the store, so that an old program opens it still.
 */
import type { HandOverStore, KeptExtra, ReturnKey } from '#data/contract/hand-over-contract.ts'
import { ownBytes } from '#data/commit.ts'
import type { Connection } from '#data/connection.ts'
import { writeIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'

const EXTRA = 'extra:'
/** Left out of what leaves this device as an export. */
const RETURN_KEY = 'return-key'

type ExtraShelf = Pick<
  HandOverStore,
  'extras' | 'keepExtra' | 'noteAsked' | 'dropExtra' | 'returnKey' | 'keepReturnKey'
>

const keyOf = (kind: KeptExtra['kind'], origin: string): string => `${EXTRA}${kind}:${origin}`

/** A wish that was answered gives way to any other: its moment is by a clock that may have been wrong. */
const staysFor = (known: KeptExtra, { kind, atMs, sha256 }: Omit<KeptExtra, 'inc'>): boolean =>
  known.sha256 === sha256 || (known.atMs >= atMs && (kind === 'return' || known.inc === null))

async function keepLater(db: LocalDatabase, extra: Omit<KeptExtra, 'inc'>): Promise<boolean> {
  const key = keyOf(extra.kind, extra.origin)
  const known = (await db.meta.get(key))?.box as KeptExtra | undefined
  if (known !== undefined && staysFor(known, extra)) return false
  await db.meta.put({ key, box: { ...extra, inc: null, bytes: ownBytes(extra.bytes) } })
  return true
}

async function noteAsked(db: LocalDatabase, origin: string, atMs: number, inc: string): Promise<void> {
  const key = keyOf('ask', origin)
  const known = (await db.meta.get(key))?.box as KeptExtra | undefined
  if (known?.atMs === atMs) await db.meta.put({ key, box: { ...known, inc } })
}

export function createExtraShelf(connection: Connection): ExtraShelf {
  const { db } = connection
  const change = async (work: (at: LocalDatabase) => PromiseLike<unknown>): Promise<Result<null, Problem>> => {
    const done = await connection.run(work)
    return done.ok ? ok(null) : done
  }
  return {
    extras: async () => (await db.meta.where('key').startsWith(EXTRA).toArray()).map(({ box }) => box as KeptExtra),
    keepExtra: (extra) => connection.run((at) => writeIn(at, [at.meta], () => keepLater(at, extra))),
    noteAsked: (origin, atMs, inc) => change((at) => writeIn(at, [at.meta], () => noteAsked(at, origin, atMs, inc))),
    dropExtra: (kind, origin) => change((at) => at.meta.delete(keyOf(kind, origin))),
    returnKey: async () => ((await db.meta.get(RETURN_KEY))?.box as ReturnKey | undefined) ?? null,
    keepReturnKey: (key) => change((at) => at.meta.put({ key: RETURN_KEY, box: key })),
  }
}
