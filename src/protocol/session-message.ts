/**
 * Signing in, and keeping a session without asking for the password again: the device proves that it still holds
 * the key it made at the first sign-in (decision D12).
 */
import * as z from 'zod/mini'
import { roles } from '#domain/access/role.ts'

const count = z.int().check(z.nonnegative())
const localDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))

export const grantSchema = z.object({
  account: z.string(),
  scope: z.string(),
  role: z.enum(roles),
  from: localDate,
  to: z.nullable(localDate),
  /** Account for whose holder this grant acts for a time (ký thay, KT.); such a grant always has a last day (ACC-13). */
  deputyFor: z.optional(z.string()),
})

/** A grant as it is told: a role of a newer endpoint is only a word to an older device, which leaves it out. */
export const toldGrantSchema = z.extend(grantSchema, { role: z.string() })

/** The places the person's grants cover, so that a device can show names and compute access offline. */
export const placeSchema = z.object({
  id: z.string(),
  parent: z.nullable(z.string()),
  kind: z.enum(['province', 'area', 'commune']),
  name: z.string(),
  code: z.string(),
  /** First and last day of the unit, where it came or went by a merger or a division (protocol 2). */
  from: z.optional(localDate),
  until: z.optional(localDate),
  /** Units that stand in its place after `until`: its feeds are frozen and theirs to read (decision D16). */
  successors: z.optional(z.array(z.string())),
})

export const signInRequestSchema = z.object({
  username: z.string().check(z.minLength(1), z.maxLength(80)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
  /** What the person will recognise in a list of devices, e.g. "Android · Chrome". */
  deviceLabel: z.string().check(z.maxLength(80)),
  /** ECDSA P-256 public key as JWK text; its private part never leaves the device. */
  deviceKey: z.string().check(z.maxLength(1000)),
  /** Replica id this store already has for this person, when signing in again. */
  replica: z.nullable(z.string()),
  /**
   * Proof that this device signed in before, so that nobody who guesses elsewhere slows it down (END-90): a fresh
   * challenge for `replica`, and the signature of the device key over `sign-in:{replica}:{challenge}` as in a renewal.
   */
  proof: z.optional(
    z.object({ challenge: z.string().check(z.maxLength(200)), signature: z.string().check(z.maxLength(200)) }),
  ),
})
export type SignInRequest = z.infer<typeof signInRequestSchema>

export const identitySchema = z.object({
  account: z.object({ id: z.string(), username: z.string(), displayName: z.string(), isIllustrative: z.boolean() }),
  grants: z.array(toldGrantSchema),
  grantsVersion: z.string(),
  places: z.array(placeSchema),
  /** Who else reads or writes what this person reads, so that a conflict can name both authors (protocol 2). */
  people: z.optional(z.array(z.object({ id: z.string(), displayName: z.string() }))),
  /** Days without contact after which a device is read no further (DAT-36); 30 where the endpoint does not say (protocol 2). */
  readDays: z.optional(z.int().check(z.positive())),
})
export type Identity = z.infer<typeof identitySchema>
export type WirePlace = z.infer<typeof placeSchema>

export const sessionSchema = z.object({
  token: z.string(),
  /** Milliseconds since 1970 by the endpoint's clock. */
  expiresAt: z.int(),
  now: z.int(),
  replica: z.string(),
  identity: identitySchema,
  /** The endpoint's public key for envelopes (decision D10), JWK text. */
  endpointKey: z.string(),
  /**
   * Where another replica was given than the one asked for: the highest operation of that one the endpoint has, or null
   * where it knows nothing of it (protocol 2). What lies above is sent again under the new name.
   */
  former: z.optional(z.nullable(z.object({ ack: count }))),
})
export type Session = z.infer<typeof sessionSchema>

export const challengeRequestSchema = z.object({ replica: z.string().check(z.minLength(1), z.maxLength(32)) })
export const challengeSchema = z.object({ challenge: z.string() })

export const renewRequestSchema = z.object({
  replica: z.string().check(z.minLength(1), z.maxLength(32)),
  challenge: z.string(),
  /** base64url of the ECDSA signature (IEEE P1363) over the UTF-8 text `renew:{replica}:{challenge}`. */
  signature: z.string().check(z.maxLength(200)),
  /** A copy of the profile goes on under this replica: a new one is asked for, with the same key (protocol 2). */
  asNew: z.optional(z.boolean()),
})
export type RenewRequest = z.infer<typeof renewRequestSchema>

const code = z.string().check(z.minLength(1), z.maxLength(80))
/** Longer than any password may be, so that the refusal says why. */
const password = z.string().check(z.maxLength(1000))

/** `POST /v1/session/invitation`: what a code opens, before anything is typed. Refused with `invitation.unknown`. */
export const invitationRequestSchema = z.object({ code })
export const invitationSchema = z.object({
  username: z.string(),
  displayName: z.string(),
  /** False where the account had a password, which is then forgotten or lost. */
  isFirst: z.boolean(),
  expiresMs: z.int(),
})
export type Invitation = z.infer<typeof invitationSchema>

/** `POST /v1/session/redeem`: uses the code up, sets the password and opens a session; the answer is a `Session`. */
export const redeemRequestSchema = z.object({
  code,
  password,
  deviceLabel: z.string().check(z.maxLength(80)),
  deviceKey: z.string().check(z.maxLength(1000)),
  replica: z.nullable(z.string()),
})
export type RedeemRequest = z.infer<typeof redeemRequestSchema>

/** `POST /v1/session/password`: the session that asks goes on, every other one of the account ends (END-91). */
export const passwordRequestSchema = z.object({ current: password, next: password })

/**
 * `POST /v1/session/store-key`: whoever forgot the PIN of their store gives the password again, and what the store sealed
 * to the endpoint when its PIN was set (base64url, see `store-key.ts`), and gets its key back (END-115).
 */
export const storeKeyRequestSchema = z.object({
  password,
  sealed: z.string().check(z.maxLength(2000), z.regex(/^[\w-]+$/)),
})
/** 32 bytes in base64url. */
export const storeKeySchema = z.object({ key: z.string().check(z.regex(/^[\w-]{43}$/)) })

/** `GET /v1/session/devices`: the caller's own devices. */
export const ownDeviceSchema = z.object({
  id: z.string(),
  label: z.string(),
  createdMs: z.int(),
  lastSeenMs: z.int(),
  isRevoked: z.boolean(),
  /** The one that asks. */
  isThis: z.boolean(),
})
export const ownDevicesSchema = z.object({ nowMs: z.int(), devices: z.array(ownDeviceSchema) })
export type OwnDevices = z.infer<typeof ownDevicesSchema>

/**
 * `POST /v1/session/devices`: gives one of the caller's own devices a name, signs it out (it asks for the password again
 * and keeps everything), or revokes it (lost); never the one that asks.
 */
export const ownDeviceRequestSchema = z.object({
  device: z.string().check(z.minLength(1), z.maxLength(32)),
  label: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  revoke: z.optional(z.literal(true)),
  signOut: z.optional(z.literal(true)),
})

/** Every refusal of the endpoint outside `sync` has this body; `code` is out of the one catalogue. */
export const problemSchema = z.object({
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})
