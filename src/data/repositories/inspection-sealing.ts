/**
 * What is sealed of an inspection: the team's minutes, with the corrective actions they open in the same gesture (INS-6),
 * and the commune's remedy reports. Numbers count on from what this device has; two sealed apart stand beside each other.
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { reportDueOf, sealedShortcomings } from '#domain/inspection/compilation.ts'
import { inspectionItemId, remedySubject } from '#domain/inspection/inspection-names.ts'
import type { Outline } from '#domain/inspection/inspection-outline.ts'
import {
  createMinutes,
  type InspectionEvidenceRef,
  type InspectionWork,
  type MinutesContent,
} from '#domain/inspection/minutes.ts'
import {
  createRemedyReport,
  type RemedyReportContent,
  type SealedShortcoming,
  toReport,
} from '#domain/inspection/remedy-report.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { RemedyInput } from '#data/contract/inspection-contract.ts'
import { createGestureReader, type GestureReader, type GestureWrite } from '#data/gesture.ts'
import { field, rowOf } from './entity-query.ts'
import { correctivesByShortcoming, requestWrites, withoutRequest } from './inspection-corrective.ts'
import { outlineKeyOf, outlineOrSealed, type Outlines } from './inspection-outlines.ts'
import { evidenceRefOf, isSealedNow, workOf } from './inspection-views.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed, type Sealable } from './sealed-content.ts'

interface SealTask {
  readonly unit: string
  readonly inspection: string
  /** Id the sealed record will have. */
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly by: string
}

const taskOf = (parts: RepositoryParts, unit: string, inspection: string): SealTask => ({
  unit,
  inspection,
  id: newId(parts),
  at: parts.clock.now(),
  by: parts.identity().account.id,
})

const sealParts = ({ at, by }: SealTask) => ({ sealedAt: new Date(at).toISOString(), sealedBy: by })

const pubOf = ({ unit }: SealTask): string => feedId(unit, 'pub')

interface Loaded {
  readonly head: EntityState
  readonly children: readonly EntityState[]
  readonly requests: readonly EntityState[]
}

async function load(reader: GestureReader, task: SealTask): Promise<Result<Loaded, Problem>> {
  const pub = pubOf(task)
  const [head, children, requests] = await Promise.all([
    reader.entity(pub, task.inspection),
    reader.childrenOf(pub, task.inspection),
    reader.ofKind(pub, 'corrective-action'),
  ])
  if (head?.kind !== 'inspection') return err({ code: 'inspection.not-found' })
  return ok({ head, children, requests })
}

const contentsOf = <C extends object>(children: readonly EntityState[], kind: string): readonly C[] =>
  children.filter((child) => child.kind === kind).map((child) => field<C>(child, 'content', {} as C))

async function evidenceUnder(
  reader: GestureReader,
  feed: string,
  subjects: readonly (readonly [subject: string, of: string])[],
): Promise<readonly InspectionEvidenceRef[]> {
  const found = await Promise.all(
    subjects.map(async ([subject, of]) =>
      (await reader.childrenOf(feed, of))
        .filter(({ kind }) => kind === 'evidence')
        .map((state) => evidenceRefOf(subject, state)),
    ),
  )
  return found.flat()
}

export async function sealMinutes(
  parts: RepositoryParts,
  outlines: Outlines,
  unit: string,
  inspection: string,
): Promise<Result<string, Problem>> {
  const head = await rowOf(parts.db, feedId(unit, 'pub'), inspection)
  const outline = await outlines(head === undefined ? null : outlineKeyOf(head))
  const task = { ...taskOf(parts, unit, inspection), outline }
  let sealedId = task.id
  const outside = createGestureReader(parts.db)
  const saved = await commitSealed(parts, outside, async (reader) => {
    const sealable = await readMinutes(reader, task, reader === outside ? null : parts)
    if (sealable.ok && sealable.value.content === null) sealedId = sealable.value.sealed
    return sealable
  })
  return saved.ok ? ok(sealedId) : saved
}

interface MinutesTask extends SealTask {
  /** Read before the transaction; null where its form is not here. */
  readonly outline: Outline | null
}

