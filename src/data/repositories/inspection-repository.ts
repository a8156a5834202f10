/**
 * Inspections in the shared feed of the commune. The team writes field by field while it works, so that two members do
 * not disturb each other; sealed minutes and remedy reports are written once and stand beside each other (INS-8).
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { sealedShortcomings } from '#domain/inspection/compilation.ts'
import { beginProblems, type InspectionHead, namedPeople } from '#domain/inspection/inspection.ts'
import { mayChangeOutline } from '#domain/inspection/inspection-outline.ts'
import { inspectionItemId } from '#domain/inspection/inspection-names.ts'
import { type ItemAnswer, needsReason } from '#domain/inspection/outline.ts'
import { shortcomingProblems } from '#domain/inspection/shortcoming.ts'
import type { MinutesContent } from '#domain/inspection/minutes.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import { setBounds } from '#domain/inspection/days.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { InspectionPatch, InspectionRepository, ShortcomingInput } from '#data/contract/inspection-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { field, rowOf } from './entity-query.ts'
import { createOutlines, outlineKeyOf, type Outlines } from './inspection-outlines.ts'
import { listInspections, readInspection, readInspectionRecords } from './inspection-reader.ts'
import { sealMinutes, sealRemedy } from './inspection-sealing.ts'
import { isSealedNow, itemAnswerOf, workOf } from './inspection-views.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

export function createInspectionRepository(parts: RepositoryParts): InspectionRepository {
  const { db } = parts
  const outlines = createOutlines(parts)
  return {
    list: (unitIds) => listInspections(db, unitIds),
    records: (unitIds) => readInspectionRecords(db, unitIds),
    get: (unitId, id) => readInspection(db, outlines, unitId, id),
    begin: (unitId, head, outline = null) => begin(parts, outlines, { unit: unitId, head, outline }),
    saveHead: (unitId, id, head) => saveHead(parts, unitId, id, head),
    save: (unitId, id, patch) => save(parts, unitId, id, patch),
    chooseOutline: (unitId, id, outline) => chooseOutline(parts, outlines, { unit: unitId, id, outline }),
    answer: (unitId, id, item, patch) => answer(parts, { unitId, id, item }, patch),
    saveShortcoming: (unitId, id, shortcoming) => saveShortcoming(parts, unitId, id, shortcoming),
    removeShortcoming: (unitId, id, shortcoming) => removeShortcoming(parts, unitId, id, shortcoming),
    seal: (unitId, id) => sealMinutes(parts, outlines, unitId, id),
    reopen: (unitId, id) => reopen(parts, unitId, id),
    sealRemedy: (unitId, id, remedy) => sealRemedy(parts, unitId, id, remedy),
  }
}

const written = ({ text, date }: WrittenDate): JsonValue => ({ text, date })

const headFields = (head: InspectionHead): Readonly<Record<string, JsonValue>> => ({
  form: head.form,
  basis: head.basis,
  decisionNumber: head.decisionNumber,
  decidedOn: written(head.decidedOn),
  from: written(head.from),
  to: written(head.to),
  place: head.place,
  team: namedPeople(head.team).map(({ name, post, part }) => ({ name, post, part })),
  hosts: namedPeople(head.hosts).map(({ name, post }) => ({ name, post })),
})

const headWrite = (unit: string, id: string, fields: EntityWrite['fields']): EntityWrite => ({
  feed: feedId(unit, 'pub'),
  kind: 'inspection',
  entity: id,
  fields,
})

const problemOf = (head: InspectionHead): Problem | undefined => beginProblems(head)[0]?.problem

interface Beginning {
  readonly unit: string
  readonly head: InspectionHead
  readonly outline: string | null
}

async function begin(
  parts: RepositoryParts,
  outlines: Outlines,
  { unit, head, outline }: Beginning,
): Promise<Result<string, Problem>> {
  const problem = problemOf(head)
  if (problem) return err(problem)
  if ((await outlines(outline)) === null) return err({ code: 'inspection.outline-missing' })
  const id = newId(parts)
  const chosen = outline === null ? {} : { outline }
  const saved = await parts.commit([headWrite(unit, id, { unit, ...headFields(head), ...chosen, minutes: null })])
  return saved.ok ? ok(id) : saved
}

interface Open {
  readonly head: EntityState
  readonly children: readonly EntityState[]
}

/** Nobody writes into what was sealed (INS-8). */
async function readOpen(reader: GestureReader, unit: string, id: string): Promise<Result<Open, Problem>> {
  const feed = feedId(unit, 'pub')
  const [head, children] = await Promise.all([reader.entity(feed, id), reader.childrenOf(feed, id)])
  if (head?.kind !== 'inspection') return err({ code: 'inspection.not-found' })
  return isSealedNow(head) ? err({ code: 'inspection.sealed' }) : ok({ head, children })
}

/** Writes what `writesOf` makes of the open inspection. */
const intoOpen = (
  { commit }: RepositoryParts,
  unit: string,
  id: string,
  writesOf: (open: Open) => Result<readonly GestureWrite[], Problem>,
): SaveResult =>
  commit(async (reader) => {
    const open = await readOpen(reader, unit, id)
    return open.ok ? writesOf(open.value) : open
  })

