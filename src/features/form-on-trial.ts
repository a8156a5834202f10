// The form somebody wants to fill in before anybody else sees it, on its way from the library of forms to the screens that
// fill forms in. It lives in the memory of this page only and goes with it; the answers are never here. Rule FIL-10.
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'

/** Stands in an address where the id of a filling does. */
export const TRIAL_ID = 'trial'
export const TRIAL_PATH = `/forms/${TRIAL_ID}`

export const isTrial = (filling: string): boolean => filling === TRIAL_ID

export interface FormOnTrial {
  readonly form: Form
  /** Address of the screen it was opened from. */
  readonly backTo: string
  /** Of the person who opened it; nobody else on a shared tablet meets it. */
  readonly store: PersonStore
}

let held: FormOnTrial | undefined

export const holdForTrial = (trial: FormOnTrial): void => {
  held = trial
}

export const formOnTrial = (store: PersonStore): FormOnTrial | undefined => (held?.store === store ? held : undefined)
