// What a form's session is given on this device: the clock, chance, the language of the screen, and who fills it in.
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import type { ScreenProps } from './screen-props.ts'

type SessionParts = Pick<ScreenProps, 'clock'> & { readonly store: Pick<PersonStore, 'identity'> }

export const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

export const sessionOptions = ({ store: { identity }, clock }: SessionParts, form: CompiledForm, language: string) => ({
  clock,
  random,
  language: columnOfLanguage(form.form, language),
  environment: { username: identity.account.username, deviceid: identity.replica },
})
