/** The shape of the indicators of the local-government self-assessment. */
import type { Words } from './form-parts.ts'

export interface Indicator {
  readonly name: Words
  /** What to look at before choosing a colour. */
  readonly look: Words
}

export interface IndicatorGroup {
  readonly title: Words
  /** False where the names stand on memory alone. */
  readonly isListed: boolean
  readonly indicators: readonly Indicator[]
}

export const on = (vi: string, en: string, lookVi: string, lookEn: string): Indicator => ({
  name: [vi, en],
  look: [lookVi, lookEn],
})
