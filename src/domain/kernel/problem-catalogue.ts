/**
 * The one catalogue of expected failures. A code means the same on the device and at the endpoint,
 * and has one sentence per language in `locales/<language>/problems.json`. Keep it sorted.
 */
export const problemCodes = [
  'access.forbidden',
  'access.too-late',
  'access.unit-ended',
  'access.unknown-kind',
  'amendment.not-possible',
  'amendment.reason-missing',
  'amendment.text-missing',
  'answer.reason-missing',
  'assessment.incomplete',
  'assessment.not-found',
  'assessment.submitted',
  'audit.concluded',
  'audit.incomplete',
  'audit.not-found',
  'auth.locked',
  'auth.session-expired',
  'auth.wrong-credentials',
  'date.nonexistent',
  'date.unreadable',
  'decision.impossible',
  'decision.not-waiting',
  'decision.reason-missing',
  'device.forked',
  'device.revoked',
  'device.unknown',
  'evidence.disk-full',
  'evidence.no-room',
  'evidence.not-an-image',
  'evidence.not-there',
  'evidence.quota-full',
  'evidence.sealed',
  'evidence.too-large',
  'finding.facts-missing',
  'finding.grade-missing',
  'hand-over.damaged',
  'hand-over.gap',
  'hand-over.newer-format',
  'hand-over.no-pass',
  'hand-over.not-a-file',
  'hand-over.nothing',
  'hand-over.other-endpoint',
  'hand-over.too-large',
  'hand-over.wrong-device',
  'network.captive-portal',
  'network.offline',
  'network.timeout',
  'network.unreadable-answer',
  'op.context-ahead',
  'op.malformed',
  'op.newer-schema',
  'request.malformed',
  'request.too-large',
  'server.busy',
  'server.internal',
  'server.moved',
  'server.storage-full',
  'stage.deliverable-missing',
  'storage.closed',
  'storage.evicted',
  'storage.failed',
  'storage.full',
  'storage.newer-version',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** A failure with its code, and the values its sentence needs. */
export interface Problem {
  readonly code: ProblemCode
  readonly params?: Readonly<Record<string, string | number>>
}

export const isProblemCode = (code: string): code is ProblemCode => (problemCodes as readonly string[]).includes(code)
