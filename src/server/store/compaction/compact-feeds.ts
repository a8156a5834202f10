/**
 * The moving of operations to the archive, once for both databases: read what may leave, have it kept and proved in the
 * archive, and only then take it out of its table, in one transaction per portion that also leaves behind what has to
 * stay (END-100 … END-102). Nothing here holds a lock while the archive is written: an operation that was replaced once
 * stays replaced, and a portion that somebody else moved meanwhile is given up as a whole.
 */
import type { Registers } from '#domain/change/entity-state.ts'
import { sealedKinds } from '#domain/change/kind-registry.ts'
import { leafOf } from '#domain/trail/trail-link.ts'
import { archiveLineOf } from '#server/archive/archive-line.ts'
import { epochAndSeq } from '#server/store/feed-cursor.ts'
import type { CompactOrder, CompactReport } from '#server/store/compaction-contract.ts'
import { text, whole } from '#server/store/sqlite/connection.ts'
import type { SqlRow, SqlValue } from '#server/store/sqlite/sqlite-surface.ts'
import { coveredOpOfRow } from '#server/store/sqlite/trail-rows.ts'
import type { Step } from '#server/trail/person-queries.ts'
import { sha256 } from '#server/trail/sealed-link.ts'
import type { Rows } from '#server/trail/trail-queries.ts'

/** What a database offers to it; statements with `?`. */
export interface CompactEdges {
  readonly rows: Rows
  /** All or nothing; throws where a step changed another number of rows than is named with it. */
  readonly change: (steps: readonly CountedStep[]) => Promise<void>
}

export interface CountedStep {
  readonly step: Step
  /** How many rows it has to change; any where it is not named. */
  readonly rows?: number
}

/** Another one was quicker; the next run sees what is left. */
export class CompactedMeanwhileError extends Error {}

const ROWS_AT_ONCE = 200
/** So many go into the archive together: each time its files are written anew. */
const PORTION = 4000
const LINE_ROWS = 40

const FEEDS = `SELECT id, seq, epoch FROM feed WHERE seq > 1 ORDER BY id`
const CURSORS = `SELECT held.cursors FROM device_cursor AS held JOIN device ON device.id = held.dev
  WHERE held.inc = (SELECT value FROM meta WHERE key = 'incarnation') AND device.revoked = 0 AND device.last_seen_ms >= ?`
const sealed = sealedKinds.map((kind) => `'${kind}'`).join(', ')
/** Only records that were written after an operation can have replaced it. The last operation of a feed always stays. */
const OLD = `SELECT op.*, ent.regs AS regs FROM op JOIN ent ON ent.feed = op.feed AND ent.entity = op.entity
  WHERE op.feed = ? AND op.seq > ? AND op.seq <= ? AND op.recv_ms < ? AND ent.seq > op.seq AND op.kind NOT IN (${sealed})
  ORDER BY op.seq LIMIT ${ROWS_AT_ONCE}`
const LINKS = `SELECT first_seq, last_seq, salt FROM trail WHERE chain = ? AND first_seq > 0 AND first_seq <= ?
  AND last_seq >= ? ORDER BY num`

const COLUMNS = ['feed', 'seq', 'dev', 'n', 'hlc', 'recv_ms', 'author', 'kind', 'entity', 'fields', 'hash', 'leaf']
const RAISE = 'UPDATE feed SET min_seq = ? WHERE id = ? AND min_seq < ?'

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (row: SqlRow): readonly string[] => Object.keys(JSON.parse(text(row, 'body')) as Fields)

/** Whether nothing of it is shown or weighed any more: each field it wrote has other heads. */
function isReplaced(row: SqlRow): boolean {
  const regs = JSON.parse(text(row, 'regs')) as Registers
  const [device, n] = [text(row, 'dev'), whole(row, 'n')]
  return fieldsOf(row).every((field) => regs[field]?.h.every((head) => head.d !== device || head.n !== n) === true)
}

/** Of each feed the last number that every active device which reads it has read. */
async function readByAll(rows: Rows, since: number, epochs: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const lowest = new Map<string, number>()
  for (const row of await rows(CURSORS, since))
    for (const [feed, cursor] of Object.entries(JSON.parse(text(row, 'cursors')) as Record<string, number>)) {
      const { epoch, seq } = epochAndSeq(cursor)
      // Void or none: the device gets the records anyway.
      if (epoch !== epochs.get(feed) || seq === 0) continue
      lowest.set(feed, Math.min(seq, lowest.get(feed) ?? seq))
    }
  return lowest
}

