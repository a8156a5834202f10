/** What a commune says of itself on its first day, and the progress it brings along. */
import type { CommuneProfile } from '#domain/first-day/commune-profile.ts'
import type { PastStage, ProgressFacts } from '#domain/first-day/progress-import.ts'
import type { SetUpFacts } from '#domain/first-day/set-up.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { SaveResult } from './store-contract.ts'

export interface ProfileRepository {
  /** An empty profile where the commune has told nothing yet. */
  get(unitId: string): Promise<CommuneProfile>
  save(unitId: string, profile: CommuneProfile): SaveResult
  /** What the set-up goes by (DAY-6). */
  facts(unitId: string): Promise<SetUpFacts>
  /** What a list of past progress is read against; null where no live plan has the commune. */
  progressFacts(unitId: string, today: LocalDate): Promise<Omit<ProgressFacts, 'today'> | null>
  /** Writes the events of all stages in one gesture, or nothing of it (DAY-13, DAY-15). */
  bringProgress(unitId: string, stages: readonly PastStage[]): SaveResult
}
