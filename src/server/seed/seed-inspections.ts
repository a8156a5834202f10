/**
 * Inspections of the demonstration: the lead commune's was finished and its remedy report is awaited, one commune's report
 * is missing, one has reported, and one inspection is under way. Posts stand in the place of names.
 */
import { createHash } from 'node:crypto'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { sealedShortcomings } from '#domain/inspection/compilation.ts'
import { type InspectionForm, sectionNames, type SectionTexts } from '#domain/inspection/inspection.ts'
import { inspectionItemId } from '#domain/inspection/inspection-names.ts'
import { createMinutes, type InspectionWork, minutesBytes, type MinutesContent } from '#domain/inspection/minutes.ts'
import { programOutline } from '#domain/inspection/inspection-outline.ts'
import { type ItemAnswer, outlineItems } from '#domain/inspection/outline.ts'
import { createRemedyReport, emptyRemedyLine, remedyReportBytes, toReport } from '#domain/inspection/remedy-report.ts'
import type { Shortcoming } from '#domain/inspection/shortcoming.ts'
import { addDays, formatLocalDate, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Result } from '#domain/kernel/result.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import { type ShortcomingText, shortcomingTexts } from './seed-shortcomings.ts'
import type { SeedRecord } from './seed-writer.ts'

interface Story {
  readonly commune: SeedCommune
  /** Account of the department. */
  readonly by: string
  readonly form: InspectionForm
  /** Days from today to the inspection. */
  readonly day: number
  readonly texts: readonly ShortcomingText[]
  /** Days from the inspection to each shortcoming's day, and to the report's. */
  readonly due: number
  readonly reportDue: number
  /** How many contents are answered. */
  readonly answered: number
  /** Days from the inspection to the remedy report; absent where none came. */
  readonly reported?: number
}

const asJson = (value: unknown): JsonValue => value as JsonValue
const written = (date: LocalDate): WrittenDate => ({ text: formatLocalDate(date), date })
const nowhere: WrittenDate = { text: '', date: null }

function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`the seed made an inspection that is refused: ${result.error.code}`)
  return result.value
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const texts: SectionTexts = {
  ...(Object.fromEntries(sectionNames.map((name) => [name, ''])) as SectionTexts),
  staff: '22 cán bộ, công chức (dữ liệu minh họa)',
  procedures: '128 thủ tục hành chính (dữ liệu minh họa)',
  edition: 'TCVN ISO 9001:2015',
  strengths: 'Lãnh đạo quan tâm, hồ sơ được giải quyết phần lớn đúng hạn (dữ liệu minh họa)',
  teamAsks: 'Cập nhật tài liệu khi văn bản thay đổi; ghi đủ nguyên nhân khi khắc phục (dữ liệu minh họa)',
  conclusion: 'Hệ thống được duy trì; xã khắc phục các tồn tại đúng hạn và báo cáo (dữ liệu minh họa)',
  copies: '02 bản, mỗi bên giữ 01 bản',
}

function workOf(story: Story, on: LocalDate): InspectionWork {
  const { commune, form, due, reportDue, answered } = story
  const dice = commune.dice(`inspection ${story.day}`)
  const shortcomings = story.texts.map(
    ({ item, facts, basis, grade }, i): Shortcoming => ({
      id: createUuidV7({ now: () => momentOn(on, 10, i) }, dice),
      item,
      facts,
      basis,
      grade,
      dueOn: grade === 'observation' ? null : written(addDays(on, due)),
    }),
  )
  const result = (id: string): ItemAnswer['result'] =>
    shortcomings.some(({ item }) => item === id) ? 'not-met' : 'met'
  const isDone = answered === outlineItems.length
  return {
    id: createUuidV7({ now: () => momentOn(on, 8) }, dice),
    unit: commune.unit.id,
    head: {
      form,
      basis: 'Kế hoạch kiểm tra năm (dữ liệu minh họa)',
      decisionNumber: '04/QĐ-BCĐISO',
      decidedOn: written(addDays(on, -12)),
      from: written(on),
      to: written(on),
      place: form === 'at-office' ? 'Trụ sở UBND xã' : 'Sở Khoa học và Công nghệ',
      team: [
        { name: 'Lãnh đạo Sở KH&CN (minh họa)', post: 'Phó Giám đốc', part: 'leader' },
        { name: 'Chuyên viên Chi cục TCĐLCL (minh họa)', post: 'Chuyên viên', part: 'secretary' },
      ],
      hosts: [{ name: 'Lãnh đạo UBND xã (minh họa)', post: 'Phó Chủ tịch' }],
    },
    texts: isDone ? texts : { ...texts, conclusion: '' },
    rating: isDone ? 'met' : null,
    minutesOn: isDone ? written(on) : nowhere,
    reportDueOn: isDone ? written(addDays(on, reportDue)) : nowhere,
    outline: programOutline,
    answers: Object.fromEntries(
      outlineItems.slice(0, answered).map(({ id }) => [id, { result: result(id), note: '' }]),
    ),
    shortcomings,
  }
}

type Draw = (hour: number, kind: string, entity: string, fields: Readonly<Record<string, unknown>>) => SeedRecord

