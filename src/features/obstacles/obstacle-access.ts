// From which side somebody works on obstacles, and in which communes they may raise one. The endpoint guards who writes
// at all; which side takes which step is kept by the screen (rules OBS-2 and OBS-3).
import type { Place } from '#data/contract/store-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { ObstacleSide } from '#domain/obstacle/obstacle-step.ts'
import type { Person } from '#features/screen-props.ts'

export function sideOf({ workplace, roles }: Pick<Person, 'workplace' | 'roles'>): ObstacleSide {
  if (roles.includes('provincial-department')) return 'department'
  return workplace === 'commune' ? 'commune' : 'monitor'
}

export const mayWriteIn = (person: Pick<Person, 'may'>, unit: string): boolean =>
  person.may('obstacle', feedId(unit, 'pub'))

export const communesThatMayRaise = (person: Pick<Person, 'may' | 'communes'>): readonly Place[] =>
  person.communes.filter(({ id }) => mayWriteIn(person, id))
