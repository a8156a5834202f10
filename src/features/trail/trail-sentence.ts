// One line of the trail as a plain sentence. A type of a newer server is named by its own word rather than left out.
import type { TrailLine } from '#data/contract/trail-contract.ts'
import { trailTypes } from '#domain/trail/trail-link.ts'
import { activityWords, notesIn } from './activity-words.ts'

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

const kindNames: ReadonlySet<string> = new Set([
  'assessment',
  'answer',
  'assessment-progress',
  'submission',
  'filling',
  'filling-answer',
  'filling-progress',
  'filling-submission',
  'audit',
  'audit-item',
  'audit-progress',
  'finding',
  'audit-report',
  'evidence',
  'stage-event',
  'amendment',
  'visit',
  'plan',
  'verification',
  'verification-state',
  'action',
  'assessment-distribution',
  'activity',
  'auditor',
  'audit-programme',
  'programme-slot',
  'audit-plan',
  'audit-session',
  'approval',
  'audit-share',
  'audit-sample',
  'checklist-item',
  'meeting',
  'attendance',
  'finding-response',
  'signature',
  'corrective-action',
  'corrective-move',
  'management-review',
  'review-input',
  'review-minutes',
  'declaration',
  'declaration-event',
  'inspection',
  'inspection-item',
  'shortcoming',
  'inspection-minutes',
  'remedy-report',
  'visit-record',
  'planned-visit',
  'obstacle',
  'stage-delay',
  'inheritance',
  'commune-profile',
  'procedure',
  'pilot-summary',
  'kept-aside',
])

/** In the order a list offers them; beginnings of chains are not looked for. */
export const typesToChoose = trailTypes.filter((type) => type !== 'founded' && type !== 'refounded')

const knownTypes: ReadonlySet<string> = new Set([...trailTypes, 'written'])

function nameOf(t: Words, account: string, name: string | undefined): string {
  if (name !== undefined) return name
  return account === '' ? t('someone') : t('erased')
}

/** What was done on the server's own console was done by nobody the server knows. */
const consoleWays: ReadonlySet<unknown> = new Set(['recover-admin', 'first-start'])

export const whoOf = (t: Words, { account, accountName, detail }: TrailLine): string =>
  account === '' && consoleWays.has(detail?.way) ? t('console') : nameOf(t, account, accountName)

function whatOf(t: Words, kinds: Readonly<Record<string, number>> = {}): string {
  const names = Object.keys(kinds).map((kind) => t(`kind.${kindNames.has(kind) ? kind : 'other'}`))
  const count = Object.values(kinds).reduce((sum, ops) => sum + ops, 0)
  return t('changes', { count, kinds: [...new Set(names)].join(', ') })
}

/** Which sentence says it. */
function sayingOf({ type, detail = {}, subject, account }: TrailLine): string {
  if (type === 'handed-out') return detail.whole === true ? 'handed-out' : 'handed-out-news'
  if (type === 'decision') return detail.verdict === 'accepted' ? 'decision-accepted' : 'decision-dismissed'
  if (type === 'export') return subject === '' || subject === account ? 'export' : 'export-of'
  return knownTypes.has(type) ? type : 'other'
}

export function sentenceOf(t: Words, line: TrailLine): string {
  const notes = notesIn(line)
  if (notes.length > 0) return t('say.activity', { who: whoOf(t, line), what: activityWords(t, notes) })
  const role = typeof line.detail?.role === 'string' ? t(`common:role.${line.detail.role}`) : ''
  return t(`say.${sayingOf(line)}`, {
    who: whoOf(t, line),
    whom: nameOf(t, line.subject, line.subjectName),
    where: line.placeName ?? line.place,
    what: whatOf(t, line.kinds),
    role,
    type: line.type,
  })
}
