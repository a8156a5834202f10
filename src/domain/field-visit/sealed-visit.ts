/**
 * Whether the sealed record of a visit is complete by what it says itself: asked where it arrives, of contents that any
 * program may have sealed. Whether its day has come is not asked: only the device that sealed it had a clock beside it.
 */
import { type JsonObject, listAt, nameAt, oneOf, textAt, textsAt, writtenAt } from '#domain/kernel/json-reading.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { noVisitDetails, type VisitFlag, type WholeVisit } from './visit.ts'
import { recordProblems } from './visit-record.ts'

const flags: readonly VisitFlag[] = ['red', 'yellow', 'green']
const NEVER = '9999-12-31' as LocalDate

const visitIn = (content: JsonObject): WholeVisit => ({
  ...noVisitDetails,
  ...textsAt(content, 'unit', 'done', 'recommendation', 'visitors', 'received', 'opinion'),
  id: textAt(content, 'visit'),
  on: writtenAt(content, 'on'),
  stage: 'G0',
  flag: oneOf(flags, content['flag']) ?? 'green',
  lateReasons: [],
  from: nameAt(content, 'from'),
  to: nameAt(content, 'to'),
  checked: listAt(content, 'checked').map((line) => textsAt(line, 'about', 'known', 'found')),
})

/** The first thing it lacks, or null. Rule VIS-12. */
export const sealedVisitProblem = (content: JsonObject): Problem | null =>
  recordProblems(visitIn(content), NEVER)[0] ?? null
