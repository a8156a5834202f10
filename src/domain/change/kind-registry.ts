/**
 * Every kind of entity the product knows: the audience whose feeds may carry it and its schema version.
 * An endpoint quarantines a kind in a feed where it does not belong; a device keeps kinds it does not know.
 */
import type { Audience } from './feed.ts'

export interface KindDefinition {
  readonly audiences: readonly Audience[]
  readonly schemaVersion: number
  /** Written once; a second write is an amendment shown beside it, never a replacement. */
  readonly isSealed?: true
  /** Sealed, and followed by a further one of its kind where there is more to say: it has no amendments (CHG-22). */
  readonly isStep?: true
}

export const kindRegistry = {
  assessment: { audiences: ['self'], schemaVersion: 1 },
  answer: { audiences: ['self'], schemaVersion: 1 },
  'assessment-progress': { audiences: ['pub'], schemaVersion: 1 },
  submission: { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  audit: { audiences: ['audit'], schemaVersion: 1 },
  'audit-item': { audiences: ['audit'], schemaVersion: 1 },
  'audit-progress': { audiences: ['pub'], schemaVersion: 1 },
  finding: { audiences: ['audit', 'pub'], schemaVersion: 1 },
  'audit-report': { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  evidence: { audiences: ['self', 'audit', 'pub'], schemaVersion: 1 },
  'stage-event': { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  amendment: { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  visit: { audiences: ['pub'], schemaVersion: 1 },
  plan: { audiences: ['plan'], schemaVersion: 1 },
  filling: { audiences: ['self', 'pub'], schemaVersion: 1 },
  'filling-answer': { audiences: ['self', 'pub'], schemaVersion: 1 },
  'filling-progress': { audiences: ['pub'], schemaVersion: 1 },
  'filling-submission': { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  form: { audiences: ['plan'], schemaVersion: 1, isSealed: true },
  'form-part': { audiences: ['plan'], schemaVersion: 1, isSealed: true },
  'form-withdrawal': { audiences: ['plan'], schemaVersion: 1 },
  verification: { audiences: ['pub'], schemaVersion: 1 },
  'verification-state': { audiences: ['pub'], schemaVersion: 1 },
  action: { audiences: ['pub'], schemaVersion: 1 },
  'assessment-distribution': { audiences: ['plan'], schemaVersion: 1 },
  activity: { audiences: ['log'], schemaVersion: 1, isSealed: true },
  auditor: { audiences: ['pub'], schemaVersion: 1 },
  'audit-programme': { audiences: ['pub'], schemaVersion: 1 },
  'programme-slot': { audiences: ['pub'], schemaVersion: 1 },
  'audit-plan': { audiences: ['pub'], schemaVersion: 1 },
  'audit-session': { audiences: ['pub'], schemaVersion: 1 },
  approval: { audiences: ['pub'], schemaVersion: 1, isSealed: true, isStep: true },
  'audit-share': { audiences: ['audit'], schemaVersion: 1 },
  'audit-sample': { audiences: ['audit'], schemaVersion: 1 },
  'checklist-item': { audiences: ['audit'], schemaVersion: 1 },
  meeting: { audiences: ['audit', 'pub'], schemaVersion: 1 },
  attendance: { audiences: ['audit', 'pub'], schemaVersion: 1 },
  'finding-response': { audiences: ['audit', 'pub'], schemaVersion: 1, isSealed: true, isStep: true },
  signature: { audiences: ['audit', 'pub'], schemaVersion: 1, isSealed: true, isStep: true },
  'corrective-action': { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  'corrective-move': { audiences: ['pub'], schemaVersion: 1, isSealed: true, isStep: true },
  'management-review': { audiences: ['pub'], schemaVersion: 1 },
  'review-input': { audiences: ['pub'], schemaVersion: 1 },
  'review-minutes': { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  declaration: { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  'declaration-event': { audiences: ['pub'], schemaVersion: 1, isSealed: true, isStep: true },
  inspection: { audiences: ['pub'], schemaVersion: 1 },
  'inspection-item': { audiences: ['pub'], schemaVersion: 1 },
  shortcoming: { audiences: ['pub'], schemaVersion: 1 },
  'inspection-minutes': { audiences: ['pub'], schemaVersion: 1, isSealed: true, isStep: true },
  'remedy-report': { audiences: ['pub'], schemaVersion: 1, isSealed: true },
  'visit-record': { audiences: ['pub'], schemaVersion: 1, isSealed: true, isStep: true },
  'planned-visit': { audiences: ['pub'], schemaVersion: 1 },
  obstacle: { audiences: ['pub'], schemaVersion: 1 },
  'stage-delay': { audiences: ['pub'], schemaVersion: 1 },
  inheritance: { audiences: ['pub'], schemaVersion: 1 },
  'commune-profile': { audiences: ['pub'], schemaVersion: 1 },
  procedure: { audiences: ['pub'], schemaVersion: 1 },
  'kept-aside': { audiences: ['pub'], schemaVersion: 1 },
  'pilot-summary': { audiences: ['plan'], schemaVersion: 1 },
} as const satisfies Record<string, KindDefinition>

export type Kind = keyof typeof kindRegistry

export const isKind = (kind: string): kind is Kind => Object.hasOwn(kindRegistry, kind)

export const kindDefinition = (kind: Kind): KindDefinition => kindRegistry[kind]

/** Kinds whose records stay as they were first written. */
export const sealedKinds: readonly Kind[] = (Object.keys(kindRegistry) as Kind[]).filter(
  (kind) => 'isSealed' in kindRegistry[kind],
)

/** Whether records of this kind stay as they were first written. Rule CHG-21. */
export const isSealedKind = (kind: string): boolean => isKind(kind) && 'isSealed' in kindRegistry[kind]
