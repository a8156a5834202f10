/** Who reads the trail of a commune. It stands in the same table as everything else (`access-table.ts`). */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { rightsOf } from './access-table.ts'
import type { PlaceTree } from './feed-access.ts'
import { type Grant, isActive } from './role.ts'

/** Whether the person reads who did and saw what in this commune. Rule TRL-13. */
export const maySeeTrail = (grants: readonly Grant[], unit: string, tree: PlaceTree, on: LocalDate): boolean =>
  grants.some(
    (grant) => isActive(grant, on) && rightsOf(grant.role).seesTrail && tree.communesIn(grant.scope).includes(unit),
  )
