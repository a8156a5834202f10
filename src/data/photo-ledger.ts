/**
 * What became of the bytes on this device, one small row per photo, so that no question about them has to read the
 * photos themselves. The rank is the order of sending first, and then how far the endpoint has them: a photo is deleted
 * here only from `safe` on, which the endpoint says when its photo backup holds it (DAT-12).
 */
import { type EntityState, fieldValue, isDeleted } from '#domain/change/entity-state.ts'
import type { LocalDatabase } from './local-database.ts'
import type { BlobQueueRow } from './rows.ts'

export const blobRank = { thumbnail: 0, photo: 1, sent: 2, safe: 3, copy: 4, withdrawn: 5 } as const

/** Rows between two ranks, the first included, in their order. */
export const ledgerRows = (db: LocalDatabase, from: number, below: number) =>
  db.blobq.where('[rank+n]').between([from], [below])

const named = (state: EntityState): readonly string[] =>
  ['sha256', 'thumbnailSha256'].flatMap((name) => {
    const sha = fieldValue(state.regs, name)
    return typeof sha === 'string' && sha !== '' ? [sha] : []
  })

/**
 * Keeps the queue true to the records, in the transaction that changes them (DAT-11): what no record names any more is
 * not sent, and what one names again is. The bytes stay for a while: an edit its remover had not seen brings a record
 * back (CHG-5), and then the endpoint asks for them.
 */
export async function settleBlobs(db: LocalDatabase, states: readonly EntityState[], n: number, at: number) {
  const evidence = states.filter(({ kind }) => kind === 'evidence')
  const gone = evidence.filter(({ regs }) => isDeleted(regs)).flatMap(named)
  if (gone.length > 0) await withdraw(db, gone, n, at)
  const alive = evidence.filter(({ regs }) => !isDeleted(regs)).flatMap(named)
  if (alive.length > 0) await restore(db, alive)
}

async function withdraw(db: LocalDatabase, gone: readonly string[], n: number, at: number): Promise<void> {
  const held = new Set(await db.blob.where('sha').anyOf(gone).primaryKeys())
  if (held.size === 0) return
  const rows = await db.ent.where('kind').equals('evidence').toArray()
  const live = new Set(
    rows.filter(({ box }) => !isDeleted(box)).flatMap(({ box }) => named({ regs: box } as EntityState)),
  )
  const loose = [...new Set(gone)].filter((sha) => held.has(sha) && !live.has(sha))
  const known = await db.blobq.bulkGet(loose)
  await db.blobq.bulkPut(
    loose.map((sha, i): BlobQueueRow => {
      const { size = 0, box = { feed: '', mime: '' } } = known[i] ?? {}
      return { sha, rank: blobRank.withdrawn, n, size, box: { feed: box.feed, mime: box.mime, at } }
    }),
  )
}

async function restore(db: LocalDatabase, alive: readonly string[]): Promise<void> {
  const rows = (await db.blobq.bulkGet([...new Set(alive)])).filter((row) => row?.rank === blobRank.withdrawn)
  if (rows.length > 0)
    await queueBlobs(
      db,
      rows.map((row) => row?.sha ?? ''),
    )
}

/** Back into the queue, where this device holds the bytes. They wait for permission like any other photo. */
export async function queueBlobs(db: LocalDatabase, shas: readonly string[]): Promise<void> {
  const held = await db.blob.bulkGet([...shas])
  const rows = await Promise.all(
    held.map(async (row): Promise<readonly BlobQueueRow[]> => {
      if (!row) return []
      const { bytes, role } = row.box
      const box = row.box.feed === '' ? await announcedBy(db, row.sha) : { feed: row.box.feed, mime: row.box.mime }
      if (box === undefined) return []
      const rank = role === 'thumbnail' ? blobRank.thumbnail : blobRank.photo
      return [{ sha: row.sha, rank, n: 0, size: bytes.byteLength, box }]
    }),
  )
  await db.blobq.bulkPut(rows.flat())
}

/** A photo that was fetched again does not know its feed; a record that names it does. */
async function announcedBy(db: LocalDatabase, sha: string): Promise<BlobQueueRow['box'] | undefined> {
  const rows = await db.ent.where('kind').equals('evidence').toArray()
  const row = rows.find(({ box }) => !isDeleted(box) && named({ regs: box } as EntityState).includes(sha))
  return row && { feed: row.feed, mime: (fieldValue(row.box, 'mime') as string | undefined) ?? 'image/jpeg' }
}

/** The endpoint knows a record of these bytes and has not got them. */
export async function requeueBlobs(db: LocalDatabase, wanted: readonly string[]): Promise<void> {
  if (wanted.length === 0) return
  const known = await db.blobq.bulkGet([...wanted])
  const isQueued = (at: number): boolean => (known[at]?.rank ?? blobRank.sent) <= blobRank.photo
  await queueBlobs(
    db,
    wanted.filter((_sha, at) => !isQueued(at)),
  )
}

/** The endpoint confirmed the hash: a photo is asked after until it is safe, a thumbnail is kept for good. */
export async function markSent(db: LocalDatabase, sha: string): Promise<void> {
  const row = await db.blobq.get(sha)
  if (row?.rank === blobRank.thumbnail) await db.blobq.delete(sha)
  if (row?.rank !== blobRank.photo) return
  await db.blobq.put({ ...row, rank: blobRank.sent, box: { feed: row.box.feed, mime: row.box.mime } })
}

export async function markSafe(db: LocalDatabase, shas: readonly string[]): Promise<void> {
  if (shas.length === 0) return
  const rows = await db.blobq.bulkGet([...shas])
  const sent = rows.flatMap((row) => (row?.rank === blobRank.sent ? [{ ...row, rank: blobRank.safe }] : []))
  await db.blobq.bulkPut(sent)
}

/** Another endpoint, or one restored from a backup: what it once called safe is asked after anew. */
export const doubtSafe = (db: LocalDatabase): PromiseLike<unknown> =>
  ledgerRows(db, blobRank.safe, blobRank.copy).modify({ rank: blobRank.sent })
