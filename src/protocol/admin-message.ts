/**
 * What an administrator sees of an installation, `GET /v1/admin/overview`: who may come in, from which devices, what
 * waits for a decision, and whether a backup was verified. It names records, never what is written in them, because an
 * administrator follows no commune. Only an active grant of the role `administrator` opens it (`access.forbidden`).
 */
import * as z from 'zod/mini'
import { grantSchema, toldGrantSchema } from './session-message.ts'

const count = z.int().check(z.nonnegative())

export const adminAccountSchema = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  isIllustrative: z.boolean(),
  /** False for an account without a password. */
  canSignIn: z.boolean(),
  /** Ended grants included, with the name of the place each holds in. */
  grants: z.array(z.extend(toldGrantSchema, { place: z.string() })),
  /** Milliseconds since 1970; null where no device of the account was ever seen. */
  lastSeenMs: z.nullable(z.int()),
})

/** A replica: one account on one browser profile. */
export const adminDeviceSchema = z.object({
  id: z.string(),
  account: z.string(),
  label: z.string(),
  createdMs: z.int(),
  lastSeenMs: z.int(),
  /** Highest operation stored, and the highest that is in a verified backup. */
  lastN: count,
  safeN: count,
  isRevoked: z.boolean(),
})

/** An operation that was refused and is kept until somebody decides; its content stays at the endpoint. */
export const adminQuarantineSchema = z.object({
  device: z.string(),
  n: count,
  /** Author of the operation. */
  account: z.string(),
  /** Why: out of the one catalogue, or a code of a newer endpoint. */
  code: z.string(),
  kind: z.string(),
  entity: z.string(),
  feed: z.string(),
  receivedMs: z.int(),
  /** False where no decision could enter it: malformed, forged, or for a unit that is gone (protocol 2). */
  canAccept: z.optional(z.boolean()),
})

/** The answer of `GET /v1/admin/quarantine`: what the caller decides about, newest first. */
export const adminWaitingSchema = z.object({ nowMs: z.int(), quarantine: z.array(adminQuarantineSchema) })

/** `POST /v1/admin/quarantine`. Dismissing needs a reason; the author reads it. */
export const decisionRequestSchema = z.object({
  device: z.string().check(z.minLength(1), z.maxLength(32)),
  n: count,
  verdict: z.enum(['accepted', 'dismissed']),
  reason: z.string().check(z.maxLength(500)),
})

/** The answer to every change an administrator asks for. */
export const adminDoneSchema = z.object({ ok: z.literal(true) })

/** `POST /v1/admin/grants`: gives a grant, or changes the last day of the one with the same first four. */
export const grantRequestSchema = grantSchema

/** `POST /v1/admin/revoke-device`. */
export const revokeDeviceRequestSchema = z.object({ device: z.string().check(z.minLength(1), z.maxLength(32)) })

const unitText = z.string().check(z.maxLength(120))

/** `POST /v1/admin/units`: a merger (one successor) or a division. Of a unit that exists only the id is read. */
export const unitChangeRequestSchema = z.object({
  predecessors: z.array(unitText).check(z.maxLength(50)),
  successors: z
    .array(z.object({ id: unitText, name: unitText, code: unitText, parent: unitText }))
    .check(z.maxLength(50)),
  on: z.string(),
})

export const adminFactsSchema = z.object({
  engine: z.string(),
  ops: count,
  feeds: count,
  entities: count,
  openConflicts: count,
  /** All of them; the list beside it may be shorter. */
  quarantined: count,
  blobs: count,
  /** The last backup that was opened again and counted; null before the first. */
  lastBackup: z.nullable(z.object({ ops: count, atMs: z.int() })),
})

/** The answer of `GET /v1/admin/overview`. */
export const adminOverviewSchema = z.object({
  /** The endpoint's clock, milliseconds since 1970. */
  nowMs: z.int(),
  accounts: z.array(adminAccountSchema),
  devices: z.array(adminDeviceSchema),
  /** Newest first, as many as the endpoint cares to list. */
  quarantine: z.array(adminQuarantineSchema),
  facts: adminFactsSchema,
})

/** See `adminOverviewSchema`. */
export type AdminOverview = z.infer<typeof adminOverviewSchema>
