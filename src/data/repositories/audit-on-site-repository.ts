/**
 * What a team writes on site beside its answers. Everything stays in the auditors' feed until the audit is concluded, but
 * the answers to a published finding, which follow it into the feed shared upward.
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { checkResponse, gradeNow, type ResponseInput } from '#domain/internal-audit/finding-response.ts'
import { meetingBounds } from '#domain/internal-audit/days.ts'
import { checkAttendance, checkMeeting, type Meeting } from '#domain/internal-audit/meeting.ts'
import { checkSample } from '#domain/internal-audit/sample.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { lastChange } from '#domain/change/entity-state.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { AuditOnSiteRepository } from '#data/contract/audit-on-site-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader } from '#data/gesture.ts'
import { hashesOf, readOldAnswers, wordsOf } from './answered-words.ts'
import { auditorsOf, shareProblem } from './audit-independence.ts'
import { auditFeed } from './audit-names.ts'
import type { OpenAudit } from './audit-open.ts'
import { inFeed, inOpenAudit } from './audit-open-gesture.ts'
import { shareId } from './audit-on-site-views.ts'
import { addFormItems, addOwnItem, removeOwnItem } from './audit-own-items.ts'
import { responseOf } from './audit-responses.ts'
import { writtenOn } from './audit-views.ts'
import { nullable } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

export const createAuditOnSiteRepository = (parts: RepositoryParts): AuditOnSiteRepository => ({
  addOwnItem: (auditId, item) => addOwnItem(parts, auditId, item),
  addFormItems: (auditId, form, names) => addFormItems(parts, auditId, form, names),
  removeOwnItem: (auditId, itemId) => removeOwnItem(parts, auditId, itemId),
  share: (auditId, shares) =>
    inOpenAudit(parts, auditId, async (open, reader) => {
      const to = [...new Set(Object.values(shares))].filter((auditor) => auditor !== null)
      const problem = shareProblem(open, await auditorsOf(reader, open.unit), to, todayOf(parts))
      if (problem) return err(problem)
      const writes = Object.entries(shares).map(([item, auditor]) => ({
        kind: 'audit-share',
        entity: shareId(auditId, item),
        fields: { audit: auditId, item, auditor },
      }))
      return ok(writes.filter(({ entity, fields }) => !isShared(open, entity, fields.auditor)).map(inFeed(open)))
    }),
  addSample: async (auditId, sample) => {
    const checked = checkSample(sample)
    if (!checked.ok) return checked
    return created(parts, auditId, 'audit-sample', { audit: auditId, ...checked.value })
  },
  removeSample: (auditId, sampleId) => removal(parts, auditId, 'audit-sample', sampleId),
  saveMeeting: async (auditId, { id, ...meeting }) => {
    const checked = checkMeeting(meeting)
    if (!checked.ok) return checked
    return saveMeeting(parts, auditId, checked.value, id ?? newId(parts))
  },
  saveAttendance: async (auditId, meetingId, { id, ...person }) => {
    const checked = checkAttendance(person)
    if (!checked.ok) return checked
    const fields = { meeting: meetingId, ...checked.value }
    const entity = id ?? newId(parts)
    return inOpenAudit(parts, auditId, (open) => ok([inFeed(open)({ kind: 'attendance', entity, fields })]))
  },
  removeAttendance: (auditId, attendanceId) => removal(parts, auditId, 'attendance', attendanceId),
  saveWords: (auditId, patch) =>
    inOpenAudit(parts, auditId, (open) => ok([inFeed(open)({ kind: 'audit', entity: auditId, fields: { ...patch } })])),
  respond: (feed, findingId, response) => respond(parts, feed, findingId, response),
  oldAnswers: (feed, findingIds) => readOldAnswers(parts, createGestureReader(parts.db), feed, findingIds),
})

type Fields = Readonly<Record<string, JsonValue>>

const isShared = ({ children }: OpenAudit, entity: string, auditor: string | null): boolean => {
  const known = children.find((state) => state.entity === entity)
  return known ? nullable<string>(known, 'auditor') === auditor : auditor === null
}

async function created(
  parts: RepositoryParts,
  auditId: string,
  kind: string,
  fields: Fields,
): Promise<Result<string, Problem>> {
  const id = newId(parts)
  const saved = await inOpenAudit(parts, auditId, (open) => {
    return ok([inFeed(open)({ kind, entity: id, fields })])
  })
  return saved.ok ? ok(id) : saved
}

async function saveMeeting(
  parts: RepositoryParts,
  auditId: string,
  meeting: Omit<Meeting, 'id'>,
  entity: string,
): Promise<Result<string, Problem>> {
  const saved = await inOpenAudit(parts, auditId, (open) => {
    const outside = outsideBounds(meeting.on, meetingBounds(writtenOn(open.audit).date))
    if (outside) return err(outside)
    return ok([inFeed(open)({ kind: 'meeting', entity, fields: { unit: open.unit, of: auditId, ...meeting } })])
  })
  return saved.ok ? ok(entity) : saved
}

const removal = (parts: RepositoryParts, auditId: string, kind: string, entity: string): SaveResult =>
  inOpenAudit(parts, auditId, ({ unit }) => ok([{ feed: auditFeed(unit), kind, entity, isRemoval: true }]))

const writtenAt = (state: EntityState): number => hlcToMs(lastChange(state.regs)?.h ?? 0)

/** The hash answers in a promise of its own, so it is taken first and the words are looked at again inside the gesture. */
async function respond(parts: RepositoryParts, feed: string, findingId: string, input: ResponseInput): SaveResult {
  const entity = newId(parts)
  const read = await createGestureReader(parts.db).entity(feed, findingId)
  const hashes = await hashesOf(parts, read ? [read] : [])
  return parts.commit(async (reader) => {
    const finding = await reader.entity(feed, findingId)
    if (finding?.kind !== 'finding') return err({ code: 'audit.not-found' })
    const steps = (await reader.childrenOf(feed, findingId)).filter(({ kind }) => kind === 'finding-response')
    const before = gradeNow(
      nullable<FindingGrade>(finding, 'grade'),
      steps.map((state) => responseOf(state, writtenAt(state))),
    )
    const checked = checkResponse(input, before)
    if (!checked.ok) return checked
    const sha256 = hashes.get(wordsOf(finding))
    if (sha256 === undefined) return err({ code: 'response.old-words', params: { count: 1 } })
    const answered = input.grade === null ? { sha256 } : {}
    return ok([{ feed, kind: 'finding-response', entity, fields: { of: findingId, ...checked.value, ...answered } }])
  })
}
