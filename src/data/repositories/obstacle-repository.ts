/** Obstacles and reasons for delay as one part of the store. A step is judged by what is stored, inside its gesture. */
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { compareObstacles, type Obstacle, type ObstacleState, obstacleStates } from '#domain/obstacle/obstacle.ts'
import { checkNewObstacle, type ObstacleStep, takeObstacleStep } from '#domain/obstacle/obstacle-step.ts'
import type { NewObstacle, ObstacleRepository, ObstacleView } from '#data/contract/obstacle-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import { type Fielded, field, nullable, rowsOfKindIn } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { explainDelay, listDelays } from './stage-delay-writer.ts'
import { writtenBy } from './written-by.ts'

export const createObstacleRepository = (parts: RepositoryParts): ObstacleRepository => ({
  list: (unitIds) => listObstacles(parts, unitIds),
  raise: (obstacle) => raise(parts, obstacle),
  step: (unitId, id, step) => takeStep(parts, unitId, id, step),
  delays: (unitIds) => listDelays(parts, unitIds),
  explain: (stage, draft) => explainDelay(parts, stage, draft),
})

/** What a newer version calls otherwise is open: nobody overlooks it. */
const stateOf = (of: Fielded): ObstacleState => {
  const state = field<string>(of, 'state', 'open')
  return (obstacleStates as readonly string[]).includes(state) ? (state as ObstacleState) : 'open'
}

const obstacleOf = (of: Fielded): Obstacle => ({
  unit: field(of, 'unit', ''),
  stage: nullable<Obstacle['stage']>(of, 'stage'),
  text: field(of, 'text', ''),
  raisedOn: field<Obstacle['raisedOn']>(of, 'raisedOn', '' as Obstacle['raisedOn']),
  owner: field(of, 'owner', ''),
  dueOn: nullable<Obstacle['dueOn']>(of, 'dueOn'),
  answer: field(of, 'answer', ''),
  answeredOn: nullable<Obstacle['answeredOn']>(of, 'answeredOn'),
  state: stateOf(of),
})

const listObstacles = ({ db, identity }: RepositoryParts, units: readonly string[]): Promise<readonly ObstacleView[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const feeds = units.map((unit) => feedId(unit, 'pub'))
    const [rows, locate] = await Promise.all([rowsOfKindIn(db, feeds, 'obstacle'), readLocations(db)])
    const written = writtenBy(identity(), locate)
    return rows
      .map((row): ObstacleView => ({ ...obstacleOf(row), id: row.e, ...written(row) }))
      .sort((a, b) => compareObstacles(a, b) || (a.id < b.id ? -1 : 1))
  })

async function raise(parts: RepositoryParts, obstacle: NewObstacle): Promise<Result<string, Problem>> {
  const checked = checkNewObstacle(obstacle)
  if (!checked.ok) return checked
  const { unit, stage, text } = checked.value
  const entity = newId(parts)
  const fields = { unit, stage, text: text.trim(), raisedOn: todayOf(parts), state: 'open' }
  const saved = await parts.commit([{ feed: feedId(unit, 'pub'), kind: 'obstacle', entity, fields }])
  return saved.ok ? ok(entity) : saved
}

function takeStep(parts: RepositoryParts, unit: string, id: string, step: ObstacleStep): SaveResult {
  const feed = feedId(unit, 'pub')
  const today = todayOf(parts)
  return parts.commit(async (reader) => {
    const before = await reader.entity(feed, id)
    if (!before) return err({ code: 'obstacle.not-found' })
    const fields = takeObstacleStep(obstacleOf(before), step, today)
    return fields.ok ? ok([{ feed, kind: 'obstacle', entity: id, fields: { ...fields.value } }]) : fields
  })
}
