/**
 * What of a commune's shared records its line in the summary needs. The records are passed through page by page and let
 * go; what is kept is small, holds no words, and stays true until the feed moves.
 */
import { type EntityState, fieldValue, isDeleted, lastChange, type Registers } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { upcastRegisters } from '#domain/change/upcast.ts'
import { courseOf } from '#domain/corrective-action/course.ts'
import { KEPT_ASIDE, movesAside } from '#domain/corrective-action/kept-aside.ts'
import type { MoveOfRequest } from '#domain/corrective-action/moved-meanwhile.ts'
import { storedMove, writtenOf } from '#domain/corrective-action/stored-move.ts'
import { type KnownFinding, type KnownRequest, openMajors } from '#domain/declaration/open-major.ts'
import { type FindingGrade, findingGrades } from '#domain/internal-audit/finding.ts'
import { type GradeStep, gradeNow } from '#domain/internal-audit/finding-response.ts'
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { StageEvent, StageEventType } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { SyncStore } from '#server/store/store-contract.ts'

/** A stage event with the plan it belongs to. */
interface PlanEvent extends StageEvent {
  readonly plan: string
}

export interface CommuneFacts {
  readonly events: readonly PlanEvent[]
  readonly openObstacles: number
  readonly openMajor: number
  readonly visitedOn: LocalDate | null
  /** Milliseconds since 1970; null where there is no record. */
  readonly changedMs: number | null
}

const PAGE_BYTES = 1_000_000

const textOf = (regs: Registers, field: string): string => {
  const value = fieldValue(regs, field)
  return typeof value === 'string' ? value : ''
}

const orNull = (text: string): string | null => text || null

function eventOf(id: string, regs: Registers): readonly PlanEvent[] {
  const on = textOf(regs, 'on')
  if (!isLocalDate(on)) return []
  const { u = '', h = 0 } = lastChange(regs) ?? {}
  const [stage, type] = [textOf(regs, 'stage') as StageCode, textOf(regs, 'type') as StageEventType]
  return [{ id, plan: textOf(regs, 'plan'), stage, type, on, note: '', evidence: [], by: u, at: h }]
}

interface Request extends Omit<KnownRequest, 'state' | 'next'> {
  readonly dueOn: LocalDate | null
}

interface GivenFinding {
  readonly id: string
  /** As the audit gave it; null for one of a newer version as well. */
  readonly grade: FindingGrade | null
}

interface StepOfFinding extends GradeStep {
  readonly of: string
}

const gradeOf = (regs: Registers): FindingGrade | null =>
  findingGrades.find((grade) => grade === textOf(regs, 'grade')) ?? null

/** Gathers one commune's records as they come. */
class Gathering {
  readonly #events: PlanEvent[] = []
  readonly #findings: GivenFinding[] = []
  readonly #steps: StepOfFinding[] = []
  readonly #requests: Request[] = []
  readonly #moves: MoveOfRequest[] = []
  readonly #notices: Registers[] = []
  #openObstacles = 0
  #visitedOn: LocalDate | null = null
  #changedMs: number | null = null

  take({ entity, kind, regs: stored }: EntityState): void {
    const last = lastChange(stored)
    if (last) this.#changedMs = Math.max(this.#changedMs ?? Number.NEGATIVE_INFINITY, hlcToMs(last.h))
    if (isDeleted(stored)) return
    const regs = upcastRegisters(kind, stored)
    if (kind === 'stage-event') this.#events.push(...eventOf(entity, regs))
    else if (kind === 'finding') this.#findings.push({ id: entity, grade: gradeOf(regs) })
    else if (kind === 'finding-response') this.#step(entity, regs)
    else if (kind === 'corrective-action') this.#request(entity, regs)
    else if (kind === 'corrective-move') this.#move(storedMove(entity, regs))
    else if (kind === KEPT_ASIDE) this.#notices.push(regs)
    else if (kind === 'visit') this.#visit(writtenOf(regs, 'on')?.date ?? null)
    else if (kind === 'obstacle' && !['answered', 'settled'].includes(textOf(regs, 'state'))) this.#openObstacles += 1
  }

  #step(id: string, regs: Registers): void {
    const at = hlcToMs(lastChange(regs)?.h ?? 0)
    this.#steps.push({ id, of: textOf(regs, 'of'), grade: gradeOf(regs), at })
  }

  #request(id: string, regs: Registers): void {
    const dueOn = writtenOf(regs, 'dueOn')?.date ?? null
    this.#requests.push({ id, of: orNull(textOf(regs, 'of')), grade: orNull(textOf(regs, 'grade')), dueOn })
  }

  /** One of a newer version is no step of its course. */
  #move(move: MoveOfRequest | null): void {
    if (move !== null) this.#moves.push(move)
  }

  #visit(on: LocalDate | null): void {
    if (on !== null && on > (this.#visitedOn ?? '')) this.#visitedOn = on
  }

  /** By the grade that holds now (AUD-17). */
  #standing(): readonly KnownFinding[] {
    return this.#findings.map(({ id, grade }) => {
      const own = this.#steps.filter(({ of }) => of === id)
      return { id, grade: gradeNow(grade, own) }
    })
  }

  facts(): CommuneFacts {
    const aside = movesAside(this.#notices)
    const known = this.#requests.map(({ dueOn, ...request }): KnownRequest => {
      const own = this.#moves.filter(({ id, of }) => of === request.id && !aside.has(id))
      const { state, next } = courseOf(own, dueOn)
      return { ...request, state, next }
    })
    return {
      events: this.#events,
      openObstacles: this.#openObstacles,
      openMajor: openMajors(this.#standing(), known).length,
      visitedOn: this.#visitedOn,
      changedMs: this.#changedMs,
    }
  }
}

/** Every page of a feed's records. */
export async function eachEntity(
  store: Pick<SyncStore, 'snapshot'>,
  feed: string,
  take: (state: EntityState) => void,
): Promise<void> {
  let after: string | null = ''
  while (after !== null) {
    const page: Awaited<ReturnType<SyncStore['snapshot']>> = await store.snapshot(feed, after, PAGE_BYTES)
    for (const state of page.entities) take(state)
    after = page.after
  }
}

export async function readCommuneFacts(store: Pick<SyncStore, 'snapshot'>, unit: string): Promise<CommuneFacts> {
  const gathering = new Gathering()
  await eachEntity(store, feedId(unit, 'pub'), (state) => gathering.take(state))
  return gathering.facts()
}
