/** Reads the register: declarations with what became of them. The rows of fifty communes are found by their kind alone. */
import { feedId } from '#domain/change/feed.ts'
import type { DeclarationContent } from '#domain/declaration/declaration.ts'
import {
  type DeclarationEvent,
  type DeclarationEventType,
  declarationStanding,
  type DeclarationState,
  expiresSoon,
  type KnownDeclaration,
  redeclarationReasons,
} from '#domain/declaration/declaration-state.ts'
import { lastChange } from '#domain/change/entity-state.ts'
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { DeclarationEventView, DeclarationView } from '#data/contract/declaration-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { type Fielded, field, nullable, rowsOfKindIn } from './entity-query.ts'
import { livePlanOf, readPlans } from './plan-reader.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'
import { type ReadWritten, writtenBy } from './written-by.ts'

const eventTypes: readonly string[] = ['withdrawn', 'suspended', 'resumed'] satisfies DeclarationEventType[]

/** An event of a newer version's type is none of these, and shown to nobody. */
export function declarationEvent(id: string, of: Fielded): DeclarationEvent | null {
  const type = field<string>(of, 'type', '')
  if (!eventTypes.includes(type)) return null
  const at = lastChange('box' in of ? of.box : of.regs)?.h ?? 0
  return {
    id,
    type: type as DeclarationEventType,
    on: field(of, 'on', '' as LocalDate),
    reason: field(of, 'reason', ''),
    at,
  }
}

export const knownDeclaration = (id: string, of: Fielded): KnownDeclaration => ({
  id,
  unit: field(of, 'unit', ''),
  type: field<KnownDeclaration['type']>(of, 'type', 'declaration'),
  on: field(of, 'on', '' as LocalDate),
  expiresOn: nullable<LocalDate>(of, 'expiresOn'),
})

/** What the reasons for declaring again are found in, for many communes at once. */
interface Surroundings {
  readonly plannedEdition: (unit: string) => string | null
  readonly changesDecidedOn: (unit: string) => readonly LocalDate[]
  readonly unitFrom: (unit: string) => LocalDate | null
}

async function readSurroundings({ db, identity }: RepositoryParts, feeds: readonly string[]): Promise<Surroundings> {
  const [plans, reviews, actions] = await Promise.all([
    readPlans(db),
    rowsOfKindIn(db, feeds, 'management-review'),
    rowsOfKindIn(db, feeds, 'action'),
  ])
  const changing = new Set<string>(
    actions.filter((row) => field<string>(row, 'question', '') === 'change').map((row) => field<string>(row, 'of', '')),
  )
  const decided = reviews.filter((row) => nullable<string>(row, 'minutes') !== null && changing.has(row.e))
  const { places } = identity()
  return {
    plannedEdition: (unit) => livePlanOf(plans, unit)?.edition ?? null,
    changesDecidedOn: (unit) =>
      decided.filter((row) => field(row, 'unit', '') === unit).map((row) => field(row, 'on', '' as LocalDate)),
    unitFrom: (unit) => {
      const from = places.find(({ id }) => id === unit)?.from
      return from !== undefined && isLocalDate(from) ? from : null
    },
  }
}

const asked: readonly DeclarationState[] = ['in-force', 'suspended', 'expired']

interface Rows {
  readonly declarations: readonly EntityRow[]
  readonly events: readonly EntityRow[]
  readonly written: ReadWritten
  readonly around: Surroundings
  readonly today: LocalDate
}

function declarationView(row: EntityRow, { declarations, events, written, around, today }: Rows): DeclarationView {
  const known = knownDeclaration(row.e, row)
  const rowById = new Map(events.map((event) => [event.e, event]))
  const own = events
    .filter((event) => field(event, 'of', '') === row.e)
    .flatMap((event) => declarationEvent(event.e, event) ?? [])
  const others = declarations.map((other) => knownDeclaration(other.e, other))
  const { state, taken, misfits } = declarationStanding(known, own, others, today)
  const eventView = (event: DeclarationEvent, isTaken: boolean): DeclarationEventView => {
    const { by, byName, location } = written(rowById.get(event.id) ?? row)
    return { ...event, by, byName, location, isTaken }
  }
  const content = field<DeclarationContent>(row, 'content', {} as DeclarationContent)
  const { unit, on } = known
  const facts = {
    declared: { on, edition: content.edition },
    plannedEdition: around.plannedEdition(unit),
    changesDecidedOn: around.changesDecidedOn(unit),
    unitFrom: around.unitFrom(unit),
  }
  return {
    id: row.e,
    unit,
    content,
    sha256: field(row, 'sha256', ''),
    ...written(row),
    state,
    isExpiringSoon: state === 'in-force' && expiresSoon(known, today),
    events: [...taken.map((event) => eventView(event, true)), ...misfits.map((event) => eventView(event, false))],
    redeclare: asked.includes(state) ? redeclarationReasons(facts) : [],
  }
}

const latestFirst = (a: DeclarationView, b: DeclarationView): number => {
  if (a.content.on === b.content.on) return a.id < b.id ? 1 : -1
  return a.content.on < b.content.on ? 1 : -1
}

export function listDeclarations(
  parts: RepositoryParts,
  units: readonly string[],
): Promise<readonly DeclarationView[]> {
  const { db, identity } = parts
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const feeds = units.map((unit) => feedId(unit, 'pub'))
    const declarations = await rowsOfKindIn(db, feeds, 'declaration')
    const events = await rowsOfKindIn(db, feeds, 'declaration-event')
    const around = await readSurroundings(parts, feeds)
    const written = writtenBy(identity(), await readLocations(db))
    const rows = { declarations, events, written, around, today: todayOf(parts) }
    return declarations.map((row) => declarationView(row, rows)).sort(latestFirst)
  })
}
