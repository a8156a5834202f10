/**
 * The one request for push and pull, `POST /v1/sync`, body and answer gzipped JSON. The client sends what it has
 * written and how far it has read; the endpoint answers how far it has stored and what is new.
 */
import * as z from 'zod/mini'
import type { EntityState } from '#domain/change/entity-state.ts'
import { batchSchema } from './batch.ts'

const count = z.int().check(z.nonnegative())

export const syncRequestSchema = z.object({
  /** Protocol version of the client. */
  v: z.int().check(z.positive()),
  /** Replica id. */
  dev: z.string().check(z.minLength(1), z.maxLength(32)),
  /** Incarnation of the endpoint that the cursors belong to; '' before the first answer. */
  inc: z.string(),
  /** The client's clock, milliseconds since 1970. */
  now: z.int(),
  /** Own operations in the order of n, without gaps. */
  push: z.nullable(batchSchema),
  /** Per feed the last sequence number read. */
  cur: z.record(z.string(), count),
  /** Per feed whose snapshot is under way, the entity after which the next page begins. */
  pages: z.record(z.string(), z.string()),
  /** How many bytes of JSON the client wants to get at most in this answer. */
  maxBytes: z.int().check(z.positive()),
})

export type SyncRequest = z.infer<typeof syncRequestSchema>

const headSchema = z.object({ d: z.string(), n: count, h: z.int(), v: z.json(), u: z.string() })
const registerSchema = z.object({ h: z.array(headSchema), x: z.optional(z.record(z.string(), count)) })
const entitySchema = z.object({
  feed: z.string(),
  entity: z.string(),
  kind: z.string(),
  regs: z.record(z.string(), registerSchema),
})

export type WireEntity = z.infer<typeof entitySchema>
export const wireEntity = (state: EntityState): WireEntity => state as unknown as WireEntity
export const entityOfWire = (wire: WireEntity): EntityState => wire as unknown as EntityState

const feedAnswerSchema = z.object({
  /** Operations of others after the client's cursor, or null when `snap` is sent. */
  ops: z.nullable(batchSchema),
  /** A page of current registers, for a feed the client has not read yet. */
  snap: z.nullable(z.array(entitySchema)),
  /** Entity after which the next page of the snapshot begins; null on its last page. */
  after: z.nullable(z.string()),
  /** Cursor to keep; a snapshot's cursor counts only once its last page is stored. */
  to: count,
  /** Own operations left out of `ops`: to − cursor = ops + own, or the answer has a hole. */
  own: count,
  more: z.boolean(),
})

export type FeedAnswer = z.infer<typeof feedAnswerSchema>

export const syncAnswerSchema = z.object({
  inc: z.string(),
  now: z.int(),
  push: z.object({
    /** Highest n stored or put in quarantine. */
    ack: count,
    /** Highest n that is in a verified backup. */
    safe: count,
    /** Set when operations are missing: send from this n on. */
    expect: z.nullable(count),
    rejected: z.array(z.object({ n: count, code: z.string() })),
  }),
  /** The caller's grants and the places they cover, whenever they changed since `grantsVersion` was last sent. */
  grantsVersion: z.string(),
  feeds: z.record(z.string(), feedAnswerSchema),
  /** Feeds the device holds and may no longer read. */
  gone: z.array(z.string()),
  /** Photos whose record arrived and whose bytes did not. */
  blobsWanted: z.array(z.string()),
  more: z.boolean(),
})

export type SyncAnswer = z.infer<typeof syncAnswerSchema>