function draftRecords({ id, unit, head, answers, shortcomings, ...work }: InspectionWork, draw: Draw) {
  const { texts: sections, rating, minutesOn, reportDueOn } = work
  return [
    draw(8, 'inspection', id, { unit, ...head, ...sections, rating, minutesOn, reportDueOn, minutes: null }),
    ...Object.entries(answers).map(([item, answer]) =>
      draw(9, 'inspection-item', inspectionItemId(id, item), { inspection: id, item, ...answer }),
    ),
    ...shortcomings.map(({ id: entity, ...fields }) =>
      draw(10, 'shortcoming', entity, { unit, inspection: id, ...fields }),
    ),
  ]
}

function sealedRecords(story: Story, work: InspectionWork, on: LocalDate, draw: Draw): readonly SeedRecord[] {
  const { commune, by } = story
  const sealedAt = new Date(momentOn(on, 16)).toISOString()
  const content = valueOf(createMinutes(work, { number: 1, evidence: [], sealedAt, sealedBy: by }))
  const dice = commune.dice(`minutes ${story.day}`)
  const newId = (hour: number): string => createUuidV7({ now: () => momentOn(on, hour) }, dice)
  const { id: inspection, unit } = work
  const minutes = newId(16)
  const requests = toReport(sealedShortcomings([content])).map(({ id: of, grade, facts, basis, dueOn }, i) =>
    draw(16, 'corrective-action', newId(16), {
      unit,
      of,
      grade,
      dueOn,
      inspection,
      source: 'inspection',
      issuedOn: on,
      number: `PKP/${commune.unit.code}/${on.slice(0, 4)}/kt-${String(i + 1).padStart(3, '0')}`,
      description: facts,
      requirement: basis,
      clause: '',
      department: '',
      evidence: '',
    }),
  )
  return [
    draw(16, 'inspection-minutes', minutes, { unit, inspection, content, sha256: hashOf(minutesBytes(content)) }),
    draw(16, 'inspection', inspection, { minutes }),
    ...requests,
    ...remedyRecords(story, content),
  ]
}

function remedyRecords({ commune, day, reported }: Story, minutes: MinutesContent): readonly SeedRecord[] {
  if (reported === undefined) return []
  const on = addDays(commune.today, day + reported)
  const [by, atMs, { inspection, unit, reportDueOn }] = [commune.secretary, momentOn(on, 15), minutes]
  const shortcomings = sealedShortcomings([minutes])
  const line = {
    ...emptyRemedyLine,
    state: 'done' as const,
    doneOn: written(addDays(on, -2)),
    words: 'Đã sửa và ban hành lại quy trình, thu hồi bản cũ (dữ liệu minh họa)',
    papers: 'Quyết định ban hành quy trình sửa đổi (dữ liệu minh họa)',
  }
  const lines = Object.fromEntries(shortcomings.map(({ id }) => [id, line]))
  const work = { inspection, unit, shortcomings, lines, words: '', reportDueOn, evidence: [], correctives: {} }
  const sealing = { number: 1, on, sealedAt: new Date(atMs).toISOString(), sealedBy: by }
  const content = valueOf(createRemedyReport(work, sealing))
  const entity = createUuidV7({ now: () => atMs }, commune.dice('remedy'))
  const fields = { unit, inspection, content: asJson(content), sha256: hashOf(remedyReportBytes(content)) }
  return [{ by, atMs, feed: feedId(unit, 'pub'), kind: 'remedy-report', entity, fields }]
}

function storyRecords(story: Story): readonly SeedRecord[] {
  const { commune, by, day, answered } = story
  const on = addDays(commune.today, day)
  let minute = 0
  const draw: Draw = (hour, kind, entity, fields) => ({
    by,
    kind,
    entity,
    feed: feedId(commune.unit.id, 'pub'),
    atMs: momentOn(on, hour, minute++),
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, asJson(value)])),
  })
  const work = workOf(story, on)
  const isDone = answered === outlineItems.length
  return [...draftRecords(work, draw), ...(isDone ? sealedRecords(story, work, on, draw) : [])]
}

/** `by`: the account of the department, which stands for the team here. */
export function inspectionRecords(communes: readonly SeedCommune[], by: string): readonly SeedRecord[] {
  const lead = communes.find(({ isLead }) => isLead)
  const [second, third, fourth] = communes.filter(({ isLead }) => !isLead)
  if (!lead || !second || !third || !fourth) return []
  const all = { by, answered: outlineItems.length }
  const [papers, causes, remark] = shortcomingTexts
  const stories: readonly Story[] = [
    { ...all, commune: lead, form: 'at-office', day: -14, texts: [papers, causes, remark], due: 19, reportDue: 30 },
    { ...all, commune: second, form: 'on-files', day: -60, texts: [causes], due: 30, reportDue: 45 },
    { ...all, commune: third, form: 'at-office', day: -50, texts: [papers], due: 40, reportDue: 45, reported: 38 },
    { ...all, commune: fourth, form: 'at-office', day: -1, texts: [papers], due: 30, reportDue: 45, answered: 5 },
  ]
  return stories.flatMap(storyRecords)
}
