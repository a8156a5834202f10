/** Many operations as a handful of arrays: one statement writes a whole push. */
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { opFingerprint } from '#server/ingest/op-fingerprint.ts'
import type { OpTexts } from '#server/ingest/op-texts.ts'
import type { Queries } from './database.ts'

const INSERT = `INSERT INTO op (feed, seq, dev, n, hlc, recv_ms, ehlc, author, kind, entity, sv, grp, hash, body)
  SELECT feed, seq, dev, n, hlc, $4, least(hlc, $5), author, kind, entity, sv, grp, hash, body
  FROM unnest($1::text[], $2::bigint[], $3::text[], $6::bigint[], $7::bigint[], $8::text[], $9::text[], $10::text[],
    $11::bigint[], $12::text[], $13::text[], $14::text[])
    AS new (feed, seq, dev, n, hlc, author, kind, entity, sv, grp, hash, body)`
const QUARANTINE = `INSERT INTO quarantine (dev, n, code, hash, body, recv_ms)
  SELECT dev, n, code, hash, body, $6 FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[])
    AS new (dev, n, code, hash, body)`

/** An operation with what is written of it, computed once for its row and for the trail. */
export interface Accepted {
  readonly op: Op
  readonly seq: number
  readonly texts: OpTexts
}

export interface Refused {
  readonly op: Op
  readonly code: ProblemCode
}

export async function insertOps(queries: Queries, accepted: readonly Accepted[], nowMs: number): Promise<void> {
  if (accepted.length === 0) return
  const column = <T>(read: (op: Op) => T): T[] => accepted.map(({ op }) => read(op))
  await queries.run(
    INSERT,
    column(({ s }) => s),
    accepted.map(({ seq }) => seq),
    column(({ d }) => d),
    nowMs,
    hlcAt(nowMs),
    column(({ n }) => n),
    column(({ h }) => h),
    column(({ u }) => u),
    column(({ k }) => k),
    column(({ e }) => e),
    column(({ sv }) => sv),
    column(({ g }) => g ?? null),
    accepted.map(({ texts }) => texts.fingerprint),
    accepted.map(({ texts }) => texts.body),
  )
}

export async function quarantineOps(queries: Queries, refused: readonly Refused[], nowMs: number): Promise<void> {
  if (refused.length === 0) return
  const column = <T>(read: (op: Op) => T): T[] => refused.map(({ op }) => read(op))
  await queries.run(
    QUARANTINE,
    column(({ d }) => d),
    column(({ n }) => n),
    refused.map(({ code }) => code),
    column(opFingerprint),
    column((op) => JSON.stringify(op)),
    nowMs,
  )
}
