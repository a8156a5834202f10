/**
 * Corrective action requests. A request and each of its moves are records of their own that are written once; a move is
 * judged inside its gesture by where the request stands on this device, and again by the endpoint (CA-14).
 */
import { feedId } from '#domain/change/feed.ts'
import { fieldValue } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { courseOf, whyNotNow } from '#domain/corrective-action/course.ts'
import { dueBounds } from '#domain/corrective-action/days.ts'
import { KEPT_ASIDE, storedKeptAside } from '#domain/corrective-action/kept-aside.ts'
import { isNumberTaken, type MoveOfRequest, refusalOfDouble } from '#domain/corrective-action/moved-meanwhile.ts'
import { promiseProblem } from '#domain/corrective-action/promise.ts'
import { checkRequest, type RequestContent } from '#domain/corrective-action/request.ts'
import { storedMove, storedRequest, writtenOf } from '#domain/corrective-action/stored-move.ts'
import { localNumber } from '#domain/internal-audit/local-number.ts'
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { CorrectiveRepository, NewMove } from '#data/contract/corrective-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { listCorrective, MOVE, readCorrective, REQUEST } from './corrective-reader.ts'
import { fieldsOf, rowsOfKindIn } from './entity-query.ts'
import { listUnrequested } from './unrequested-reader.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

export function createCorrectiveRepository(parts: RepositoryParts): CorrectiveRepository {
  return {
    list: (unitIds) => listCorrective(parts, unitIds),
    get: (unitId, id) => readCorrective(parts, unitId, id),
    openedFrom: async (unitId, of) => (await listCorrective(parts, [unitId])).filter((one) => one.of === of),
    unrequested: (unitIds) => listUnrequested(parts, unitIds),
    open: (request) => openRequest(parts, request),
    move: (unitId, id, move) => makeMove(parts, unitId, id, move),
    repeat: (unitId, moveId) => repeatMove(parts, unitId, moveId),
    nextId: async () => newId(parts),
  }
}

/** Of their own, so that no number of a request equals one of a finding. Rule CA-16. */
async function nextNumber({ identity, ...parts }: RepositoryParts, reader: GestureReader, unit: string) {
  const { places, replica } = identity()
  const communeCode = places.find(({ id }) => id === unit)?.code ?? unit.slice(unit.lastIndexOf('-') + 1)
  const year = Number(todayOf(parts).slice(0, 4))
  const sequence = await reader.takeNumber(`PKP/${communeCode}/${year}`)
  return localNumber({ communeCode, year, replica, sequence }).replace(/^KPH/, 'PKP')
}

const asJson = (value: unknown): JsonValue => value as JsonValue

/** The record of a new request, for a gesture that opens one along with something else. Rules CA-15 and CA-16. */
export async function requestWrite(
  parts: RepositoryParts,
  reader: GestureReader,
  entity: string,
  request: RequestContent,
): Promise<Result<EntityWrite, Problem>> {
  const issuedOn = todayOf(parts)
  const checked = checkRequest(request, issuedOn)
  if (!checked.ok) return checked
  const outside = outsideBounds(request.dueOn?.date ?? null, dueBounds(issuedOn))
  if (outside) return err(outside)
  const { unit, source, of, grade, clause, inspection, ...texts } = checked.value
  const { dueOn, department, description, requirement, evidence } = texts
  const number = await nextNumber(parts, reader, unit)
  const fields = {
    unit,
    number,
    issuedOn,
    source,
    of,
    grade,
    clause,
    inspection,
    department: department.trim(),
    description: description.trim(),
    requirement: requirement.trim(),
    evidence: evidence.trim(),
    dueOn: dueOn && asJson(dueOn),
  }
  return ok({ feed: feedId(unit, 'pub'), kind: REQUEST, entity, fields })
}

async function openRequest(parts: RepositoryParts, request: RequestContent): Promise<Result<string, Problem>> {
  const id = newId(parts)
  const saved = await parts.commit(async (reader) => {
    const write = await requestWrite(parts, reader, id, request)
    return write.ok ? ok([write.value]) : write
  })
  return saved.ok ? ok(id) : saved
}

/** As it would stand after everything on this device: later than all of it. */
const moveOf = (parts: RepositoryParts, of: string, id: string, move: NewMove, next: string | null): MoveOfRequest => ({
  id,
  of,
  name: move.name,
  at: Number.MAX_SAFE_INTEGER,
  on: todayOf(parts),
  by: parts.identity().account.id,
  words: move.words?.trim() ?? '',
  correction: move.correction?.trim() ?? '',
  action: move.action?.trim() ?? '',
  whys: (move.whys ?? []).map((why) => why.trim()).filter((why) => why !== ''),
  responsible: move.responsible?.trim() ?? '',
  dueOn: move.dueOn ?? null,
  next,
  isEffective: move.isEffective ?? null,
  officialNumber: move.officialNumber?.trim() ?? '',
})

