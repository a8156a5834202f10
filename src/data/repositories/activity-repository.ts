/**
 * The notes of what a person exported and looked at: operations like any other, so that they are kept and sent without a
 * network too. They hold ids and nothing else. No device reads them again; once sent they leave this one with their feed,
 * of which nobody is a member (ACC-18).
 */
import type { ActivityRepository } from '#data/contract/activity-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { rightsOf } from '#domain/access/access-table.ts'
import { mayWriteKind } from '#domain/access/feed-access.ts'
import { createPlaceTree } from '#domain/access/place-tree.ts'
import { type Grant, isActive } from '#domain/access/role.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

/** What was looked at today, so that opening a record ten times is one note. */
const LOOKED = 'looked'

interface LookedToday {
  readonly day: string
  readonly records: readonly string[]
}

async function lookedToday(db: LocalDatabase, day: string): Promise<readonly string[]> {
  const known = (await db.meta.get(LOOKED))?.box as LookedToday | undefined
  return known?.day === day ? known.records : []
}

/** Somebody of the commune itself reads its drafts; for them opening its record is no look into another's data. */
const isOfUnit = ({ role, scope }: Grant, unit: string): boolean =>
  scope === unit && rightsOf(role).reads.some((audience) => audience === 'self' || audience === 'audit')

function isOutsider({ grants, places }: StoredIdentity, unit: string, today: LocalDate): boolean {
  const active = grants.filter((grant) => isActive(grant, today))
  if (active.some((grant) => isOfUnit(grant, unit))) return false
  return mayWriteKind(active, 'activity', feedId(unit, 'log'), createPlaceTree(places), today)
}

export function createActivityRepository(parts: RepositoryParts): ActivityRepository {
  const { db, commit, identity } = parts
  async function note(scope: string, fields: Readonly<Record<string, JsonValue>>): Promise<Result<null, Problem>> {
    const record = { feed: feedId(scope, 'log'), kind: 'activity', entity: newId(parts), fields }
    const saved = await commit([record])
    return saved.ok ? ok(null) : saved
  }
  return {
    async exported({ what, form, unit = null, record = null }) {
      const { grants } = identity()
      const grant = grants.find((one) => isActive(one, todayOf(parts))) ?? grants[0]
      return grant ? note(grant.scope, { action: 'export', what, form, unit, record }) : ok(null)
    },
    async looked({ what, unit, record }) {
      const day = todayOf(parts)
      const records = await lookedToday(db, day)
      if (records.includes(record) || !isOutsider(identity(), unit, day)) return ok(null)
      const noted = await note(unit, { action: 'look', what, form: '', unit, record })
      if (noted.ok) await db.meta.put({ key: LOOKED, box: { day, records: [...records, record] } })
      return noted
    },
  }
}
