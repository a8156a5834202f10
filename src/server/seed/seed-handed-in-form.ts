/**
 * A form that was handed in: last year's sample scorecard of the commune whose accounts can sign in, of which the
 * monitor has verified some scores and found one to be lower, so that both sides have something to do.
 */
import { createHash } from 'node:crypto'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { sealFilling } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingAnswerId, fillingId, fillingVerificationId } from '#domain/questionnaire/filling/filling-names.ts'
import { verifiableAnswers } from '#domain/questionnaire/filling/filling-verification.ts'
import type { FillingAnswer } from '#domain/questionnaire/filling/stored-answers.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const SCORES = ['0.5', '0.5', '0.25', '0.5', '0.5', '0']
const VERIFIED = 4
const LOWERED_AT = 2

const answersOf = (year: number): readonly FillingAnswer[] =>
  [
    ['/nam', String(year)],
    ...SCORES.map((score, at) => [`/tc${at + 1}/tu_cham_tc${at + 1}`, score]),
    ['/tc7/ty_le_tc7', '92'],
  ].map(([path = '', value = '']) => ({ path, value, reason: '', note: '' }))

function verifications(commune: SeedCommune, submission: string, asked: readonly string[]): readonly SeedRecord[] {
  const begun = momentOn(addDays(commune.today, -2), 10)
  return asked.slice(0, VERIFIED).map((question, at): SeedRecord => {
    const isLowered = at === LOWERED_AT
    return {
      by: commune.monitor,
      atMs: begun + at * 180_000,
      feed: feedId(commune.unit.id, 'pub'),
      kind: 'verification',
      entity: fillingVerificationId(submission, question),
      fields: {
        unit: commune.unit.id,
        submission,
        question,
        level: isLowered ? 'other' : 'agreed',
        value: isLowered ? '0.25' : '',
        reason: isLowered ? 'Bản công bố chưa cập nhật sau khi đổi quy trình (dữ liệu minh họa)' : '',
      },
    }
  })
}

export function handedInForm(commune: SeedCommune, compiled: CompiledForm): readonly SeedRecord[] {
  const { unit, today, secretary } = commune
  const form = formKey(compiled.form)
  const year = Number(today.slice(0, 4)) - 1
  const startedOn: LocalDate = addDays(today, -12)
  const [begun, at] = [momentOn(startedOn, 9), momentOn(addDays(today, -6), 15)]
  const round = `${year}-1`
  const filling = fillingId(unit.id, form, round)
  const answers = answersOf(year)
  const session = { language: compiled.form.defaultLanguage }
  const whole = { filling, form, unit: unit.id, round }
  const sealed = sealFilling(compiled, { ...whole, submittedBy: secretary, answers, evidence: [], at, session })
  if (!sealed.ok) throw new Error(`seed: ${sealed.error.code}`)
  const content = sealed.value
  const submission = createUuidV7({ now: () => at }, commune.dice('form'))
  const asked = verifiableAnswers(content).map(({ path }) => path)
  const [self, pub] = [feedId(unit.id, 'self'), feedId(unit.id, 'pub')]
  const record = (feed: string, kind: string, entity: string, atMs: number, fields: SeedRecord['fields']) =>
    ({ by: secretary, atMs, feed, kind, entity, fields }) satisfies SeedRecord
  const head = { unit: unit.id, form, round, startedOn }
  const counted = { answered: asked.length, total: asked.length }
  return [
    record(self, 'filling', filling, begun, { ...head, submission }),
    ...answers.map((answer, index) =>
      record(self, 'filling-answer', fillingAnswerId(filling, answer.path), begun + index * 90_000, {
        filling,
        ...answer,
      }),
    ),
    record(pub, 'filling-submission', submission, at, {
      unit: unit.id,
      filling,
      form,
      content: content as unknown as JsonValue,
      sha256: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    }),
    record(pub, 'filling-progress', filling, at, { ...head, filling, ...counted, submittedAt: at }),
    ...verifications(commune, submission, asked),
  ]
}
