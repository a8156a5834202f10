/** The register of declarations and certificates as one part of the store. What is sealed is judged inside its gesture. */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { createDeclaration, type DeclarationContent, type DeclarationDraft } from '#domain/declaration/declaration.ts'
import {
  type DeclarationEventType,
  declarationStanding,
  eventProblem,
  eventsStanding,
} from '#domain/declaration/declaration-state.ts'
import { type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { DeclarationOutlook, DeclarationRepository } from '#data/contract/declaration-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { createGestureReader, type GestureReader } from '#data/gesture.ts'
import { readDecay } from './declaration-decay.ts'
import { type FactsTask, readDeclarationFacts } from './declaration-facts.ts'
import { declarationEvent, knownDeclaration, listDeclarations } from './declaration-reader.ts'
import { field } from './entity-query.ts'
import { instrumentsOf } from './known-submissions.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'
import { commitSealed, type Sealable } from './sealed-content.ts'

export const createDeclarationRepository = (parts: RepositoryParts): DeclarationRepository => ({
  list: (unitIds) => listDeclarations(parts, unitIds),
  get: async (unitId, id) => (await listDeclarations(parts, [unitId])).find((one) => one.id === id) ?? null,
  outlook: (unitId) => readOutlook(parts, unitId),
  declare: (draft) => declare(parts, draft),
  addEvent: (unitId, of, type, on, reason) => addEvent(parts, unitId, { of, type, on, reason }),
  decay: (unitIds) => readDecay(parts, unitIds),
})

async function factsTask(parts: RepositoryParts, unit: string): Promise<FactsTask> {
  const instruments = await instrumentsOf(createGestureReader(parts.db), unit)
  return { db: parts.db, unit, today: todayOf(parts), instruments }
}

async function readOutlook(parts: RepositoryParts, unit: string): Promise<DeclarationOutlook> {
  const task = await factsTask(parts, unit)
  const { facts, stages } = await readDeclarationFacts(createGestureReader(parts.db), task)
  const all = await listDeclarations(parts, [unit])
  return {
    facts,
    plan: stages?.plan ?? null,
    latest: all.find(({ state }) => state !== 'withdrawn') ?? null,
  }
}

interface Task extends FactsTask {
  readonly draft: DeclarationDraft
  readonly newId: string
  readonly by: string
  readonly at: number
}

/** The last one of the same kind that was not withdrawn and is not of a later day: what a new one replaces. Rule DEC-8. */
async function replacedBy(reader: GestureReader, { draft, unit }: Task): Promise<string | null> {
  const all = await reader.ofKind(feedId(unit, 'pub'), 'declaration')
  const events = await reader.ofKind(feedId(unit, 'pub'), 'declaration-event')
  const on = parseWrittenDate(draft.on)
  const stands = all
    .map((state) => knownDeclaration(state.entity, state))
    .filter((one) => one.type === draft.type && (!on.ok || one.on <= on.value))
    .filter(({ id }) => eventsStanding(eventsOf(events, id)).state !== 'withdrawn')
  return stands.sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))[0]?.id ?? null
}

const eventsOf = (events: Awaited<ReturnType<GestureReader['ofKind']>>, of: string) =>
  events
    .filter((state) => field(state, 'of', '') === of)
    .flatMap((state) => declarationEvent(state.entity, state) ?? [])

async function readContent(reader: GestureReader, task: Task): Promise<Result<Sealable<DeclarationContent>, Problem>> {
  const { draft, unit, newId: entity, by, at, today } = task
  const { facts } = await readDeclarationFacts(reader, task)
  const replaces = await replacedBy(reader, task)
  const parts = { draft, facts, replaces, sealedAt: new Date(at).toISOString(), sealedBy: by }
  const content = createDeclaration(parts, today)
  if (!content.ok) return content
  const { type, number, on, edition, expiresOn } = content.value
  const fields = { unit, type, number, on, edition, expiresOn, content: content.value as unknown as JsonValue }
  return ok({
    content: content.value,
    writesWith: (sha256) => [{ feed: feedId(unit, 'pub'), kind: 'declaration', entity, fields: { ...fields, sha256 } }],
  })
}

async function declare(parts: RepositoryParts, draft: DeclarationDraft): Promise<Result<string, Problem>> {
  const known = await factsTask(parts, draft.unit)
  const by = parts.identity().account.id
  const task = { ...known, draft, newId: newId(parts), by, at: parts.clock.now() }
  const saved = await commitSealed(parts, createGestureReader(parts.db), (reader) => readContent(reader, task))
  return saved.ok ? ok(task.newId) : saved
}

interface NewEvent {
  readonly of: string
  readonly type: DeclarationEventType
  readonly on: LocalDate
  readonly reason: string
}

function addEvent(parts: RepositoryParts, unit: string, { of, type, on, reason }: NewEvent): SaveResult {
  const feed = feedId(unit, 'pub')
  const entity = newId(parts)
  const today = todayOf(parts)
  return parts.commit(async (reader) => {
    const declarations = await reader.ofKind(feed, 'declaration')
    const events = await reader.ofKind(feed, 'declaration-event')
    const all = declarations.map((state) => knownDeclaration(state.entity, state))
    const declaration = all.find(({ id }) => id === of)
    if (!declaration) return err({ code: 'declaration.not-found' })
    const { state } = declarationStanding(declaration, eventsOf(events, of), all, today)
    const problem = on > today ? ({ code: 'declaration.in-future' } as const) : eventProblem(state, type, reason)
    if (problem) return err(problem)
    const fields = { unit, of, type, on, reason: reason.trim() }
    return ok([{ feed, kind: 'declaration-event', entity, fields }])
  })
}
