/**
 * What a report seals beside answers and findings since audits are done in teams on site. Every part is optional: a report
 * of before has none of them and opens as it always did, and one without them is sealed to the same bytes as before.
 */
import type { IndependenceLine } from '#domain/audit-planning/independence.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { OwnItem } from './checklist.ts'
import type { FindingResponse } from './finding-response.ts'
import type { MeetingContent } from './meeting.ts'
import { hasReportWords, type ReportWords } from './report-words.ts'
import type { Sample } from './sample.ts'

/** The plan the audit followed, as it was named. */
export interface ReportedPlan {
  readonly id: string
  readonly decisionNumber: string
  /** As it was written. */
  readonly decidedOn: string
  readonly round: number
  readonly purpose: string
  readonly scope: string
  readonly team: readonly { readonly name: string; readonly post: string; readonly isLeader: boolean }[]
}

export type ReportedSample = Omit<Sample, 'id'>
export type ReportedMeeting = Omit<MeetingContent, 'audit'>
export interface ReportedResponse extends Omit<FindingResponse, 'id' | 'at'> {
  /** Of the words that were answered; answers of before have none. */
  readonly sha256?: string
  /** The words were changed after it (AUD-30). */
  readonly isOld?: boolean
}
export type ReportedIndependence = Omit<IndependenceLine, 'session'>

export interface AuditReportMore {
  readonly plan?: ReportedPlan
  /** Chosen clauses of the checklist; absent where all of it was used. */
  readonly clauses?: readonly string[]
  readonly ownItems?: readonly OwnItem[]
  readonly samples?: readonly ReportedSample[]
  readonly meetings?: readonly ReportedMeeting[]
  readonly responses?: readonly ReportedResponse[]
  readonly independence?: readonly ReportedIndependence[]
  readonly words?: ReportWords
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const sorted = <T>(values: readonly T[]): readonly T[] =>
  [...values].sort((a, b) => compare(canonicalJson(a), canonicalJson(b)))

const byTime = (a: ReportedMeeting, b: ReportedMeeting): number => compare(`${a.on}${a.from}`, `${b.on}${b.from}`)

/** Only the parts that hold something, each in an order that does not depend on who wrote first. Rules AUD-8 and AUD-20. */
export function moreInOrder({
  plan,
  clauses,
  ownItems = [],
  samples = [],
  meetings = [],
  responses = [],
  independence = [],
  words,
}: AuditReportMore): AuditReportMore {
  return {
    ...(plan && { plan }),
    ...(clauses && { clauses: [...clauses] }),
    ...(ownItems.length > 0 && { ownItems: [...ownItems].sort((a, b) => a.order - b.order || compare(a.id, b.id)) }),
    ...(samples.length > 0 && { samples: sorted(samples) }),
    ...(meetings.length > 0 && { meetings: [...meetings].sort(byTime) }),
    ...(responses.length > 0 && { responses: sorted(responses) }),
    ...(independence.length > 0 && { independence }),
    ...(words && hasReportWords(words) && { words }),
  }
}
