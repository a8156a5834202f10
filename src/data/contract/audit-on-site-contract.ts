/** What a team does on site beside answering: own items, the split, samples, meetings, the words of the report, answers of the auditee. */
import type { Attendance, Meeting } from '#domain/internal-audit/meeting.ts'
import type { FindingResponse, ResponseInput } from '#domain/internal-audit/finding-response.ts'
import type { OwnItem } from '#domain/internal-audit/checklist.ts'
import type { ReportWords } from '#domain/internal-audit/report-words.ts'
import type { Sample, SampleInput } from '#domain/internal-audit/sample.ts'
import type { Shares } from '#domain/internal-audit/share.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Written } from './review-contract.ts'
import type { SaveResult } from './store-contract.ts'

export interface SampleView extends Sample, Written {}

export interface MeetingView extends Meeting {
  readonly feed: string
  readonly people: readonly Attendance[]
}

export interface ResponseView extends FindingResponse, Written {}

/** Of one audit that is worked on. */
export interface OnSiteView {
  /** Plan it follows; null where none. */
  readonly plan: string | null
  /** Chosen clauses; null for all of the instrument. */
  readonly clauses: readonly string[] | null
  readonly ownItems: readonly OwnItem[]
  readonly shares: Shares
  readonly samples: readonly SampleView[]
  readonly meetings: readonly MeetingView[]
  readonly words: ReportWords
}

export interface AuditOnSiteRepository {
  /** Adds a question of the commune's own (AUD-11). */
  addOwnItem(auditId: string, item: Pick<OwnItem, 'clause' | 'document' | 'question'>): Promise<Result<string, Problem>>
  /** Takes questions of a published form (`id@version`) as own items; how many were new (AUD-22). */
  addFormItems(auditId: string, form: string, names: readonly string[]): Promise<Result<number, Problem>>
  removeOwnItem(auditId: string, itemId: string): SaveResult
  /** Who looks at which item; only what changes is written (AUD-12). */
  share(auditId: string, shares: Shares): SaveResult
  /** `sample.…` where it names a person or nothing (AUD-13). */
  addSample(auditId: string, sample: SampleInput): Promise<Result<string, Problem>>
  removeSample(auditId: string, sampleId: string): SaveResult
  /** Creates (no id) or changes a meeting (AUD-18). */
  saveMeeting(
    auditId: string,
    meeting: Omit<Meeting, 'id'> & { readonly id?: string },
  ): Promise<Result<string, Problem>>
  saveAttendance(
    auditId: string,
    meetingId: string,
    person: Omit<Attendance, 'id'> & { readonly id?: string },
  ): SaveResult
  removeAttendance(auditId: string, attendanceId: string): SaveResult
  saveWords(auditId: string, patch: Partial<ReportWords>): SaveResult
  /** One step more after a finding, in its feed; never changed afterwards (AUD-16, AUD-17). */
  respond(feed: string, findingId: string, response: ResponseInput): SaveResult
  /** Ids of answers to these findings that were given to words that stand no more (AUD-30). */
  oldAnswers(feed: string, findingIds: readonly string[]): Promise<ReadonlySet<string>>
}
