/**
 * The one catalogue of expected failures, in two lists. Here is what the endpoint answers and what the line and the way to it
 * may say: a device checks what it is told against this list. What the rules of records say is in `record-problems.ts`.
 * A code means the same everywhere and has one sentence per language in `locales/<language>/problems.json`; or, where the first
 * screen does without it, in `problems-online.json`. Keep both lists sorted.
 */
import type { RecordProblemCode } from './record-problems.ts'

export const endpointProblemCodes = [
  'access.forbidden',
  'access.too-late',
  'access.unit-ended',
  'access.unknown-kind',
  'account.disabled',
  'account.last-administrator',
  'account.name-missing',
  'account.unknown',
  'account.username-twice',
  'account.username-unfit',
  'amendment.not-possible',
  'auth.locked',
  'auth.session-expired',
  'auth.wrong-credentials',
  'decision.impossible',
  'decision.not-waiting',
  'decision.reason-missing',
  'deputy.not-possible',
  'device.forked',
  'device.revoked',
  'device.unknown',
  'evidence.disk-full',
  'evidence.file-active',
  'evidence.file-kind',
  'evidence.file-macros',
  'evidence.file-old-office',
  'evidence.file-too-large',
  'evidence.not-an-image',
  'evidence.not-there',
  'evidence.quota-full',
  'evidence.sealed',
  'evidence.too-large',
  'grant.missing',
  'grant.place-unknown',
  'grant.role-unknown',
  'grant.term-unfit',
  'hand-over.damaged',
  'hand-over.gap',
  'hand-over.newer-format',
  'hand-over.no-pass',
  'hand-over.not-a-file',
  'hand-over.nothing',
  'hand-over.other-endpoint',
  'hand-over.too-large',
  'hand-over.weak-phrase',
  'hand-over.wrong-device',
  'invitation.unknown',
  'lock.not-recoverable',
  'network.captive-portal',
  'network.offline',
  'network.timeout',
  'network.unreadable-answer',
  'op.context-ahead',
  'op.malformed',
  'passkey.no-address',
  'passkey.proof-needed',
  'passkey.refused',
  'passkey.too-many',
  'passkey.wrong-address',
  'password.common',
  'password.has-name',
  'password.too-long',
  'password.too-short',
  'person.in-office',
  'person.retained',
  'provider.identifier-taken',
  'provider.not-linked',
  'provider.stale',
  'provider.too-weak',
  'provider.unavailable',
  'request.malformed',
  'request.too-large',
  'server.busy',
  'server.internal',
  'server.moved',
  'server.storage-full',
] as const

export type EndpointProblemCode = (typeof endpointProblemCodes)[number]

export type ProblemCode = EndpointProblemCode | RecordProblemCode

/** A failure with its code, and the values its sentence needs. */
export interface Problem {
  readonly code: ProblemCode
  readonly params?: Readonly<Record<string, string | number>>
}

/** Whether this version knows what an endpoint may answer by this code. */
export const isEndpointProblemCode = (code: string): code is EndpointProblemCode =>
  (endpointProblemCodes as readonly string[]).includes(code)
