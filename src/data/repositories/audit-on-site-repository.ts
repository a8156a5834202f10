/**
 * What a team writes on site beside its answers. Everything stays in the auditors' feed until the audit is concluded, but
 * the answers to a published finding, which follow it into the feed shared upward.
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { auditChecklist, checkOwnItem, type OwnItem } from '#domain/internal-audit/checklist.ts'
import type { FindingGrade } from '#domain/internal-audit/finding.ts'
import { checkResponse, gradeNow, type ResponseInput } from '#domain/internal-audit/finding-response.ts'
import { checkAttendance, checkMeeting } from '#domain/internal-audit/meeting.ts'
import { checkSample } from '#domain/internal-audit/sample.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { lastChange } from '#domain/change/entity-state.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import type { AuditOnSiteRepository } from '#data/contract/audit-on-site-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureWrite } from '#data/gesture.ts'
import { auditFeed, unitOfAudit } from './audit-names.ts'
import { auditNotFound, type OpenAudit, progressWrite, readOpenAudit } from './audit-open.ts'
import { clausesOf, ownItemId, ownItemOf, shareId } from './audit-on-site-views.ts'
import { responseOf } from './audit-responses.ts'
import { field, nullable, rowOf } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

export const createAuditOnSiteRepository = (parts: RepositoryParts): AuditOnSiteRepository => ({
  addOwnItem: (auditId, item) => addOwnItem(parts, auditId, item),
  removeOwnItem: (auditId, itemId) => removeOwnItem(parts, auditId, itemId),
  share: (auditId, shares) =>
    inOpenAudit(parts, auditId, (open) => {
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
    return created(parts, auditId, 'meeting', { of: auditId, ...checked.value }, id)
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
})

type Fields = Readonly<Record<string, JsonValue>>
type Write = { readonly kind: string; readonly entity: string; readonly fields: Fields }

const inFeed =
  ({ unit }: OpenAudit) =>
  (write: Write): GestureWrite => ({ feed: auditFeed(unit), ...write })

const isShared = ({ children }: OpenAudit, entity: string, auditor: string | null): boolean => {
  const known = children.find((state) => state.entity === entity)
  return known ? nullable<string>(known, 'auditor') === auditor : auditor === null
}

/** One gesture in an audit nobody has concluded. */
async function inOpenAudit(
  parts: RepositoryParts,
  auditId: string,
  write: (open: OpenAudit) => Result<readonly GestureWrite[], Problem>,
): SaveResult {
  const unit = await unitOfAudit(parts.db, auditId)
  return parts.commit(async (reader) => {
    const open = await readOpenAudit(reader, unit, auditId)
    return open.ok ? write(open.value) : open
  })
}

async function created(
  parts: RepositoryParts,
  auditId: string,
  kind: string,
  fields: Fields,
  id = newId(parts),
): Promise<Result<string, Problem>> {
  const saved = await inOpenAudit(parts, auditId, (open) => {
    const unit = kind === 'meeting' ? { unit: open.unit } : {}
    return ok([inFeed(open)({ kind, entity: id, fields: { ...unit, ...fields } })])
  })
  return saved.ok ? ok(id) : saved
}

const removal = (parts: RepositoryParts, auditId: string, kind: string, entity: string): SaveResult =>
  inOpenAudit(parts, auditId, ({ unit }) => ok([{ feed: auditFeed(unit), kind, entity, isRemoval: true }]))

const ownItemsIn = ({ children, audit }: OpenAudit): readonly OwnItem[] =>
  children.filter(({ kind }) => kind === 'checklist-item').map((state) => ownItemOf(audit.entity, state))

/** A change of the checklist with the number of its items in the progress that others see. */
async function changeChecklist(
  parts: RepositoryParts,
  auditId: string,
  write: (open: OpenAudit) => { readonly writes: readonly GestureWrite[]; readonly own: readonly OwnItem[] },
): SaveResult {
  const unit = await unitOfAudit(parts.db, auditId)
  const row = unit === undefined ? undefined : await rowOf(parts.db, auditFeed(unit), auditId)
  const instrument = row && (await loadInstrument(field(row, 'instrument', '')))
  if (!instrument) return auditNotFound
  return inOpenAudit(parts, auditId, (open) => {
    const { writes, own } = write(open)
    const total = auditChecklist(instrument, clausesOf(open.audit), own).questions.length
    return ok([...writes, progressWrite(open, { total })])
  })
}

async function addOwnItem(
  parts: RepositoryParts,
  auditId: string,
  item: Pick<OwnItem, 'clause' | 'document' | 'question'>,
): Promise<Result<string, Problem>> {
  const checked = checkOwnItem(item)
  if (!checked.ok) return checked
  const id = newId(parts)
  const saved = await changeChecklist(parts, auditId, (open) => {
    const known = ownItemsIn(open)
    const order = Math.max(0, ...known.map((one) => one.order)) + 1
    const { clause, document, question } = checked.value
    const fields = { audit: auditId, clause, document, question, order }
    const write = inFeed(open)({ kind: 'checklist-item', entity: ownItemId(auditId, id), fields })
    return { writes: [write], own: [...known, { id, clause, document, question, order }] }
  })
  return saved.ok ? ok(id) : saved
}

const removeOwnItem = (parts: RepositoryParts, auditId: string, itemId: string): SaveResult =>
  changeChecklist(parts, auditId, (open) => ({
    writes: [
      {
        feed: auditFeed(open.unit),
        kind: 'checklist-item',
        entity: ownItemId(auditId, itemId),
        isRemoval: true,
      },
    ],
    own: ownItemsIn(open).filter(({ id }) => id !== itemId),
  }))

const writtenAt = (state: EntityState): number => hlcToMs(lastChange(state.regs)?.h ?? 0)

async function respond(parts: RepositoryParts, feed: string, findingId: string, input: ResponseInput): SaveResult {
  const entity = newId(parts)
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
    const fields = { of: findingId, ...checked.value }
    return ok([{ feed, kind: 'finding-response', entity, fields }])
  })
}
