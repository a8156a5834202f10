/** Seals what both sides stood by on the day of a visit. Read twice, outside and inside the gesture (`sealed-content.ts`). */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import {
  createVisitRecord,
  type VisitEvidence,
  type VisitRecordContent,
  type VisitTask,
} from '#domain/field-visit/visit-record.ts'
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { field, nullable } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed, type Sealable } from './sealed-content.ts'
import { type FormSealing, readFormsHere, readSealedForms } from './visit-form-sealing.ts'
import { isVisitSealed, visitOf } from './visit-views.ts'

interface SealTask extends FormSealing {
  readonly unit: string
  readonly visit: string
  /** Id the record will have. */
  readonly id: string
  readonly today: LocalDate
}

const taskOf = (state: EntityState): VisitTask => ({
  id: state.entity,
  what: field(state, 'what', ''),
  who: field(state, 'who', ''),
  until: nullable<WrittenDate>(state, 'until') ?? { text: '', date: null },
})

const evidenceOf = (state: EntityState): VisitEvidence => ({
  id: state.entity,
  sha256: field(state, 'sha256', ''),
  caption: field(state, 'caption', ''),
})

/** Tasks that were called off before the seal were not given. */
const givenTasks = (actions: readonly EntityState[], visit: string): readonly VisitTask[] =>
  actions
    .filter((state) => field(state, 'of', '') === visit && field<string>(state, 'state', 'open') !== 'cancelled')
    .map(taskOf)

async function readRecord(
  reader: GestureReader,
  task: SealTask,
): Promise<Result<Sealable<VisitRecordContent>, Problem>> {
  const { unit, visit, id, by, at, today, feed } = task
  const [head, children, actions] = await Promise.all([
    reader.entity(feed, visit),
    reader.childrenOf(feed, visit),
    reader.ofKind(feed, 'action'),
  ])
  if (head?.kind !== 'visit') return err({ code: 'visit.not-found' })
  if (isVisitSealed(head)) return ok({ content: null, writesWith: () => [] })
  const forms = await readSealedForms(reader, children, task)
  if (!forms.ok) return forms
  const parts = {
    visit: visitOf(head, visit),
    number: children.filter(({ kind }) => kind === 'visit-record').length + 1,
    tasks: givenTasks(actions, visit),
    evidence: children.filter(({ kind }) => kind === 'evidence').map(evidenceOf),
    forms: forms.value,
    sealedAt: new Date(at).toISOString(),
    sealedBy: by,
  }
  const content = createVisitRecord(parts, today)
  if (!content.ok) return content
  const fields = { unit, visit, content: content.value as unknown as JsonValue }
  return ok({
    content: content.value,
    writesWith: (sha256) => [
      { feed, kind: 'visit-record', entity: id, fields: { ...fields, sha256 } },
      { feed, kind: 'visit', entity: visit, fields: { record: id } },
    ],
  })
}

/** Rules VIS-12, VIS-13, VIS-19 and VIS-20. */
export async function sealVisit(parts: RepositoryParts, unit: string, visit: string, language: string): SaveResult {
  const { account, replica } = parts.identity()
  const feed = feedId(unit, 'pub')
  const task: SealTask = {
    unit,
    visit,
    feed,
    language,
    forms: await readFormsHere(parts, feed, visit),
    id: newId(parts),
    by: account.id,
    at: parts.clock.now(),
    today: todayOf(parts),
    environment: { username: account.username, deviceid: replica },
  }
  return commitSealed(parts, createGestureReader(parts.db), (reader) => readRecord(reader, task))
}

/** Rule VIS-14. */
export const reopenVisit = ({ commit }: RepositoryParts, unit: string, visit: string): SaveResult =>
  commit(async (reader) => {
    const feed = feedId(unit, 'pub')
    const head = await reader.entity(feed, visit)
    if (head?.kind !== 'visit') return err({ code: 'visit.not-found' })
    return ok(isVisitSealed(head) ? [{ feed, kind: 'visit', entity: visit, fields: { record: null } }] : [])
  })