interface Range {
  readonly feed: string
  /** The last number that may leave. */
  readonly upTo: number
  readonly before: number
}

/** Each with the salt of the newest link that covers it; one without a link stays where it is. */
async function salted(rows: Rows, feed: string, ops: readonly SqlRow[]): Promise<readonly SqlRow[]> {
  if (ops.length === 0) return []
  const links = await rows(LINKS, feed, whole(ops.at(-1) ?? {}, 'seq'), whole(ops[0] ?? {}, 'seq'))
  return ops.flatMap((op) => {
    const seq = whole(op, 'seq')
    const link = links.findLast((one) => whole(one, 'first_seq') <= seq && whole(one, 'last_seq') >= seq)
    return typeof link?.salt === 'string' ? [{ ...op, salt: link.salt }] : []
  })
}

async function* replacedIn(rows: Rows, { feed, upTo, before }: Range): AsyncGenerator<SqlRow> {
  for (let after = 0; ; ) {
    const found = await rows(OLD, feed, after, upTo, before)
    yield* await salted(rows, feed, found.filter(isReplaced))
    if (found.length < ROWS_AT_ONCE) return
    after = whole(found.at(-1) ?? {}, 'seq')
  }
}

const stubOf = (row: SqlRow): readonly SqlValue[] => {
  const leaf = leafOf(sha256, text(row, 'salt'), coveredOpOfRow(row))
  const kept: SqlRow = { ...row, fields: JSON.stringify(fieldsOf(row)), leaf }
  return COLUMNS.map((column) => kept[column] ?? null)
}

function* portionsOf<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}

function stepsFor(feed: string, ops: readonly SqlRow[]): readonly CountedStep[] {
  const steps: CountedStep[] = []
  for (const some of portionsOf(ops, LINE_ROWS)) {
    const places = some.map(() => `(${COLUMNS.map(() => '?').join(', ')})`).join(', ')
    const insert = `INSERT INTO archived_op (${COLUMNS.join(', ')}) VALUES ${places}`
    const seqs = some.map((row) => whole(row, 'seq'))
    const remove = `DELETE FROM op WHERE feed = ? AND seq IN (${seqs.map(() => '?').join(', ')})`
    steps.push({ step: [insert, ...some.flatMap(stubOf)], rows: some.length })
    steps.push({ step: [remove, feed, ...seqs], rows: some.length })
  }
  const minSeq = Math.max(...ops.map((row) => whole(row, 'seq'))) + 1
  return [...steps, { step: [RAISE, minSeq, feed, minSeq] }]
}

async function moveOut({ change }: CompactEdges, { keep }: CompactOrder, ops: readonly SqlRow[]): Promise<void> {
  if (ops.length === 0) return
  await keep(ops.map(archiveLineOf))
  for (const feed of new Set(ops.map((row) => text(row, 'feed')))) {
    const own = ops.filter((row) => row.feed === feed)
    await change(stepsFor(feed, own))
  }
}

export async function compactFeeds(edges: CompactEdges, order: CompactOrder): Promise<CompactReport> {
  const { rows } = edges
  const before = order.nowMs - order.olderThanMs
  const feeds = await rows(FEEDS)
  const epochs = new Map(feeds.map((row) => [text(row, 'id'), whole(row, 'epoch')]))
  const read = await readByAll(rows, order.nowMs - order.activeMs, epochs)
  let portion: SqlRow[] = []
  const [moved, touched] = [{ ops: 0 }, new Set<string>()]
  const flush = async (): Promise<void> => {
    await moveOut(edges, order, portion)
    moved.ops += portion.length
    portion = []
  }
  for (const row of feeds) {
    const [feed, last] = [text(row, 'id'), whole(row, 'seq') - 1]
    const range = { feed, upTo: Math.min(last, read.get(feed) ?? last), before }
    for await (const op of replacedIn(rows, range)) {
      portion.push(op)
      touched.add(feed)
      if (portion.length >= PORTION) await flush()
    }
  }
  await flush()
  return { ops: moved.ops, feeds: touched.size }
}