/** Another outline may have been chosen since it was read: then there is none, and the sealing is refused. */
function workWithOutline({ outline }: MinutesTask, { head, children }: Loaded): InspectionWork {
  const form = outlineKeyOf(head)
  const own = outline?.form === form ? outline : null
  return workOf(head, children, outlineOrSealed(own, form, contentsOf(children, 'inspection-minutes')))
}

type SealableMinutes = Sealable<MinutesContent> & { readonly sealed: string }

/** `parts` only inside the transaction: requests take their numbers there. */
async function readMinutes(
  reader: GestureReader,
  task: MinutesTask,
  parts: RepositoryParts | null,
): Promise<Result<SealableMinutes, Problem>> {
  const loaded = await load(reader, task)
  if (!loaded.ok) return loaded
  const { head, children, requests } = loaded.value
  const sealed = field(head, 'minutes', '')
  if (isSealedNow(head)) return ok({ content: null, writesWith: () => [], sealed })
  const work = workWithOutline(task, loaded.value)
  const subjects = [
    ...(work.outline?.items ?? []).map(({ id }) => [id, inspectionItemId(task.inspection, id)] as const),
    ...work.shortcomings.map(({ id }) => [id, id] as const),
  ]
  const evidence = await evidenceUnder(reader, pubOf(task), subjects)
  const number = contentsOf(children, 'inspection-minutes').length + 1
  const content = createMinutes(work, { number, evidence, ...sealParts(task) })
  if (!content.ok) return content
  const asked = withoutRequest(toReport(sealedShortcomings([content.value])), requests)
  const opened = parts === null ? ok([]) : await requestWrites(parts, reader, content.value, asked)
  if (!opened.ok) return opened
  const writesWith = (sha256: string) => minutesWrites(task, content.value, sha256, opened.value)
  return ok({ content: content.value, writesWith, sealed })
}

const minutesWrites = (
  task: SealTask,
  content: MinutesContent,
  sha256: string,
  opened: readonly GestureWrite[],
): readonly GestureWrite[] => {
  const feed = pubOf(task)
  const { unit, inspection, id } = task
  const fields = { unit, inspection, content: content as unknown as JsonValue, sha256 }
  return [
    { feed, kind: 'inspection-minutes', entity: id, fields },
    { feed, kind: 'inspection', entity: inspection, fields: { minutes: id } },
    ...opened,
  ]
}

export async function sealRemedy(
  parts: RepositoryParts,
  unit: string,
  inspection: string,
  remedy: RemedyInput,
): Promise<Result<string, Problem>> {
  const task = taskOf(parts, unit, inspection)
  const saved = await commitSealed(parts, createGestureReader(parts.db), (reader) =>
    readRemedy(reader, task, remedy, parts),
  )
  return saved.ok ? ok(task.id) : saved
}

async function readRemedy(
  reader: GestureReader,
  task: SealTask,
  { lines, words }: RemedyInput,
  parts: RepositoryParts,
): Promise<Result<Sealable<RemedyReportContent>, Problem>> {
  const loaded = await load(reader, task)
  if (!loaded.ok) return loaded
  const { children, requests } = loaded.value
  const { unit, inspection } = task
  const minutes = contentsOf<MinutesContent>(children, 'inspection-minutes')
  const shortcomings: readonly SealedShortcoming[] = sealedShortcomings(minutes)
  const subjects = shortcomings.map(({ id }) => [id, remedySubject(inspection, id)] as const)
  const [evidence, moves] = await Promise.all([
    evidenceUnder(reader, pubOf(task), subjects),
    reader.ofKind(pubOf(task), 'corrective-move'),
  ])
  const correctives = correctivesByShortcoming(requests, moves)
  const content = createRemedyReport(
    { inspection, unit, shortcomings, lines, words, reportDueOn: reportDueOf(minutes), evidence, correctives },
    { number: contentsOf(children, 'remedy-report').length + 1, on: todayOf(parts), ...sealParts(task) },
  )
  if (!content.ok) return content
  const fields = (sha256: string) => ({ unit, inspection, content: content.value as unknown as JsonValue, sha256 })
  return ok({
    content: content.value,
    writesWith: (sha256) => [{ feed: pubOf(task), kind: 'remedy-report', entity: task.id, fields: fields(sha256) }],
  })
}
