/**
 * The first day of a commune as a way of five steps, each of which may be done, left for later, or found done because the
 * records are there already. Nothing is asked that the app can see by itself.
 */
import type { CommuneProfile } from './commune-profile.ts'

const setUpSteps = ['profile', 'contacts', 'procedures', 'progress', 'round'] as const
export type SetUpStep = (typeof setUpSteps)[number]

/** `skipped` is the person's own word on this device; a step that is done counts as done whatever was skipped. */
export type StepState = 'open' | 'done' | 'skipped'

/** What the store knows of the commune. */
export interface SetUpFacts {
  readonly profile: Pick<CommuneProfile, 'focal' | 'committee' | 'setUpOn'>
  readonly procedures: number
  /** Events of its stages. */
  readonly stageEvents: number
  /** Rounds of self-assessment, begun or handed in. */
  readonly rounds: number
  /** False where no live plan has the commune: there is no progress to bring. */
  readonly hasPlan: boolean
}

function isDone(step: SetUpStep, { profile, procedures, stageEvents, rounds }: SetUpFacts): boolean {
  switch (step) {
    case 'profile':
      return profile.committee !== ''
    case 'contacts':
      return profile.focal !== ''
    case 'procedures':
      return procedures > 0
    case 'progress':
      return stageEvents > 0
    case 'round':
      return rounds > 0
  }
}

export interface SetUp {
  readonly steps: readonly { readonly step: SetUpStep; readonly state: StepState }[]
  /** The first that is neither done nor skipped; null where nothing is left. */
  readonly next: SetUpStep | null
  /** Steps done or skipped. */
  readonly settled: number
  /** Nobody need be asked again: ended by a person, or every step settled. */
  readonly isOver: boolean
}

/** Rules DAY-6 and DAY-7. */
export function setUpOf(facts: SetUpFacts, skipped: readonly string[]): SetUp {
  const steps = setUpSteps
    .filter((step) => step !== 'progress' || facts.hasPlan || facts.stageEvents > 0)
    .map((step) => ({
      step,
      state: isDone(step, facts)
        ? ('done' as const)
        : skipped.includes(step)
          ? ('skipped' as const)
          : ('open' as const),
    }))
  const next = steps.find(({ state }) => state === 'open')?.step ?? null
  return {
    steps,
    next,
    settled: steps.filter(({ state }) => state !== 'open').length,
    isOver: facts.profile.setUpOn !== null || next === null,
  }
}

/** Whether the app asks a commune to set itself up: only one in which nothing at all was done yet. Rule DAY-8. */
export const isFresh = ({ profile, procedures, stageEvents, rounds }: SetUpFacts): boolean =>
  profile.setUpOn === null && procedures + stageEvents + rounds === 0 && profile.focal + profile.committee === ''
