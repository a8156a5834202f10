/**
 * Decides who inherits what a unit left behind. The old feed is frozen, so everything is written into the feed of the heir:
 * the decision, and with it the record in which the work goes on. Judged inside the gesture by what stands on this device.
 */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import { courseOf } from '#domain/corrective-action/course.ts'
import { isOpenState } from '#domain/corrective-action/move.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import {
  choiceProblem,
  type HeirChoice,
  type Inheritable,
  type InheritableKind,
  inheritanceId,
  isInheritableKind,
} from '#domain/inheritance/inheritance.ts'
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import { formatLocalDate, type LocalDate, type WrittenDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { InheritanceRepository } from '#data/contract/inheritance-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { MOVE, REQUEST, requestOf } from './corrective-reader.ts'
import { requestWrite } from './corrective-repository.ts'
import { fieldsOf } from './entity-query.ts'
import {
  formersOf,
  heirsOf,
  INHERITANCE,
  inheritanceOf,
  isProcedureInUse,
  PROCEDURE,
  readInheritable,
  readOrigin,
} from './inheritance-reader.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

export const createInheritanceRepository = (parts: RepositoryParts): InheritanceRepository => ({
  list: (unitIds) => readInheritable(parts, formersOf(parts, unitIds)),
  of: async (from, id) => {
    const former = parts.identity().places.filter((place) => place.id === from && heirsOf(parts, from).length > 0)
    return (await readInheritable(parts, former)).find((one) => one.id === id) ?? null
  },
  originOf: (unit, id) => readOrigin(parts, unit, id),
  decide: (from, id, choice) => decide(parts, from, id, choice),
})

/** The record as it is stored, with what is asked about it. */
interface Asked extends Inheritable {
  readonly state: EntityState
}

const rowLike = ({ feed, entity, kind, regs }: EntityState) => ({ feed, e: entity, kind, box: regs })

async function askedAbout(
  parts: RepositoryParts,
  reader: GestureReader,
  from: string,
  id: string,
): Promise<Asked | null> {
  const feed = feedId(from, 'pub')
  const state = await reader.entity(feed, id)
  const heirs = heirsOf(parts, from)
  if (state === undefined || !isInheritableKind(state.kind) || heirs.length === 0) return null
  const kind: InheritableKind = state.kind
  if (kind === PROCEDURE && !isProcedureInUse(state)) return null
  if (kind !== REQUEST) return { state, kind, heirs, dueOn: null, needsDay: false }
  const moves = (await reader.ofKind(feed, MOVE)).flatMap(({ entity, regs }) => storedMove(entity, regs) ?? [])
  const course = courseOf(
    moves.filter(({ of }) => of === id),
    writtenOf(state.regs, 'dueOn')?.date ?? null,
  )
  if (!isOpenState(course.state)) return null
  return { state, kind, heirs, dueOn: course.dueOn, needsDay: isNonconformity(requestOf(rowLike(state)).grade) }
}

const asWritten = (day: LocalDate | null): WrittenDate | null => day && writtenDate(formatLocalDate(day))

interface GoingOn {
  /** Id of the heir's record. */
  readonly to: string
  readonly write: EntityWrite
}

/** The heir's own record, where the work goes on in one; null for a declaration. Rules INH-7 and INH-8. */
async function goingOn(
  parts: RepositoryParts,
  reader: GestureReader,
  { state, kind, dueOn }: Asked,
  heir: string,
  newDay: WrittenDate | null,
): Promise<Result<GoingOn | null, Problem>> {
  const to = newId(parts)
  if (kind === PROCEDURE) {
    const fields = { ...fieldsOf(state), unit: heir }
    return ok({ to, write: { feed: feedId(heir, 'pub'), kind: PROCEDURE, entity: to, fields } })
  }
  if (kind !== REQUEST) return ok(null)
  const request = {
    ...requestOf(rowLike(state)),
    unit: heir,
    source: 'carried-over' as const,
    of: state.entity,
    inspection: null,
    dueOn: newDay ?? asWritten(dueOn),
  }
  const write = await requestWrite(parts, reader, to, request)
  return write.ok ? ok({ to, write: write.value }) : write
}

function decisionWrite(
  parts: RepositoryParts,
  { state, kind }: Asked,
  heir: string,
  said: Readonly<Record<string, string | null>>,
): EntityWrite {
  const from = state.feed.slice(0, state.feed.lastIndexOf('/'))
  const fields = { unit: heir, of: state.entity, ofKind: kind, from, on: todayOf(parts), ...said }
  return { feed: feedId(heir, 'pub'), kind: INHERITANCE, entity: inheritanceId(state.entity), fields }
}

async function takeOver(
  parts: RepositoryParts,
  reader: GestureReader,
  asked: Asked,
  heir: string,
  dueOn: WrittenDate | null,
): Promise<Result<readonly EntityWrite[], Problem>> {
  const before = await reader.entity(feedId(heir, 'pub'), inheritanceId(asked.state.entity))
  const earlier = before ? inheritanceOf(before) : null
  if (earlier?.decision === 'taken-over') return err({ code: 'inheritance.not-found' })
  // Taken over once, ended, and taken over again: it goes on in the record of the first time.
  if (earlier?.to) return ok([decisionWrite(parts, asked, heir, { decision: 'taken-over', reason: '' })])
  const own = await goingOn(parts, reader, asked, heir, dueOn)
  if (!own.ok) return own
  const said = { decision: 'taken-over', reason: '', to: own.value?.to ?? null }
  return ok([...(own.value ? [own.value.write] : []), decisionWrite(parts, asked, heir, said)])
}

function decide(parts: RepositoryParts, from: string, id: string, choice: HeirChoice): SaveResult {
  return parts.commit(async (reader) => {
    const asked = await askedAbout(parts, reader, from, id)
    if (asked === null) return err({ code: 'inheritance.not-found' })
    const problem = choiceProblem(asked, choice, todayOf(parts))
    if (problem) return err(problem)
    if (choice.decision === 'taken-over') return takeOver(parts, reader, asked, choice.heir ?? '', choice.dueOn ?? null)
    const said = { decision: 'ended', reason: choice.reason.trim() }
    return ok(choice.heirs.map((heir) => decisionWrite(parts, asked, heir, said)))
  })
}
