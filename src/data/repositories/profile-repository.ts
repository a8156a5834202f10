/** What a commune tells on its first day. Its progress of before becomes stage events like any other, with the day they say. */
import { feedId } from '#domain/change/feed.ts'
import { checkProfile, type CommuneProfile, emptyProfile } from '#domain/first-day/commune-profile.ts'
import type { SetUpFacts } from '#domain/first-day/set-up.ts'
import type { ProfileRepository } from '#data/contract/profile-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { field, nullable, rowOf, rowsOfKind } from './entity-query.ts'
import { livePlanOf, readPlans } from './plan-reader.ts'
import { bringProgress, readProgressFacts } from './profile-progress.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'

const profileId = (unit: string): string => `cpf.${unit}`

export const createProfileRepository = (parts: RepositoryParts): ProfileRepository => ({
  get: (unitId) => readProfile(parts.db, unitId),
  save: (unitId, profile) => save(parts, unitId, profile),
  facts: (unitId) => readFacts(parts.db, unitId),
  progressFacts: (unitId, today) => readProgressFacts(parts, unitId, today),
  bringProgress: (unitId, stages) => bringProgress(parts, unitId, stages),
})

async function readProfile(db: LocalDatabase, unit: string): Promise<CommuneProfile> {
  const row = await rowOf(db, feedId(unit, 'pub'), profileId(unit))
  if (!row) return emptyProfile
  return {
    focal: field(row, 'focal', ''),
    committee: field(row, 'committee', ''),
    committeeOn: nullable<CommuneProfile['committeeOn']>(row, 'committeeOn') ?? emptyProfile.committeeOn,
    staff: nullable<number>(row, 'staff'),
    setUpOn: nullable<CommuneProfile['setUpOn']>(row, 'setUpOn'),
  }
}

async function save(parts: RepositoryParts, unit: string, profile: CommuneProfile): SaveResult {
  const checked = checkProfile(profile, todayOf(parts))
  if (!checked.ok) return checked
  const { committeeOn, ...rest } = checked.value
  const fields = { unit, ...rest, committeeOn: { ...committeeOn } }
  return parts.commit([{ feed: feedId(unit, 'pub'), kind: 'commune-profile', entity: profileId(unit), fields }])
}

const readFacts = (db: LocalDatabase, unit: string): Promise<SetUpFacts> =>
  readIn(db, [db.ent], async () => {
    const pub = feedId(unit, 'pub')
    const [profile, procedures, events, rounds, plans] = await Promise.all([
      readProfile(db, unit),
      rowsOfKind(db, pub, 'procedure'),
      rowsOfKind(db, pub, 'stage-event'),
      rowsOfKind(db, pub, 'assessment-progress'),
      readPlans(db),
    ])
    return {
      profile,
      procedures: procedures.length,
      stageEvents: events.length,
      rounds: rounds.length,
      hasPlan: livePlanOf(plans, unit) !== undefined,
    }
  })
