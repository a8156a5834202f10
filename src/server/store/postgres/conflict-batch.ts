/** Conflicts that a push opens and closes, written together. One may open and close within the same push. */
import type { Queries } from './database.ts'

const OPEN = `INSERT INTO conflict (feed, entity, field, opened_seq, closed_seq)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])`
const CLOSE = `UPDATE conflict SET closed_seq = now.seq
  FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[]) AS now (feed, entity, field, seq)
  WHERE conflict.feed = now.feed AND conflict.entity = now.entity AND conflict.field = now.field AND closed_seq IS NULL`

interface Opened {
  readonly feed: string
  readonly entity: string
  readonly field: string
  readonly seq: number
  closedSeq: number | null
}

export class ConflictBatch {
  readonly #opened: Opened[] = []
  readonly #closed: Omit<Opened, 'closedSeq'>[] = []

  open(feed: string, entity: string, field: string, seq: number): void {
    this.#opened.push({ feed, entity, field, seq, closedSeq: null })
  }

  close(feed: string, entity: string, field: string, seq: number): void {
    const own = this.#opened.find(
      (one) => one.closedSeq === null && one.feed === feed && one.entity === entity && one.field === field,
    )
    if (own) own.closedSeq = seq
    else this.#closed.push({ feed, entity, field, seq })
  }

  async save(queries: Queries): Promise<void> {
    const key = (rows: readonly Omit<Opened, 'closedSeq'>[]) =>
      [rows.map(({ feed }) => feed), rows.map(({ entity }) => entity), rows.map(({ field }) => field)] as const
    const seqOf = ({ seq }: { seq: number }): number => seq
    if (this.#closed.length > 0) await queries.run(CLOSE, ...key(this.#closed), this.#closed.map(seqOf))
    if (this.#opened.length === 0) return
    const closedSeqs = this.#opened.map(({ closedSeq }) => closedSeq)
    await queries.run(OPEN, ...key(this.#opened), this.#opened.map(seqOf), closedSeqs)
  }
}
