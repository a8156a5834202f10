// Addresses of the first day, and who may tell what a commune is.
import { feedId } from '#domain/change/feed.ts'
import type { SetUpStep } from '#domain/first-day/set-up.ts'
import type { Person } from '#features/screen-props.ts'

export const FIRST_DAY_PATH = '/first-day'

/** A step leads to the screen where its work is done anyhow, wherever there is one. */
export const stepPath: Readonly<Record<SetUpStep, string>> = {
  profile: `${FIRST_DAY_PATH}/profile`,
  contacts: `${FIRST_DAY_PATH}/contacts`,
  procedures: '/procedures',
  progress: `${FIRST_DAY_PATH}/progress`,
  round: '/self-assessment',
}

export const mayTell = (person: Person): boolean => person.may('commune-profile', feedId(person.place.id, 'pub'))
