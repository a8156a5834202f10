/** Of the commune whose accounts can sign in: the sample scorecard being filled in, and last year's handed in. */
import { feedId } from '#domain/change/feed.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { definitionsOf } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingAnswerId, fillingId } from '#domain/questionnaire/filling/filling-names.ts'
import { progressOf } from '#domain/questionnaire/filling/progress.ts'
import { compileForm } from '#domain/questionnaire/form/compile-form.ts'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { loadShippedForm } from '#domain/questionnaire/shipped-forms/load-shipped-form.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import { handedInForm } from './seed-handed-in-form.ts'
import type { SeedRecord } from './seed-writer.ts'

const FORM = 'administrative-reform-sample@1'
const ANSWERED = 3

/** The first questions with choices, as somebody answers them who takes the first choice. */
function answerSome(session: FormSession): readonly { readonly path: string; readonly value: string }[] {
  const open = session.refs().filter((ref) => (session.state(ref)?.choices.length ?? 0) > 0)
  const answers = open.slice(0, ANSWERED).map((path) => ({ path, value: session.state(path)?.choices[0]?.name ?? '' }))
  for (const { path, value } of answers) session.answer(path, value)
  return answers
}

export async function fillingRecords(commune: SeedCommune): Promise<readonly SeedRecord[]> {
  const { unit, today, isLead, secretary } = commune
  if (!isLead) return []
  const form = await loadShippedForm(FORM)
  const compiled = form && compileForm(form)
  if (!compiled?.ok) throw new Error(`seed: no form ${FORM}`)
  const startedOn = addDays(today, -5)
  const atMs = momentOn(startedOn, 14)
  const session = new FormSession(compiled.value, { clock: { now: () => atMs } })
  const answers = answerSome(session)
  const round = `${today.slice(0, 4)}-1`
  const filling = fillingId(unit.id, FORM, round)
  const whole = { unit: unit.id, form: FORM, round, startedOn }
  const record = (
    audience: 'self' | 'pub',
    kind: string,
    entity: string,
    fields: SeedRecord['fields'],
  ): SeedRecord => ({
    by: secretary,
    atMs,
    feed: feedId(unit.id, audience),
    kind,
    entity,
    fields,
  })
  const progress = progressOf(session, definitionsOf(compiled.value))
  return [
    record('self', 'filling', filling, { ...whole, submission: null }),
    ...answers.map((answer) =>
      record('self', 'filling-answer', fillingAnswerId(filling, answer.path), {
        filling,
        ...answer,
        reason: '',
        note: '',
      }),
    ),
    record('pub', 'filling-progress', filling, { ...whole, filling, ...progress, submittedAt: null }),
    ...handedInForm(commune, compiled.value),
  ]
}
