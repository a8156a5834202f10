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
  /** From this day on nobody signs in, and its devices count as revoked (END-92). */
  disabledFrom: z.optional(z.nullable(z.string())),
  /** A one-time code waits to be used. */
  invitation: z.optional(z.nullable(z.object({ expiresMs: z.int() }))),
  /** How many passkeys there are; left out by an endpoint that does not tell. */
  passkeys: z.optional(count),
})
export type AdminAccount = z.infer<typeof adminAccountSchema>

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

/**
 * `POST /v1/admin/grants`: gives a grant, or changes the last day of the one with the same account, place, role and
 * first day. With `deputyFor` it is a deputising (KT.): the role of that person, who holds it there, until a last day.
 */
export const grantRequestSchema = grantSchema

/** `POST /v1/admin/revoke-device`. */
export const revokeDeviceRequestSchema = z.object({ device: z.string().check(z.minLength(1), z.maxLength(32)) })

/** `POST /v1/admin/name-device`. */
export const nameDeviceRequestSchema = z.object({
  device: z.string().check(z.minLength(1), z.maxLength(32)),
  label: z.string().check(z.minLength(1), z.maxLength(80)),
})

const accountId = z.string().check(z.minLength(1), z.maxLength(120))
const wantedText = z.string().check(z.maxLength(200))

/** The answer of `GET /v1/admin/accounts`: accounts with a grant in the caller's place, and those without any. */
export const adminAccountsSchema = z.object({ nowMs: z.int(), accounts: z.array(adminAccountSchema) })

/** One line of a list of accounts. Texts are as they were typed; what is wrong with them stands in the answer. */
export const newAccountSchema = z.object({
  /** 3 to 40 of a–z, 0–9, `.`, `-`, `_`; capitals are made small. */
  username: wantedText,
  /** A position ("Thư ký ISO xã Đoàn Kết"), 1 to 120 characters. */
  displayName: wantedText,
  grants: z
    .array(z.object({ scope: wantedText, role: wantedText, from: wantedText, to: z.nullable(wantedText) }))
    .check(z.maxLength(20)),
  /** Makes a one-time code as well. */
  invite: z.optional(z.boolean()),
})
export type NewAccount = z.infer<typeof newAccountSchema>

/** Most lines of one request; a longer list is sent in parts. */
export const MOST_NEW_ACCOUNTS = 500

/** `POST /v1/admin/accounts`. Nothing is made while a line is wrong, unless `skipWrong` says to leave those out. */
export const accountsRequestSchema = z.object({
  accounts: z.array(newAccountSchema).check(z.minLength(1), z.maxLength(MOST_NEW_ACCOUNTS)),
  dryRun: z.optional(z.boolean()),
  skipWrong: z.optional(z.boolean()),
})
export type AccountsRequest = z.infer<typeof accountsRequestSchema>

/** A one-time code as it is shown, once: `path` is the app's address with it, after the origin, for a QR code. */
export const issuedInvitationSchema = z.object({ code: z.string(), path: z.string(), expiresMs: z.int() })
export type IssuedInvitation = z.infer<typeof issuedInvitationSchema>

export const accountRowSchema = z.object({
  /** Place in the request, from 0. */
  row: count,
  username: z.string(),
  /** `existing`: the account is there already and only lacks grants, which it gets. */
  outcome: z.enum(['new', 'existing', 'wrong']),
  /** Of the account, also in a dry run where it exists already. */
  account: z.nullable(z.string()),
  invitation: z.optional(issuedInvitationSchema),
  /** What is wrong: the field (`username`, `displayName`, `grants.0.scope`…) and a code of the catalogue. */
  problems: z.array(z.object({ field: z.string(), code: z.string() })),
})
export type AccountRow = z.infer<typeof accountRowSchema>

export const accountsAnswerSchema = z.object({
  /** False in a dry run, and where a wrong line stopped everything. */
  isDone: z.boolean(),
  rows: z.array(accountRowSchema),
})
export type AccountsAnswer = z.infer<typeof accountsAnswerSchema>

/** `POST /v1/admin/account`: what is left out stays. `disabledFrom` null enables again. */
export const accountChangeSchema = z.object({
  account: accountId,
  displayName: z.optional(wantedText),
  disabledFrom: z.optional(z.nullable(z.string())),
})

/** `POST /v1/admin/invitations`: a new code for the account; one that was not used yet is worth nothing any more. */
export const invitationOrderSchema = z.object({
  account: accountId,
  /** How long it may be used; 7 unless said otherwise. */
  days: z.optional(z.int().check(z.gte(1), z.lte(30))),
})

/** `POST /v1/admin/leaving`: somebody leaves. */
export const leavingRequestSchema = z.object({
  account: accountId,
  /** Last day of every grant. */
  on: z.string(),
  /** Who gets the same grants from the day after; null where nobody is named yet. */
  successor: z.nullable(accountId),
  dryRun: z.optional(z.boolean()),
})
export type LeavingRequest = z.infer<typeof leavingRequestSchema>

const placedGrantSchema = z.extend(toldGrantSchema, { place: z.string() })

export const leavingAnswerSchema = z.object({
  isDone: z.boolean(),
  /** Grants that end, deputising of and for this person included. */
  ending: z.array(placedGrantSchema),
  /** Grants the successor gets. */
  given: z.array(placedGrantSchema),
  /** Devices that count as revoked from the day after. */
  devices: z.array(z.object({ id: z.string(), label: z.string(), lastSeenMs: z.int() })),
  /** Changes of this person that wait for a decision. */
  waiting: z.array(adminQuarantineSchema),
  /** What this person decided or confirmed and nobody else could from the day after: role and place without a holder. */
  vacant: z.array(z.object({ role: z.string(), scope: z.string(), place: z.string() })),
})
export type LeavingAnswer = z.infer<typeof leavingAnswerSchema>

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
