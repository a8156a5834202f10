// An inspection of one commune on a device, as far as a screen needs it: under way, or with sealed minutes.
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { outlineItems } from '#domain/inspection/outline.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Role } from '#domain/access/role.ts'
import { aStore, anIdentity, UNIT, valueOf } from '#support/store/test-store.ts'
import { aHead, aShortcoming } from '../../domain/inspection/inspection-work.ts'

export const storeOf = (role: Role, scope: string): Promise<OpenedPersonStore> => {
  const account = `acc-${role}`
  const grant = { account, scope, role, from: '2026-01-01' as LocalDate, to: null }
  return aStore({ identity: { ...anIdentity('r1', account), grants: [grant] } })
}

export const begin = async (store: OpenedPersonStore): Promise<string> =>
  valueOf(await store.inspections.begin(UNIT, aHead()))

/** Everything but the conclusion. */
export async function fill(store: OpenedPersonStore): Promise<{ id: string; shortcoming: string }> {
  const id = await begin(store)
  for (const { id: item } of outlineItems) {
    valueOf(await store.inspections.answer(UNIT, id, item, { result: item === 'K3' ? 'not-met' : 'met' }))
  }
  const { id: _id, ...input } = aShortcoming()
  const shortcoming = valueOf(await store.inspections.saveShortcoming(UNIT, id, input))
  const days = { minutesOn: writtenDate('21/11/2026'), reportDueOn: writtenDate('31/12/2026') }
  valueOf(await store.inspections.save(UNIT, id, { ...days, rating: 'met' }))
  return { id, shortcoming }
}

export async function seal(store: OpenedPersonStore): Promise<{ id: string; shortcoming: string; minutes: string }> {
  const scene = await fill(store)
  valueOf(await store.inspections.save(UNIT, scene.id, { conclusion: 'Duy trì, còn một tồn tại' }))
  return { ...scene, minutes: valueOf(await store.inspections.seal(UNIT, scene.id)) }
}
