/**
 * An instrument is a versioned set of questions: the self-assessment of a commune, or the checklist of an
 * internal audit. Answers name the instrument by `id@version`, so a later wording never changes what was
 * answered before (QST-1).
 */
import type { EditionId } from '#domain/standard/edition.ts'
import type { LocalText } from '#domain/standard/local-text.ts'

export type { LocalText } from '#domain/standard/local-text.ts'

export type InstrumentKind = 'self-assessment' | 'audit-checklist'

/** How an item is answered: conformity from 0 to 3, or the result of an audit (C, NC, OBS, OFI, NA). */
export type InstrumentScale = 'conformity-0-3' | 'audit-result'

export interface Section {
  readonly id: string
  /** The chapter of the standard, or null for matters outside it (declaration, reporting, use). */
  readonly clause: string | null
  readonly title: LocalText
}

export interface Question {
  readonly id: string
  /** Id of the section the question stands in. */
  readonly section: string
  /** Clause of the 2015 edition, or null for matters outside the standard. */
  readonly clause: string | null
  /** A key question decides about "ready to declare" by itself (rule SA-6). */
  readonly isKey: boolean
  readonly text: LocalText
  /** One or two sentences: why it matters to a commune. */
  readonly why: LocalText
  /** What counts as evidence. */
  readonly evidence: LocalText
}

export interface Instrument {
  readonly id: string
  readonly version: number
  readonly kind: InstrumentKind
  readonly edition: EditionId
  readonly title: LocalText
  readonly scale: InstrumentScale
  readonly sections: readonly Section[]
  readonly questions: readonly Question[]
}

/** `commune-self-assessment@1`: the name under which answers refer to an instrument. Rule QST-1. */
export const instrumentKey = (instrument: Pick<Instrument, 'id' | 'version'>): string =>
  `${instrument.id}@${instrument.version}`

/** Freezes an instrument with everything in it. Rule QST-1. */
export function createInstrument(draft: Instrument): Instrument {
  freezeDeeply(draft)
  return draft
}

function freezeDeeply(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) freezeDeeply(part)
}
