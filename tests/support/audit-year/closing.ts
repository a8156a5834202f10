/** From the review of the leaders over an inspection to the declaration, and what is left of it all a year later. */
import { expect } from 'vitest'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { DeclarationDraft } from '#domain/declaration/declaration.ts'
import { reviewInputs } from '#domain/management-review/review-input.ts'
import { outlineItems } from '#domain/inspection/outline.ts'
import { emptyRemedyLine } from '#domain/inspection/remedy-report.ts'
import { COMMUNE_SELF_ASSESSMENT, loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { codeOf, valueOf } from '#support/store/test-store.ts'
import { strokes } from './on-site.ts'
import type { YearDevice } from './year-world.ts'

/** Every input, one decision; sealed only when nothing is missing, and signed by secretary and head. */
export async function review(
  { store }: YearDevice,
  unit: string,
  on: LocalDate,
  noticedOn: LocalDate,
): Promise<string> {
  const { managementReviews: reviews } = store
  const head = { place: 'Trụ sở', chair: 'Chủ tịch', secretary: 'Thư ký ISO' }
  const id = valueOf(await reviews.start(unit, on, head))
  valueOf(await reviews.save(unit, id, { noticedOn }))
  for (const { id: input } of reviewInputs)
    valueOf(await reviews.saveInput(unit, id, { input, text: 'Đã xem', gatheredAt: null }))
  expect(codeOf(await reviews.seal(unit, id))).toBe('management-review.attendance-missing')
  const people = [
    { name: 'Người chủ trì', post: 'Chủ tịch', side: 'chair', isPresent: true },
    { name: 'Người ghi', post: 'Thư ký ISO', side: 'secretary', isPresent: true },
  ] as const
  for (const person of people) valueOf(await reviews.saveAttendee(unit, id, person))
  expect(codeOf(await reviews.seal(unit, id))).toBe('management-review.decision-missing')
  const decision = {
    unit,
    of: id,
    question: 'resource',
    what: 'Mua tủ hồ sơ',
    who: 'Kế toán',
    until: writtenDate('30/08/2026'),
  }
  valueOf(await store.reviews.addAction(decision))
  valueOf(await reviews.seal(unit, id))
  expect(codeOf(await reviews.save(unit, id, { conclusion: 'khác' }))).toBe('management-review.sealed')
  return id
}

/** All answers good: key questions do not block. */
export async function assessWell({ store }: YearDevice, unit: string): Promise<void> {
  const questions = (await loadInstrument(COMMUNE_SELF_ASSESSMENT))?.questions ?? []
  const id = valueOf(await store.assessments.start(unit, COMMUNE_SELF_ASSESSMENT, '2015'))
  for (const question of questions) valueOf(await store.assessments.saveAnswer(id, question.id, { score: 3 }))
  valueOf(await store.assessments.submit(id))
}

const draftOf = (unit: string, on: string): DeclarationDraft => ({
  unit,
  type: 'declaration',
  number: '01/CB-UBND',
  on,
  edition: '2015',
  scope: 'Chứng thực\nHộ tịch',
  address: 'Trụ sở xã',
  signer: 'Chủ tịch UBND',
  signerName: '',
  body: '',
  expiresOn: '',
  overrideReason: '',
})

/** Codes of the conditions that are sealed with it. */
export async function declare(
  { store }: YearDevice,
  unit: string,
  on: string,
  overrideReason = '',
): Promise<readonly string[]> {
  const id = valueOf(await store.declarations.declare({ ...draftOf(unit, on), overrideReason }))
  return (await store.declarations.get(unit, id))?.content.unmet.map(({ code }) => code) ?? []
}

export async function expectBlocked({ store }: YearDevice, unit: string, on: string): Promise<void> {
  expect(codeOf(await store.declarations.declare(draftOf(unit, on)))).toBe('declaration.blocked')
  expect(codeOf(await store.declarations.declare({ ...draftOf(unit, on), overrideReason: 'ok' }))).toBe(
    'declaration.blocked',
  )
}

const text = (on: LocalDate): string => on.split('-').reverse().join('/')

/** The team of the department at the office: one content is not met, which becomes a shortcoming with a day. */
export async function inspect({ store }: YearDevice, unit: string, on: LocalDate, dueOn: LocalDate): Promise<string> {
  const head = {
    form: 'at-office' as const,
    basis: 'Kế hoạch kiểm tra năm 2026',
    decisionNumber: '45/QĐ-SKHCN',
    decidedOn: writtenDate(text(on)),
    from: writtenDate(text(on)),
    to: writtenDate(text(on)),
    place: 'Trụ sở xã',
    team: [{ name: 'Trưởng đoàn', post: 'Phó Giám đốc Sở', part: 'leader' as const }],
    hosts: [{ name: 'Đại diện xã', post: 'Chủ tịch' }],
  }
  const id = valueOf(await store.inspections.begin(unit, head))
  for (const { id: item } of outlineItems)
    valueOf(
      await store.inspections.answer(
        unit,
        id,
        item,
        item === 'K6' ? { result: 'not-met', note: 'Hai hồ sơ trễ' } : { result: 'met' },
      ),
    )
  const lacking = { item: 'K6', facts: 'Hai hồ sơ trễ hạn', basis: 'QT-05', grade: 'minor' as const }
  const impossible = await store.inspections.saveShortcoming(unit, id, { ...lacking, dueOn: writtenDate('31/11/2026') })
  expect(codeOf(impossible)).toBe('date.nonexistent')
  valueOf(await store.inspections.saveShortcoming(unit, id, { ...lacking, dueOn: writtenDate(text(dueOn)) }))
  expect(codeOf(await store.inspections.seal(unit, id))).toMatch(/^inspection\./)
  const patch = {
    minutesOn: writtenDate(text(on)),
    reportDueOn: writtenDate(text(dueOn)),
    rating: 'met' as const,
    conclusion: 'Duy trì được',
  }
  valueOf(await store.inspections.save(unit, id, patch))
  valueOf(await store.inspections.seal(unit, id))
  return id
}

/** The commune answers with what was done, and says so in time. */
export async function answerInspection(
  { store }: YearDevice,
  unit: string,
  id: string,
  doneOn: LocalDate,
): Promise<void> {
  const known = await store.inspections.get(unit, id)
  const [shortcoming] = known?.sealed ?? []
  expect(Object.keys(known?.correctives ?? {})).toEqual([shortcoming?.id])
  const line = {
    ...emptyRemedyLine,
    state: 'done' as const,
    words: 'Đã trả và nhắc lịch',
    doneOn: writtenDate(text(doneOn)),
  }
  const remedy = (papers: string) => ({ lines: { [shortcoming?.id ?? '']: { ...line, papers } }, words: '' })
  expect(codeOf(await store.inspections.sealRemedy(unit, id, remedy('')))).toMatch(/^(remedy|inspection)\./)
  valueOf(await store.inspections.sealRemedy(unit, id, remedy('Sổ theo dõi số 5')))
}

export async function signMinutes(
  { store }: YearDevice,
  unit: string,
  id: string,
  on: LocalDate,
  side: 'team' | 'auditee',
): Promise<void> {
  const [minutes] = (await store.inspections.get(unit, id))?.minutes ?? []
  const record = {
    unit,
    feed: `${unit}/pub`,
    of: minutes?.id ?? '',
    ofKind: 'inspection-minutes',
    sha256: minutes?.sha256 ?? '',
  } as const
  valueOf(await store.signatures.sign(record, { side, name: 'Người ký', post: 'Chức vụ', on, strokes }))
}