function moveFields(move: MoveOfRequest, unit: string): Readonly<Record<string, JsonValue>> {
  const { id: _id, at: _at, by: _by, dueOn, whys, ...said } = move
  const all = { unit, ...said, whys: [...whys], dueOn: dueOn && asJson(dueOn) }
  const isSaid = (value: JsonValue): boolean =>
    value !== null && value !== '' && !(Array.isArray(value) && !value.length)
  return Object.fromEntries(Object.entries(all as Readonly<Record<string, JsonValue>>).filter(([, v]) => isSaid(v)))
}

interface Standing {
  readonly unit: string
  /** Moves the endpoint kept aside: they count nowhere. */
  readonly aside: ReadonlySet<string>
}

/** As the endpoint judges it again. Rule CA-22. */
async function doubleProblem(
  reader: GestureReader,
  feed: string,
  move: MoveOfRequest,
  all: readonly MoveOfRequest[],
): Promise<Problem | null> {
  const requests = new Map(
    (await reader.ofKind(feed, REQUEST)).map(({ entity, regs }) => [entity, storedRequest(regs)]),
  )
  const code = refusalOfDouble(move, all, (id) => requests.get(id))
  return code && { code }
}

async function judged(reader: GestureReader, { unit, aside }: Standing, move: MoveOfRequest): Promise<Problem | null> {
  const feed = feedId(unit, 'pub')
  const [request, states] = await Promise.all([reader.entity(feed, move.of), reader.ofKind(feed, MOVE)])
  if (request?.kind !== REQUEST) return { code: 'corrective.not-found' }
  const all = states.flatMap(({ entity, regs }) => (aside.has(entity) ? [] : (storedMove(entity, regs) ?? [])))
  const course = courseOf(
    all.filter(({ of }) => of === move.of),
    writtenOf(request.regs, 'dueOn')?.date ?? null,
  )
  const inspection = fieldValue(request.regs, 'inspection')
  const asked = { ...storedRequest(request.regs), inspection: typeof inspection === 'string' ? inspection : null }
  const problem =
    whyNotNow(course, move) ??
    outsideBounds(move.dueOn?.date ?? null, dueBounds(move.on)) ??
    promiseProblem(move, asked)
  if (problem === null && move.name === 'register' && isNumberTaken(move, all))
    return { code: 'corrective.number-taken' }
  return problem === null && move.name === 'end-double' ? doubleProblem(reader, feed, move, all) : problem
}

async function keptAside({ db }: RepositoryParts, feed: string): Promise<ReadonlySet<string>> {
  const [rows, notices] = await Promise.all([db.attention.toArray(), rowsOfKindIn(db, [feed], KEPT_ASIDE)])
  const aside = new Set(rows.flatMap((row) => (row.kind === MOVE && row.feed === feed ? [row.e] : [])))
  for (const { move, outcome } of notices.flatMap(({ box }) => storedKeptAside(box) ?? [])) {
    if (outcome === 'entered') aside.delete(move)
    else aside.add(move)
  }
  return aside
}

/** The successor comes from this request, whatever the form said. Rule CA-17. */
async function makeMove(
  parts: RepositoryParts,
  unit: string,
  of: string,
  input: NewMove,
): Promise<Result<string, Problem>> {
  const successorId = input.successor ? newId(parts) : null
  const next = successorId ?? input.next ?? null
  const move = moveOf(parts, of, input.id ?? newId(parts), input, next)
  const aside = await keptAside(parts, feedId(unit, 'pub'))
  const saved = await parts.commit(async (reader) => {
    const problem = await judged(reader, { unit, aside }, move)
    if (problem) return err(problem)
    const write: EntityWrite = {
      feed: feedId(unit, 'pub'),
      kind: MOVE,
      entity: move.id,
      fields: moveFields(move, unit),
    }
    if (!input.successor || successorId === null) return ok([write])
    const successor = { ...input.successor, unit, of, source: 'carried-over' as const }
    const request = await requestWrite(parts, reader, successorId, successor)
    return request.ok ? ok([request.value, write]) : request
  })
  return saved.ok ? ok(successorId ?? of) : saved
}

async function repeatMove(parts: RepositoryParts, unit: string, moveId: string): SaveResult {
  const feed = feedId(unit, 'pub')
  const entity = newId(parts)
  return parts.commit(async (reader) => {
    const state = await reader.entity(feed, moveId)
    const isOwn = state?.kind === MOVE && storedMove(moveId, state.regs)?.by === parts.identity().account.id
    if (!isOwn) return err({ code: 'corrective.not-found' })
    return ok([{ feed, kind: MOVE, entity, fields: { ...fieldsOf(state), on: todayOf(parts) } }])
  })
}
