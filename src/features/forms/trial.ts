// A trial as the screens of a filling meet it: the person's screen with fillings, forms and drafts of typing that live in
// memory. Everything else is the person's own, and nothing else is asked to write. Rule FIL-10.
import type { DraftRepository } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { ok } from '#domain/kernel/result.ts'
import { type FormOnTrial, formOnTrial, isTrial, TRIAL_ID } from '#features/form-on-trial.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { TrialFillings } from './trial-fillings.ts'

interface Trial {
  readonly store: ScreenProps['store']
  readonly fillings: TrialFillings
}

const trials = new WeakMap<FormOnTrial, Trial>()
/** Forms on trial have no key yet that could not be another's. */
let opened = 0

function draftsInMemory(): DraftRepository {
  const drafts = new Map<string, JsonValue>()
  return {
    get: async (key) => drafts.get(key),
    put: async (key, value) => {
      drafts.set(key, value)
      return ok(null)
    },
    remove: async (key) => void drafts.delete(key),
  }
}

function begin({ store, person, clock, today }: ScreenProps, { form }: FormOnTrial): Trial {
  opened += 1
  const formKey = `${TRIAL_ID}:${opened}`
  const forms = { ...store.forms, list: async () => [], load: async () => form }
  const parts = { unitId: person.place.id, startedOn: today, forms, formKey }
  const fillings = new TrialFillings({ ...parts, screen: { store, clock } })
  return { fillings, store: { ...store, fillings, forms, drafts: draftsInMemory() } }
}

/** The screen as it was given, or over the trial that its address names; without one there the filling is not found. */
export function screenOf(given: ScreenProps, filling: string): ScreenProps {
  const form = isTrial(filling) ? formOnTrial(given.store) : undefined
  if (form === undefined) return given
  const trial = trials.get(form) ?? begin(given, form)
  trials.set(form, trial)
  const person = { ...given.person, may: (kind: string) => kind === 'filling-answer' }
  return { ...given, person, store: trial.store }
}

/** The answers are gone; the form can be tried again from its beginning. */
export function discardTrial(store: ScreenProps['store']): void {
  const form = formOnTrial(store)
  if (form !== undefined) trials.delete(form)
}

export const trialFillings = (store: ScreenProps['store']): TrialFillings | undefined =>
  store.fillings instanceof TrialFillings ? store.fillings : undefined
