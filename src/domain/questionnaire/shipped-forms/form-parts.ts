/** How the program's own forms are written down: two languages side by side, and only what a row of a sheet would say. */
import type { Choice, FormNode, Group, Question, QuestionKind, Texts } from '../form/form.ts'
import { SHIPPED_LANGUAGES } from './shipped-form-list.ts'

/** A text in Vietnamese and English. */
export type Words = readonly [vi: string, en: string]

const texts = ([vi, en]: Words): Texts => ({ [SHIPPED_LANGUAGES[0]]: vi, [SHIPPED_LANGUAGES[1]]: en })

type More = Partial<
  Pick<Question, 'list' | 'relevant' | 'required' | 'constraint' | 'calculation' | 'appearance' | 'unit' | 'default'>
> & { readonly hint?: Words; readonly constraintMessage?: Words; readonly requiredMessage?: Words }

export function ask(kind: QuestionKind, name: string, label: Words | null, more: More = {}): Question {
  const { hint, constraintMessage, requiredMessage, ...columns } = more
  return {
    kind,
    name,
    label: label === null ? {} : texts(label),
    hint: hint === undefined ? {} : texts(hint),
    guidance: {},
    requiredMessage: requiredMessage === undefined ? {} : texts(requiredMessage),
    constraintMessage: constraintMessage === undefined ? {} : texts(constraintMessage),
    ...columns,
  }
}

export const groupOf = (name: string, label: Words, children: readonly FormNode[]): Group => ({
  kind: 'group',
  name,
  label: texts(label),
  children,
})

/** Marks a choice that calls for an improvement (FIL-16). */
export const IS_GAP: Choice['columns'] = { gap: 'yes' }

export const choice = (name: string, label: Words, columns: Choice['columns'] = {}): Choice => ({
  name,
  label: texts(label),
  columns,
})
