// Words of forms and of this feature: a form brings its own in the columns of its author.
import { useCallback } from 'react'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import { type Choice, type Form, textIn } from '#domain/questionnaire/form/form.ts'
import type { NodeProblem } from '#domain/questionnaire/session/node-state.ts'
import { formTitle, type Titled } from '#features/form-title.ts'
import { isTrial } from '#features/form-on-trial.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'

const columns = new WeakMap<Form, Map<string, string>>()

/** Looked up once per form: a list of choices asks it for every row. */
function columnOf(form: Form, language: string): string {
  const known = columns.get(form) ?? new Map<string, string>()
  columns.set(form, known)
  const column = known.get(language) ?? columnOfLanguage(form, language)
  known.set(language, column)
  return column
}

/** About two small lines of a phone. */
const MOST_LETTERS = 80

/** A title for the frame, cut between words; the whole of it is the heading of the filling's own screen. */
export function inTwoLines(title: string): string {
  const letters = Array.from(title)
  if (letters.length <= MOST_LETTERS) return title
  const head = letters.slice(0, MOST_LETTERS).join('')
  return `${head.includes(' ') ? head.slice(0, head.lastIndexOf(' ')) : head}…`
}

export function useFillingWords() {
  const { t, language } = useText('filling')
  const formats = useFormats()
  const choiceOf = useCallback(
    (form: Form, { name, label }: Choice): string =>
      textIn(label, columnOf(form, language), form.defaultLanguage) || name,
    [language],
  )
  return {
    t,
    formats,
    choiceOf,
    /** A text of a listed form. */
    titleOf: (form: Titled): string => formTitle(form, language),
    /** The form's own sentence, else ours. What is only missing is no mistake yet. */
    problemOf: (problem: NodeProblem | null): string | undefined => {
      if (problem === null || problem.kind === 'required') return undefined
      return problem.message || t(`problem.${problem.kind}`)
    },
    roundTitle: (round: string): string => {
      if (isTrial(round)) return t('trial')
      if (!/^\d+-\d+$/.test(round)) return t('visit.round')
      const [year = '', number = ''] = round.split('-')
      return t('roundTitle', { year, number })
    },
  }
}
