/**
 * How far a commune has come already, out of a workbook (DAY-15): for each stage the day it began, the day it was done and
 * where the proof is kept. A stage is taken for done only with words about its proof, as on the screen (PIL-12).
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import { type StageCode, type StageTemplate } from '#domain/pilot/stage-template.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { type Line, type ListReading, type ListShape, readDay, readList } from './list-import.ts'

export const progressColumns = ['stage', 'name', 'startedOn', 'doneOn', 'proof', 'note'] as const
export type ProgressColumn = (typeof progressColumns)[number]

export const progressShape: ListShape<ProgressColumn> = {
  headings: {
    stage: ['giai doan', 'ma giai doan', 'buoc', 'stage', 'step'],
    name: ['ten giai doan', 'noi dung', 'stage name', 'content'],
    startedOn: ['ngay bat dau', 'bat dau', 'started on', 'started', 'begun on'],
    doneOn: ['ngay hoan thanh', 'hoan thanh', 'ngay xong', 'done on', 'done'],
    proof: ['ho so chung minh', 'bang chung', 'van ban', 'ho so', 'proof', 'evidence'],
    note: ['ghi chu', 'note', 'notes'],
  },
  needed: ['stage', 'doneOn'],
}

/** What a line says happened. */
export interface PastStage {
  readonly stage: StageCode
  readonly startedOn: LocalDate | null
  readonly doneOn: LocalDate | null
  /** Where the papers are that prove it; '' where it is not done. */
  readonly proof: string
  readonly note: string
}

export interface ProgressFacts {
  readonly template: StageTemplate
  readonly today: LocalDate
  /** Stages declared or confirmed in the app. */
  readonly declared: readonly string[]
  /** Stages with any event. */
  readonly begun: readonly string[]
  readonly openMajor: number
}

const LONGEST_PROOF = 1000

type ProgressLine = Line<ProgressColumn>

function stageOf({ text, note }: ProgressLine, template: StageTemplate): StageTemplate[number] | undefined {
  const written = searchKey(text('stage'))
  const number = /^(?:g|giai doan|buoc|stage)? ?(\d{1,2})\b/.exec(written)?.[1]
  const stage = template.find(
    ({ code, name }) =>
      searchKey(code) === written ||
      (number !== undefined && code === `G${Number(number)}`) ||
      [name.vi, name.en].some((one) => searchKey(one) === written),
  )
  if (written === '') note('stage', 'missing')
  else if (stage === undefined) note('stage', 'stage-unknown', template.map(({ code }) => code).join(', '))
  return stage
}

function dayIn(line: ProgressLine, column: 'startedOn' | 'doneOn', today: LocalDate): LocalDate | null {
  const reading = readDay(line.cell(column))
  if ('fault' in reading) {
    line.note(column, reading.fault, reading.help)
    return null
  }
  if (reading.date !== null && reading.date > today) line.note(column, 'date-ahead')
  return reading.date
}

const saysNothing = ({ text }: ProgressLine): boolean =>
  (['startedOn', 'doneOn', 'proof'] as const).every((column) => text(column) === '')

function noteDone(line: ProgressLine, stage: StageTemplate[number], facts: ProgressFacts): void {
  if (stage.weight === 0) line.note('stage', 'not-yours')
  if (facts.declared.includes(stage.code)) line.note('stage', 'already-declared')
  if (line.text('proof') === '') line.note('proof', 'proof-missing')
  if (stage.gateRule === 'no-open-major' && facts.openMajor > 0)
    line.note('doneOn', 'open-major', String(facts.openMajor))
}

/** Rule DAY-15. Lines that say nothing of a stage are left aside: the template has one for each. */
export function readProgress(workbook: Workbook, facts: ProgressFacts): ListReading<ProgressColumn, PastStage> {
  const lineOf = new Map<string, number>()
  return readList(workbook, progressShape, (line) => {
    if (saysNothing(line)) return undefined
    const stage = stageOf(line, facts.template)
    const startedOn = dayIn(line, 'startedOn', facts.today)
    const doneOn = dayIn(line, 'doneOn', facts.today)
    if (startedOn !== null && doneOn !== null && doneOn < startedOn) line.note('doneOn', 'ends-before')
    if (Array.from(line.text('proof')).length > LONGEST_PROOF) line.note('proof', 'too-long', String(LONGEST_PROOF))
    if (startedOn === null && line.text('doneOn') === '' && line.text('startedOn') === '')
      line.note('doneOn', 'missing')
    if (stage === undefined) return null
    const before = lineOf.get(stage.code)
    if (before === undefined) lineOf.set(stage.code, line.line)
    else line.note('stage', 'twice', String(before))
    if (doneOn !== null) noteDone(line, stage, facts)
    else if (facts.begun.includes(stage.code)) line.note('stage', 'known')
    return { stage: stage.code, startedOn, doneOn, proof: line.text('proof'), note: line.text('note') }
  })
}
