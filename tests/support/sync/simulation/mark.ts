/** Operations by what was written and when: the name that stays when a store takes another replica. */
import { DELETED_FIELD } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'

/** Names an operation by what was written and when, whatever replica it goes under. */
export const markOf = ({ u, h, s, e, f }: Op): string =>
  `${u} ${h} ${s} ${e} ${JSON.stringify(Object.entries(f).map(([name, write]) => [name, name === DELETED_FIELD ? '' : write[0]]))}`
