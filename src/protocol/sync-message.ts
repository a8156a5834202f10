/**
 * The one request for push and pull, `POST /v1/sync`, body and answer gzipped JSON. The client sends what it has
 * written and how far it has read; the endpoint answers how far it has stored and what is new.
 */
import * as z from 'zod/mini'
import { batchSchema } from './batch-schema.ts'
import { columnsSchema } from './columns-schema.ts'

const count = z.int().check(z.nonnegative())
/** A batch of version 1, or of version 2 towards whoever said to read it. */
const anyBatchSchema = z.union([columnsSchema, batchSchema])
const sha256Text = z.string().check(z.regex(/^[0-9a-f]{64}$/))

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
  push: z.nullable(anyBatchSchema),
  /** Per feed the last sequence number read. */
  cur: z.record(z.string(), count),
  /** Per feed whose snapshot is under way, the entity after which the next page begins. */
  pages: z.record(z.string(), z.string()),
  /** How many bytes of JSON the client wants to get at most in this answer. */
  maxBytes: z.int().check(z.positive()),
  /** Feeds whose records left this device and are wanted again whole, own ones too (protocol 2). */
  anew: z.optional(z.array(z.string())),
  /** Own refused operations whose fate the device does not know yet: the answer tells what was decided (protocol 2). */
  refused: z.optional(z.array(count).check(z.maxLength(500))),
  /** Own photos the endpoint confirmed: which of them are in its photo backup, so that the device may delete them (protocol 2). */
  blobsAsked: z.optional(z.array(sha256Text).check(z.maxLength(100))),
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

const feedAnswerSchema = z.object({
  /** Operations of others after the client's cursor, or null when `snap` is sent. */
  ops: z.nullable(anyBatchSchema),
  /** A page of current registers, for a feed the client has not read yet. */
  snap: z.nullable(z.array(entitySchema)),
  /** The records of the page in columns; `snap` then holds only those they cannot tell (protocol 2). */
  ents: z.optional(columnsSchema),
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
  /** Protocol version of the endpoint; left out by version 1. A device pushes what both can read. */
  v: z.optional(z.int().check(z.positive())),
  push: z.object({
    /** Highest n stored or put in quarantine. */
    ack: count,
    /** Highest n that is in a verified backup. */
    safe: count,
    /** Set when operations are missing: send from this n on. */
    expect: z.nullable(count),
    rejected: z.array(z.object({ n: count, code: z.string() })),
    /** Of the `refused` asked for, those a person decided about: entered after all, or put away with a reason (protocol 2). */
    decided: z.optional(
      z.array(z.object({ n: count, verdict: z.enum(['accepted', 'dismissed']), reason: z.string(), atMs: z.int() })),
    ),
  }),
  /** Another text whenever something in the identity answer changed: grants, places, people. */
  grantsVersion: z.string(),
  feeds: z.record(z.string(), feedAnswerSchema),
  /** Feeds the device holds and may no longer read. */
  gone: z.array(z.string()),
  /** Photos whose record arrived and whose bytes did not. */
  blobsWanted: z.array(z.string()),
  /** Of the `blobsAsked`, those that lie in a verified photo backup (protocol 2). */
  blobsSafe: z.optional(z.array(sha256Text)),
  more: z.boolean(),
})

export type SyncAnswer = z.infer<typeof syncAnswerSchema>
