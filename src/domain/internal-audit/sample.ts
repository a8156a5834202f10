/**
 * Dossiers an auditor took from the shelf: their number, on time or late. "At least five of each field" is what the
 * checklist asks; fewer is told and printed, because a small commune may have had no more.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { citizenNameIn, hasCitizenNumber } from './citizen-trace.ts'

export type SampleState = 'on-time' | 'late' | 'unknown'

export const sampleStates: readonly SampleState[] = ['on-time', 'late', 'unknown']

export interface Sample {
  readonly id: string
  /** Field of work. */
  readonly field: string
  /** Id of the item it was looked at for, or null. */
  readonly item: string | null
  readonly dossier: string
  readonly state: SampleState
  readonly note: string
}

export type SampleInput = Omit<Sample, 'id'>

/** Asked of every field that is audited. */
export const SAMPLES_PER_FIELD = 5
const LONGEST_NUMBER = 60

/** The sample with its texts trimmed, or why it is not kept. Rule AUD-13. */
export function checkSample(input: SampleInput): Result<SampleInput, Problem> {
  const [dossier, note, field] = [input.dossier.trim(), input.note.trim(), input.field.trim()]
  if (field === '') return err({ code: 'sample.field-missing' })
  if (dossier === '') return err({ code: 'sample.dossier-missing' })
  if (hasCitizenNumber(dossier) || hasCitizenNumber(note)) return err({ code: 'sample.citizen-number' })
  const name = citizenNameIn(dossier) ?? citizenNameIn(note)
  if (name !== null) return err({ code: 'sample.citizen-name', params: { text: name } })
  if (!/\d/.test(dossier) || dossier.length > LONGEST_NUMBER) return err({ code: 'sample.not-a-number' })
  return ok({ ...input, dossier, note, field })
}

export interface FieldSamples {
  readonly field: string
  readonly count: number
  readonly onTime: number
  readonly late: number
  /** How many are missing to what is asked; 0 where there are enough. */
  readonly missing: number
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By field, by name; a dossier looked at twice counts once in its field. Rule AUD-14. */
export function samplesByField(samples: readonly Sample[]): readonly FieldSamples[] {
  const fields = [...new Set(samples.map(({ field }) => field))].sort(compare)
  return fields.map((field) => {
    const byNumber = new Map(samples.filter((one) => one.field === field).map((one) => [one.dossier, one]))
    const count = byNumber.size
    const inState = (state: SampleState) => [...byNumber.values()].filter((one) => one.state === state).length
    const missing = Math.max(0, SAMPLES_PER_FIELD - count)
    return { field, count, onTime: inState('on-time'), late: inState('late'), missing }
  })
}
