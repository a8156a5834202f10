/**
 * What is kept about people, in one table: what for, on what ground, for how long, who sees it, and whether it may be
 * erased (Law 91/2025/QH15). A field that is in no line of this table has no place in the product; tests hold the kinds
 * of records and the endpoint's tables against it. Terms of years follow the keeping of administrative records and are
 * marked to be checked by the province's own rules.
 */
import type { Kind } from '#domain/change/kind-registry.ts'

export type Purpose =
  | 'sign-in'
  | 'who-may-what'
  | 'who-did-it'
  | 'quality-record'
  | 'evidence'
  | 'device-safety'
  | 'accountability'

export type Basis =
  /** Duties of a State body under its own law; no consent is asked (cần kiểm tra: article of Law 91/2025/QH15). */
  | 'duty-of-state-body'
  /** Keeping of administrative records (Luật Lưu trữ; cần kiểm tra). */
  | 'record-keeping'
  /** Security of the system and proof of who had access. */
  | 'security'

export type Retention =
  | { readonly type: 'days'; readonly days: number }
  /** While the account is in use, and until nothing it sealed has to be kept any longer. */
  | { readonly type: 'account' }
  /** As long as the record of the commune. */
  | { readonly type: 'record' }
  /** As long as the installation: without it the trail could not be verified. */
  | { readonly type: 'installation' }

/** Whether and how it goes: by itself, with the erasing of an account, or not at all while the law keeps it. */
export type Erasure = 'by-itself' | 'with-account' | 'kept'

export type Seen = 'nobody' | 'self' | 'feed' | 'administrator' | 'self-and-administrator'

export interface PersonalDatum {
  readonly purpose: Purpose
  readonly basis: Basis
  readonly retention: Retention
  readonly seen: Seen
  readonly erasure: Erasure
}

/** A sealed record has to name who signed it for this long after it was made (cần kiểm tra). */
export const SEALED_YEARS = 10

const days = (count: number): Retention => ({ type: 'days', days: count })

const credential = (purpose: Purpose = 'sign-in'): PersonalDatum => ({
  purpose,
  basis: 'security',
  retention: { type: 'account' },
  seen: 'nobody',
  erasure: 'with-account',
})
const naming: PersonalDatum = {
  purpose: 'who-did-it',
  basis: 'duty-of-state-body',
  retention: { type: 'account' },
  seen: 'feed',
  erasure: 'with-account',
}
const onDevice: PersonalDatum = { ...credential('device-safety'), seen: 'self-and-administrator' }
const passing = (count: number): PersonalDatum => ({
  ...credential(),
  retention: days(count),
  erasure: 'by-itself',
})
const reference: PersonalDatum = {
  purpose: 'accountability',
  basis: 'security',
  retention: { type: 'installation' },
  seen: 'self-and-administrator',
  erasure: 'kept',
}
/** Free text of a record: meant for the work, but somebody may write a name into it. */
const freeText: PersonalDatum = {
  purpose: 'quality-record',
  basis: 'record-keeping',
  retention: { type: 'record' },
  seen: 'feed',
  erasure: 'kept',
}
const photo: PersonalDatum = { ...freeText, purpose: 'evidence' }
const wholeRecord: PersonalDatum = freeText

/** Everything the endpoint keeps beside the records, by table and column. What is left out there is about nobody. */
export const endpointTable: Readonly<Record<string, Readonly<Record<string, PersonalDatum>>>> = {
  account: {
    id: reference,
    username: { ...credential(), seen: 'self-and-administrator' },
    display_name: naming,
    password_hash: credential(),
    disabled_from: { ...reference, purpose: 'who-may-what' },
  },
  grant_: {
    account: { ...reference, purpose: 'who-may-what' },
    scope: { ...reference, purpose: 'who-may-what' },
    role: { ...reference, purpose: 'who-may-what' },
    valid_from: { ...reference, purpose: 'who-may-what' },
    valid_to: { ...reference, purpose: 'who-may-what' },
    deputy_for: { ...reference, purpose: 'who-may-what' },
  },
  device: {
    id: reference,
    account: reference,
    label: onDevice,
    pubkey: credential('device-safety'),
    created_ms: reference,
    password_ms: reference,
    last_seen_ms: reference,
  },
  session: {
    token_hash: passing(1),
    account: passing(1),
    device: passing(1),
    opened_ms: passing(1),
    expires_ms: passing(1),
  },
  challenge: { hash: passing(1), device: passing(1), expires_ms: passing(1) },
  once: { hash: passing(1), body: passing(1) },
  invitation: { hash: passing(30), account: passing(30), created_ms: passing(30), expires_ms: passing(30) },
  passkey: {
    id: credential(),
    account: credential(),
    pubkey: credential(),
    transports: credential(),
    label: onDevice,
    created_ms: credential(),
    used_ms: credential(),
  },
  provider_link: { identifier: credential(), account: credential(), linked_ms: credential() },
  quarantine: { body: wholeRecord, decided_by: reference, reason: freeText },
  op: { author: reference, body: wholeRecord, recv_ms: reference, hlc: reference },
  archived_op: { author: reference, recv_ms: reference, hlc: reference },
  device_cursor: { noted_ms: reference },
  ent: { regs: wholeRecord },
  trail: {
    account: reference,
    subject: reference,
    device: reference,
    at_ms: reference,
    detail: { ...naming, purpose: 'accountability', seen: 'self-and-administrator' },
  },
}

