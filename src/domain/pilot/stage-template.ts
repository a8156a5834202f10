/**
 * The stages of a pilot model, as types. Each stage has its own unit of time (decision D3): a training day is
 * planned in working days, the trial in calendar months. A deliverable names the kind of record that proves
 * it, so that any photo is not proof.
 */
import type { LocalText } from '#domain/standard/local-text.ts'

export type StageCode = 'G0' | 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6' | 'G7' | 'G8' | 'G9' | 'G10'

/** `record-in-app`: a record of this app proves it, such as a submitted self-assessment or a closed audit. */
export type DeliverableKind = 'document' | 'record-in-app' | 'attendance' | 'decision'

export interface Deliverable {
  readonly id: string
  readonly name: LocalText
  readonly kind: DeliverableKind
}

export type DurationUnit = 'working-days' | 'calendar-days' | 'calendar-months'

export interface Duration {
  readonly amount: number
  readonly unit: DurationUnit
}

export interface Stage {
  readonly code: StageCode
  readonly name: LocalText
  /** For tables: at most 14 characters. */
  readonly shortName: LocalText
  /** What has to be true before the next stage. */
  readonly gate: LocalText
  /** A gate that the app can count. Rule PIL-13. */
  readonly gateRule?: 'no-open-major'
  readonly deliverables: readonly Deliverable[]
  /** Share of the whole, in per cent; 0 for the evaluation by the province. */
  readonly weight: number
  readonly duration: Duration
}

/** Stages in the order they are done. */
export type StageTemplate = readonly Stage[]

/** The stage in which a commune declares conformity. */
export const DECLARATION_STAGE: StageCode = 'G9'
/** The trial of three calendar months. */
export const TRIAL_STAGE: StageCode = 'G6'
