/** The part of the table of personal data that is about audits, corrective actions, reviews, declarations and inspections. */
import type { Kind } from '#domain/change/kind-registry.ts'
import { freeText, type KindLine, reference, signing, wholeRecord } from './personal-datum.ts'

export const auditKindTable = {
  auditor: {
    personal: { name: signing, post: freeText, account: reference, fields: freeText },
    impersonal: ['unit', 'since', 'until'],
  },
  'audit-programme': {
    personal: { objectives: freeText, scope: freeText, frequency: freeText, risks: freeText },
    impersonal: ['unit', 'year', 'edition', 'leader'],
  },
  'programme-slot': { personal: { field: freeText }, impersonal: ['programme', 'months', 'risk'] },
  'audit-plan': {
    personal: { purpose: freeText, scope: freeText },
    impersonal: [
      'unit',
      'programme',
      'decisionNumber',
      'decidedOn',
      'round',
      'edition',
      'from',
      'to',
      'leader',
      'members',
      'sentOn',
      'audit',
    ],
  },
  'audit-session': {
    personal: { place: freeText, field: freeText, auditee: freeText },
    impersonal: ['unit', 'plan', 'type', 'on', 'from', 'to', 'clauses', 'auditors'],
  },
  approval: { personal: { note: freeText }, impersonal: ['unit', 'of', 'ofKind', 'sha256', 'decision', 'on'] },
  'audit-share': { personal: {}, impersonal: ['audit', 'item', 'auditor'] },
  'audit-sample': { personal: { field: freeText, note: freeText }, impersonal: ['audit', 'item', 'dossier', 'state'] },
  'checklist-item': {
    personal: { document: freeText, question: freeText },
    impersonal: ['audit', 'clause', 'order', 'origin'],
  },
  meeting: { personal: { place: freeText, notes: freeText }, impersonal: ['unit', 'of', 'type', 'on', 'from', 'to'] },
  attendance: { personal: { name: signing, post: freeText }, impersonal: ['meeting', 'side', 'isPresent'] },
  'finding-response': {
    personal: { words: freeText, name: signing, post: freeText },
    impersonal: ['of', 'agrees', 'on', 'grade', 'sha256'],
  },
  signature: {
    personal: { name: signing, post: freeText, strokes: signing },
    impersonal: ['unit', 'of', 'ofKind', 'sha256', 'side', 'on'],
  },
  'corrective-action': {
    personal: { department: freeText, description: freeText, requirement: freeText, evidence: freeText },
    impersonal: ['unit', 'number', 'issuedOn', 'source', 'of', 'grade', 'clause', 'dueOn', 'inspection'],
  },
  'corrective-move': {
    personal: { words: freeText, whys: freeText, correction: freeText, action: freeText, responsible: freeText },
    impersonal: ['unit', 'of', 'name', 'on', 'dueOn', 'next', 'isEffective', 'officialNumber'],
  },
  'management-review': {
    personal: { place: freeText, chair: freeText, secretary: freeText, conclusion: freeText },
    impersonal: ['unit', 'number', 'on', 'noticedOn', 'hasNoDecision', 'minutes'],
  },
  'review-input': { personal: { text: freeText }, impersonal: ['review', 'input', 'gatheredAt'] },
  'review-minutes': { personal: { content: wholeRecord }, impersonal: ['unit', 'review', 'sha256'] },
  declaration: {
    personal: { content: wholeRecord },
    impersonal: ['unit', 'type', 'number', 'on', 'edition', 'expiresOn', 'sha256'],
  },
  'declaration-event': { personal: { reason: freeText }, impersonal: ['unit', 'of', 'type', 'on'] },
  inspection: {
    personal: {
      basis: freeText,
      place: freeText,
      team: signing,
      hosts: signing,
      staff: freeText,
      procedures: freeText,
      declared: freeText,
      edition: freeText,
      consultant: freeText,
      budget: freeText,
      strengths: freeText,
      limits: freeText,
      teamAsks: freeText,
      unitAsks: freeText,
      conclusion: freeText,
      unitWords: freeText,
      copies: freeText,
    },
    impersonal: [
      'unit',
      'form',
      'outline',
      'decisionNumber',
      'decidedOn',
      'from',
      'to',
      'rating',
      'minutesOn',
      'reportDueOn',
      'minutes',
    ],
  },
  'inspection-item': { personal: { note: freeText }, impersonal: ['inspection', 'item', 'result'] },
  shortcoming: {
    personal: { facts: freeText, basis: freeText },
    impersonal: ['unit', 'inspection', 'item', 'grade', 'dueOn'],
  },
  'inspection-minutes': { personal: { content: wholeRecord }, impersonal: ['unit', 'inspection', 'sha256'] },
  'remedy-report': { personal: { content: wholeRecord }, impersonal: ['unit', 'inspection', 'sha256'] },
} as const satisfies Partial<Record<Kind, KindLine>>
