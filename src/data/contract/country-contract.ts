/** The country as the endpoint summed it up, province by province: what somebody sees who reads no commune's records. */
import type { ProvinceSummary } from '#domain/reporting/province-summary.ts'

export interface CountryRepository {
  /** What is on this device of every province the person's grants cover, by province. Rule NAT-7. */
  summaries(): Promise<readonly ProvinceSummary[]>
}
