/**
 * What is kept about people, in one table: what for, on what ground, for how long, who sees it, and whether it may be
 * erased (Law 91/2025/QH15). A field that is in no line of this table has no place in the product; tests hold the kinds
 * of records and the endpoint's tables against it. Terms of years follow the keeping of administrative records and are
 * marked to be checked by the province's own rules.
 */
import type { Kind } from '#domain/change/kind-registry.ts'
import { auditKindTable } from './audit-kind-table.ts'
import { pilotKindTable } from './pilot-kind-table.ts'
import {
  credential,
  freeText,
  type KindLine,
  naming,
  onDevice,
  passing,
  type PersonalDatum,
  photo,
  reference,
  wholeRecord,
} from './personal-datum.ts'

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
    personal: {
      title: freeText,
      department: freeText,
      process: freeText,
      strengths: freeText,
      effectiveness: freeText,
      recommendations: freeText,
      proposals: freeText,
    },
    impersonal: ['unit', 'instrument', 'on', 'concludedAt', 'report', 'plan', 'clauses', 'conclusion'],
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
  plan: { personal: { plan: wholeRecord }, impersonal: [] },
  filling: { personal: {}, impersonal: ['unit', 'form', 'movedFrom', 'round', 'startedOn', 'submission', 'visit'] },
  'filling-answer': {
    personal: { value: freeText, reason: freeText, note: freeText },
    impersonal: ['filling', 'path', 'aside', 'confirmed'],
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
      'use',
      'questions',
      'publishedOn',
      'parts',
      'length',
      'sha256',
    ],
  },
  'form-part': { personal: { text: freeText }, impersonal: ['form', 'at'] },
  'form-withdrawal': { personal: { reason: freeText }, impersonal: ['form', 'on'] },
  verification: {
    personal: { reason: freeText, value: freeText },
    impersonal: ['unit', 'submission', 'question', 'level'],
  },
  'verification-state': { personal: { reason: freeText }, impersonal: ['unit', 'submission', 'assessment', 'state'] },
  action: {
    personal: { what: freeText, who: freeText, outcome: freeText },
    impersonal: ['unit', 'of', 'question', 'until', 'state'],
  },
  'assessment-distribution': { personal: {}, impersonal: ['instrument', 'on', 'parts'] },
  activity: { personal: {}, impersonal: ['action', 'what', 'form', 'unit', 'record'] },
  ...auditKindTable,
  ...pilotKindTable,
}
