// What is chosen of the list, read out of the address, where anybody may have typed anything.
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import { type ObstacleState, obstacleStates } from '#domain/obstacle/obstacle.ts'

export interface ObstacleQuery {
  readonly state: ObstacleState
  readonly area: string
  readonly unit: string
  readonly stage: string
  /** A post, `none` for those nobody has taken on, '' for any. */
  readonly owner: string
}

/** Stands for those nobody has taken on. */
export const NO_OWNER = 'none'

export function readObstacleQuery(query: Readonly<Record<string, string>>): ObstacleQuery {
  const { state = '', area = '', unit = '', stage = '', owner = '' } = query
  const known = obstacleStates.find((one) => one === state)
  return { state: known ?? 'open', area, unit, stage, owner }
}

/** `parentOf`: the area of each commune. */
export const chosenObstacles = (
  obstacles: readonly ObstacleView[],
  { state, area, unit, stage, owner }: ObstacleQuery,
  parentOf: ReadonlyMap<string, string | null>,
): readonly ObstacleView[] =>
  obstacles.filter(
    (one) =>
      one.state === state &&
      (area === '' || parentOf.get(one.unit) === area) &&
      (unit === '' || one.unit === unit) &&
      (stage === '' || one.stage === stage) &&
      (owner === '' || one.owner === (owner === NO_OWNER ? '' : owner)),
  )
