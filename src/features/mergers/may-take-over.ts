// Taking over writes the decision and, for most kinds, the record in which the work goes on; both have to be the person's.
import type { InheritableView } from '#data/contract/inheritance-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { ScreenProps } from '#features/screen-props.ts'

export function mayDecide({ person }: Pick<ScreenProps, 'person'>, heir: string): boolean {
  return person.may('inheritance', feedId(heir, 'pub'))
}

export function mayTakeOver(
  screen: Pick<ScreenProps, 'person'>,
  { kind }: Pick<InheritableView, 'kind'>,
  heir: string | null,
): boolean {
  if (heir === null || !mayDecide(screen, heir)) return false
  return kind === 'declaration' || screen.person.may(kind, feedId(heir, 'pub'))
}