/** Only what was changed is written: an untouched field stays whoever's it was. */
const changedFields = (head: EntityState, fields: EntityWrite['fields']): EntityWrite['fields'] =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(field<JsonValue>(head, name, null as never)) !== JSON.stringify(value),
    ),
  )

function saveHead(parts: RepositoryParts, unit: string, id: string, head: InspectionHead): SaveResult {
  return intoOpen(parts, unit, id, (open) => {
    const problem = problemOf(head)
    if (problem) return err(problem)
    const fields = changedFields(open.head, headFields(head))
    return ok(Object.keys(fields).length === 0 ? [] : [headWrite(unit, id, fields)])
  })
}

const save = (parts: RepositoryParts, unit: string, id: string, patch: InspectionPatch): SaveResult =>
  intoOpen(parts, unit, id, () => {
    const { minutesOn, reportDueOn, ...texts } = patch
    const days = {
      ...(minutesOn !== undefined && { minutesOn: written(minutesOn) }),
      ...(reportDueOn !== undefined && { reportDueOn: written(reportDueOn) }),
    }
    return ok([headWrite(unit, id, { ...texts, ...days } as EntityWrite['fields'])])
  })

interface OutlineChoice {
  readonly unit: string
  readonly id: string
  readonly outline: string | null
}

/** Rule INS-15. */
async function chooseOutline(
  parts: RepositoryParts,
  outlines: Outlines,
  { unit, id, outline }: OutlineChoice,
): SaveResult {
  const row = await rowOf(parts.db, feedId(unit, 'pub'), id)
  const [before, after] = await Promise.all([outlines(row ? outlineKeyOf(row) : null), outlines(outline)])
  if (after === null) return err({ code: 'inspection.outline-missing' })
  return intoOpen(parts, unit, id, ({ head, children }) => {
    const { answers } = workOf(head, children, before)
    const minutes = children.filter(({ kind }) => kind === 'inspection-minutes').length
    if (outlineKeyOf(head) === outline) return ok([])
    return mayChangeOutline(before, answers, minutes)
      ? ok([headWrite(unit, id, { outline })])
      : err({ code: 'inspection.outline-in-use' })
  })
}

interface ItemPlace {
  readonly unitId: string
  readonly id: string
  readonly item: string
}

function answer(parts: RepositoryParts, { unitId, id, item }: ItemPlace, patch: Partial<ItemAnswer>): SaveResult {
  return intoOpen(parts, unitId, id, ({ children }) => {
    const entity = inspectionItemId(id, item)
    const before = children.find((child) => child.entity === entity)
    const after: ItemAnswer = { ...(before ? itemAnswerOf(before) : { result: null, note: '' }), ...patch }
    if (needsReason(after)) return err({ code: 'answer.reason-missing' })
    const fields = { inspection: id, item, ...patch }
    return ok([{ feed: feedId(unitId, 'pub'), kind: 'inspection-item', entity, fields }])
  })
}

/** Shortcomings that sealed minutes name. */
const namedIn = (children: readonly EntityState[]): ReadonlySet<string> => {
  const minutes = children.filter(({ kind }) => kind === 'inspection-minutes')
  const contents = minutes.map((one) => field<MinutesContent>(one, 'content', {} as MinutesContent))
  return new Set(sealedShortcomings(contents).map(({ id }) => id))
}

async function saveShortcoming(
  parts: RepositoryParts,
  unit: string,
  id: string,
  input: ShortcomingInput,
): Promise<Result<string, Problem>> {
  const entity = input.id ?? newId(parts)
  const saved = await intoOpen(parts, unit, id, ({ head, children }) => {
    if (namedIn(children).has(entity)) return err({ code: 'shortcoming.sealed' })
    const on = field<WrittenDate>(head, 'minutesOn', { text: '', date: null }).date
    const problem = shortcomingProblems(input, on)[0] ?? outsideBounds(input.dueOn?.date ?? null, setBounds(on))
    if (problem) return err(problem)
    const { item, facts, basis, grade, dueOn } = input
    const fields = { unit, inspection: id, item, facts, basis, grade, dueOn: dueOn === null ? null : written(dueOn) }
    return ok([{ feed: feedId(unit, 'pub'), kind: 'shortcoming', entity, fields }])
  })
  return saved.ok ? ok(entity) : saved
}

const removeShortcoming = (parts: RepositoryParts, unit: string, id: string, entity: string): SaveResult =>
  intoOpen(parts, unit, id, ({ children }) => {
    if (namedIn(children).has(entity)) return err({ code: 'shortcoming.sealed' })
    const isThere = children.some((child) => child.entity === entity && child.kind === 'shortcoming')
    return ok(isThere ? [{ feed: feedId(unit, 'pub'), kind: 'shortcoming', entity, isRemoval: true }] : [])
  })

/** Nothing is left to do where further minutes are being written already. */
const reopen = ({ commit }: RepositoryParts, unit: string, id: string): SaveResult =>
  commit(async (reader) => {
    const head = await reader.entity(feedId(unit, 'pub'), id)
    if (head?.kind !== 'inspection') return err({ code: 'inspection.not-found' })
    return ok(isSealedNow(head) ? [headWrite(unit, id, { minutes: null })] : [])
  })
