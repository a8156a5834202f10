// Sealed records of visits that the commune has not signed: of its last visits, because an old paper was signed by hand.
import type { VisitView } from '#data/contract/visit-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { signingState } from '#domain/signature/signing-state.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

const LOOKED_AT = 3

/** Nothing for those who do not sign for the commune. */
export function useUnsignedVisits({ store, person }: ScreenProps): readonly VisitView[] {
  const [unit] = person.communes
  const feed = unit === undefined ? '' : feedId(unit.id, 'pub')
  const signsFor = person.workplace === 'commune' && person.may('signature', feed) ? unit?.id : undefined
  const unsigned = useLive(async () => {
    if (signsFor === undefined) return []
    const { visits } = await store.visits.latest([signsFor], LOOKED_AT)
    const pages = await Promise.all(visits.map(({ id }) => store.visits.get(signsFor, id)))
    const records = pages.flatMap((page) => {
      const record = page?.visit.isSealed === true ? page.records.at(-1) : undefined
      return page && record ? [{ visit: page.visit, record }] : []
    })
    const given = await Promise.all(records.map(({ record }) => store.signatures.listOf(feed, record.id)))
    return records.flatMap(({ visit, record }, at) => {
      const { sides } = signingState(given[at] ?? [], ['auditee'], record.sha256)
      return sides[0]?.standing === undefined ? [visit] : []
    })
  }, [store, signsFor, feed])
  return unsigned ?? []
}
