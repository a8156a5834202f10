/**
 * Whether sealed minutes of an inspection, or a sealed report of remedy, are complete by what they say themselves: asked
 * where they arrive, of contents that any program may have sealed. The contents of the outline are those they list.
 */
import {
  type JsonObject,
  listAt,
  nameAt,
  objectAt,
  oneOf,
  textAt,
  textsAt,
  writtenAt,
} from '#domain/kernel/json-reading.ts'
import { isLocalDate, type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { headProblems, type InspectionHead, inspectionForms, teamParts } from './inspection.ts'
import { remedyLineProblems, remedyStates } from './remedy-report.ts'
import { callsForAction, type Shortcoming, shortcomingGrades, shortcomingProblems } from './shortcoming.ts'

const isBlank = (text: string): boolean => !hasText(text)

const dayAt = (content: JsonObject, key: string): LocalDate | null => {
  const text = textAt(content, key)
  return isLocalDate(text) ? text : null
}

const headIn = (content: JsonObject): InspectionHead => ({
  ...textsAt(content, 'basis', 'decisionNumber', 'place'),
  form: oneOf(inspectionForms, content['form']),
  decidedOn: writtenAt(content, 'decidedOn'),
  from: writtenAt(content, 'from'),
  to: writtenAt(content, 'to'),
  team: listAt(content, 'team').map((person) => ({
    ...textsAt(person, 'name', 'post'),
    part: oneOf(teamParts, person['part']) ?? 'member',
  })),
  hosts: listAt(content, 'hosts').map((person) => textsAt(person, 'name', 'post')),
})

const shortcomingIn = (one: JsonObject): Shortcoming => ({
  ...textsAt(one, 'id', 'facts', 'basis'),
  item: nameAt(one, 'item'),
  // A grade of a later version is one that asks for nothing known here.
  grade: oneOf(shortcomingGrades, one['grade']) ?? (textAt(one, 'grade') === '' ? null : 'observation'),
  dueOn: writtenAt(one, 'dueOn'),
})

function itemProblem(items: readonly JsonObject[], shortcomings: readonly Shortcoming[]): Problem | null {
  if (items.some((item) => textAt(item, 'result') === '')) return { code: 'inspection.items-open' }
  if (items.some((item) => item['result'] === 'na' && isBlank(textAt(item, 'note'))))
    return { code: 'inspection.reason-missing' }
  const named = new Set(shortcomings.map(({ item }) => item))
  const isBare = items.some((item) => item['result'] === 'not-met' && !named.has(textAt(item, 'item')))
  return isBare ? { code: 'inspection.shortcoming-missing' } : null
}

function dayProblem(content: JsonObject, on: LocalDate | null, shortcomings: readonly Shortcoming[]): Problem | null {
  if (on === null) return { code: 'inspection.day-missing' }
  const [due, from] = [dayAt(content, 'reportDueOn'), parseWrittenDate(writtenAt(content, 'from').text)]
  if (from.ok && on < from.value) return { code: 'inspection.day-too-early' }
  if (due === null && shortcomings.some(({ grade }) => callsForAction(grade)))
    return { code: 'inspection.report-due-missing' }
  return due !== null && due < on ? { code: 'inspection.report-due-too-early' } : null
}

function wordsProblem(content: JsonObject): Problem | null {
  if (isBlank(textAt(objectAt(content, 'texts'), 'conclusion'))) return { code: 'inspection.conclusion-missing' }
  return textAt(content, 'rating') === '' ? { code: 'inspection.rating-missing' } : null
}

/** The first thing the minutes lack, or null. Rule INS-5. */
export function sealedInspectionProblem(content: JsonObject): Problem | null {
  const on = dayAt(content, 'on')
  const shortcomings = listAt(content, 'shortcomings').map(shortcomingIn)
  return (
    headProblems(headIn(content))[0]?.problem ??
    itemProblem(listAt(content, 'items'), shortcomings) ??
    shortcomings.flatMap((one) => shortcomingProblems(one, on))[0] ??
    dayProblem(content, on, shortcomings) ??
    wordsProblem(content)
  )
}

const remedyIn = (line: JsonObject) => ({
  ...textsAt(line, 'words', 'papers'),
  state: oneOf(remedyStates, line['state']),
  doneOn: writtenAt(line, 'doneOn'),
  promisedOn: writtenAt(line, 'promisedOn'),
})

/** The first thing a report of remedy lacks, or null; its days are judged by its own. A state of a later version is one. Rule INS-9. */
export function sealedRemedyProblem(content: JsonObject): Problem | null {
  const [on, lines] = [dayAt(content, 'on'), listAt(content, 'lines')]
  if (lines.length === 0 || on === null) return { code: 'remedy.nothing-to-report' }
  const proven = new Set(listAt(content, 'evidence').map((one) => textAt(one, 'subject')))
  const problems = lines
    .filter((line) => textAt(line, 'state') === '' || remedyIn(line).state !== null)
    .flatMap((line) => remedyLineProblems(remedyIn(line), proven.has(textAt(line, 'shortcoming')), on))
  return problems[0] ?? null
}