interface KindLine {
  readonly personal: Readonly<Record<string, PersonalDatum>>
  /** Fields that cannot say anything about a person. */
  readonly impersonal: readonly string[]
}

/** Every field of every kind of record. Author and moment of a change are no fields: see `op` above. */
export const kindTable: Readonly<Record<Kind, KindLine>> = {
  assessment: {
    personal: {},
    impersonal: ['unit', 'round', 'instrument', 'movedFrom', 'edition', 'startedOn', 'submission'],
  },
  answer: { personal: { reason: freeText, note: freeText }, impersonal: ['assessment', 'question', 'score'] },
  'assessment-progress': {
    personal: {},
    impersonal: [
      'assessment',
      'unit',
      'round',
      'instrument',
      'answered',
      'total',
      'edition',
      'startedOn',
      'submittedAt',
    ],
  },
  submission: { personal: { content: wholeRecord }, impersonal: ['unit', 'assessment', 'sha256'] },
  audit: {
    personal: { title: freeText, department: freeText },
    impersonal: ['unit', 'instrument', 'on', 'concludedAt', 'report'],
  },
  'audit-item': { personal: { reason: freeText, note: freeText }, impersonal: ['audit', 'item', 'result'] },
  'audit-progress': {
    personal: { title: freeText },
    impersonal: ['audit', 'unit', 'on', 'answered', 'total', 'findings', 'concludedAt'],
  },
  finding: {
    personal: { facts: freeText, requirement: freeText, objectiveEvidence: freeText, department: freeText },
    impersonal: ['unit', 'number', 'audit', 'item', 'grade', 'clause', 'dueOn'],
  },
  'audit-report': { personal: { content: wholeRecord }, impersonal: ['unit', 'audit', 'sha256'] },
  evidence: {
    personal: { caption: freeText, name: freeText, sha256: photo, thumbnailSha256: photo },
    impersonal: ['of', 'deliverable', 'mime', 'size', 'width', 'height', 'takenAt', 'on'],
  },
  'stage-event': {
    personal: { note: freeText, deliverables: freeText },
    impersonal: ['unit', 'plan', 'stage', 'type', 'on'],
  },
  amendment: { personal: { reason: freeText, text: freeText }, impersonal: ['of', 'ofKind', 'on'] },
  visit: {
    personal: { done: freeText, recommendation: freeText },
    impersonal: ['unit', 'on', 'stage', 'flag', 'lateReasons'],
  },
  plan: { personal: { plan: wholeRecord }, impersonal: [] },
  filling: { personal: {}, impersonal: ['unit', 'form', 'round', 'startedOn', 'submission'] },
  'filling-answer': {
    personal: { value: freeText, reason: freeText, note: freeText },
    impersonal: ['filling', 'path', 'aside'],
  },
  'filling-progress': {
    personal: {},
    impersonal: ['filling', 'unit', 'form', 'round', 'answered', 'total', 'startedOn', 'submittedAt'],
  },
  'filling-submission': { personal: { content: wholeRecord }, impersonal: ['unit', 'filling', 'form', 'sha256'] },
  form: {
    personal: {},
    impersonal: [
      'form',
      'version',
      'title',
      'defaultLanguage',
      'languages',
      'edition',
      'questions',
      'publishedOn',
      'parts',
      'length',
      'sha256',
    ],
  },
  'form-part': { personal: { text: freeText }, impersonal: ['form', 'at'] },
  'form-withdrawal': { personal: { reason: freeText }, impersonal: ['form', 'on'] },
  verification: { personal: { reason: freeText }, impersonal: ['unit', 'submission', 'question', 'level'] },
  'verification-state': { personal: { reason: freeText }, impersonal: ['unit', 'submission', 'assessment', 'state'] },
  action: {
    personal: { what: freeText, who: freeText, outcome: freeText },
    impersonal: ['unit', 'of', 'question', 'until', 'state'],
  },
  'assessment-distribution': { personal: {}, impersonal: ['instrument', 'on', 'parts'] },
  activity: { personal: {}, impersonal: ['action', 'what', 'form', 'unit', 'record'] },
}
