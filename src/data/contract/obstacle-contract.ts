/** What holds communes up, and why their stages are late: raised and explained by the commune, answered by the department. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Obstacle } from '#domain/obstacle/obstacle.ts'
import type { ObstacleStep } from '#domain/obstacle/obstacle-step.ts'
import type { DelayDraft, StageDelay } from '#domain/obstacle/stage-delay.ts'
import type { Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface ObstacleView extends Obstacle, Written {
  readonly id: string
}

export interface StageDelayView extends StageDelay, Written {
  readonly id: string
}

export type NewObstacle = Pick<Obstacle, 'unit' | 'stage' | 'text'>

export type StageOfPlan = Pick<StageDelay, 'unit' | 'plan' | 'stage'>

export interface ObstacleRepository {
  /** Of these communes, what waits longest first. Rule OBS-5. */
  list(unitIds: readonly string[]): Promise<readonly ObstacleView[]>
  raise(obstacle: NewObstacle): Promise<Result<string, Problem>>
  step(unitId: string, id: string, step: ObstacleStep): SaveResult
  /** What was stated about late stages of these communes, the newest statement first. */
  delays(unitIds: readonly string[]): Promise<readonly StageDelayView[]>
  explain(stage: StageOfPlan, draft: DelayDraft): SaveResult
}
