/** Communes in view. One small row per commune is read; what depends on today is reckoned from it when it is shown. */
import { localDateAt, type LocalDate, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import { type Plan, visitEveryDaysOf } from '#domain/pilot/plan.ts'
import { standsOn } from '#domain/place/standing.ts'
import { planCalendar, scheduleOf, templateOf } from '#domain/plan/plan-time.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { type AssessmentSummary, type CommuneSummary, summariseCommune } from '#domain/reporting/commune-summary.ts'
import { assessmentResults } from '#domain/self-assessment/results.ts'
import { emptyAnswer } from '#domain/self-assessment/answer.ts'
import type { CommuneRepository, CommuneRow } from '#data/contract/commune-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { ProgressFact, SubmissionFact, SummaryFacts, SummaryRow } from '#data/summary-row.ts'
import { completed } from '#data/summary-store.ts'
import { compareRounds } from './assessment-names.ts'
import { livePlanOf, readPlans } from './plan-reader.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'
import { factsOf, findingsOf } from './summary-facts.ts'

const noFacts: SummaryFacts = { facts: {}, lastActivityAt: null }

export function createCommuneRepository(parts: RepositoryParts): CommuneRepository {
  const places = () => parts.identity().places
  const communes = () => places().filter(({ kind }) => kind === 'commune')
  return {
    list: async () => {
      const { plans, factsByUnit } = await read(
        parts,
        communes().map(({ id }) => id),
      )
      const today = todayOf(parts)
      const taking = communes().filter((place) => livePlanOf(plans, place.id) && standsOn(place, today))
      const rows = await rowsOf(parts, taking, plans, factsByUnit)
      return [...rows].sort(byAreaAndCode)
    },
    get: async (unitId) => {
      const place = communes().find(({ id }) => id === unitId)
      if (!place) return null
      const { plans, factsByUnit } = await read(parts, [unitId])
      return (await rowsOf(parts, [place], plans, factsByUnit))[0] ?? null
    },
  }
}

const byAreaAndCode = (a: CommuneRow, b: CommuneRow): number => {
  const key = ({ area, place }: CommuneRow): string => `${area?.code ?? '~'}\n${place.code}`
  return key(a) < key(b) ? -1 : 1
}

const read = ({ db }: RepositoryParts, unitIds: readonly string[]) =>
  readIn(db, [db.ent, db.summary], async () => {
    const [plans, rows] = await Promise.all([readPlans(db), summaryRows(db, unitIds)])
    const known = new Map(rows.map(({ unit, box }) => [unit, box]))
    return { plans, factsByUnit: new Map(unitIds.map((unit) => [unit, known.get(unit) ?? noFacts])) }
  })

/** One request for all from the first id to the last: a request each costs fifty turns of the loop on a cheap phone. */
export async function summaryRows(
  db: RepositoryParts['db'],
  unitIds: readonly string[],
): Promise<readonly SummaryRow[]> {
  const [first, ...rest] = [...unitIds].sort()
  if (first === undefined) return []
  const rows = db.summary.where('unit').between(first, rest.at(-1) ?? first, true, true)
  return completed(db, await rows.toArray())
}

async function rowsOf(
  parts: RepositoryParts,
  communes: readonly Place[],
  plans: readonly Plan[],
  factsByUnit: ReadonlyMap<string, SummaryFacts>,
): Promise<readonly CommuneRow[]> {
  // After the last read: an import would end a transaction, and a live query watches what was read before it.
  const instruments = await loadInstruments([...factsByUnit.values()])
  const placeById = new Map(parts.identity().places.map((place) => [place.id, place]))
  const today = todayOf(parts)
  return communes.map((place) => {
    const parent = place.parent === null ? undefined : placeById.get(place.parent)
    const plan = livePlanOf(plans, place.id)
    const facts = factsByUnit.get(place.id) ?? noFacts
    const summary = plan ? summaryOf(place.id, plan, facts, instruments, today) : null
    return { place, area: parent?.kind === 'area' ? parent : null, summary }
  })
}

type Instruments = ReadonlyMap<string, Instrument | undefined>

async function loadInstruments(all: readonly SummaryFacts[]): Promise<Instruments> {
  const keys = new Set(all.flatMap(({ facts }) => factsOf(facts, 'submission').map(([, fact]) => fact.instrument)))
  return new Map(await Promise.all([...keys].map(async (key) => [key, await loadInstrument(key)] as const)))
}

export function summaryOf(
  unitId: string,
  plan: Plan,
  { facts, lastActivityAt }: SummaryFacts,
  instruments: Instruments,
  today: LocalDate,
): CommuneSummary {
  const events = factsOf(facts, 'event').filter(([, fact]) => fact.plan === plan.id)
  return summariseCommune(
    {
      unitId,
      planStart: plan.start,
      template: templateOf(plan),
      schedule: scheduleOf(plan),
      holidays: planCalendar(plan),
      events: events.map(([id, { stage, type, on, by, at }]) => ({
        id,
        stage,
        type,
        on,
        by,
        at,
        note: '',
        evidence: [],
      })),
      assessment: assessmentSummary(facts, instruments),
      findings: findingsOf(facts),
      visits: factsOf(facts, 'visit').map(([, { on }]) => ({ on: { text: '', date: on } })),
      visitEveryDays: visitEveryDaysOf(plan),
      lastActivityAt,
    },
    today,
  )
}

/** The latest round; its figures come from what was submitted, never from a draft. */
function assessmentSummary(facts: SummaryFacts['facts'], instruments: Instruments): AssessmentSummary | null {
  const latest = [...factsOf(facts, 'progress')].sort(([, a], [, b]) => compareRounds(b.round, a.round))[0]
  if (!latest) return null
  const [id, { round, answered, total, submittedAt }]: readonly [string, ProgressFact] = latest
  // Ids are in the order of their making: the last one is the latest revision.
  const ofRound = factsOf(facts, 'submission').filter(([, fact]) => fact.assessment === id)
  const submission = ofRound.sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1]
  const figures = submission ? figuresOf(submission, instruments) : { mean: null, blocking: null }
  return { round, answered, total, submittedOn: submittedAt === null ? null : dayOf(submittedAt), ...figures }
}

const dayOf = (ms: number): LocalDate => localDateAt(ms, VIETNAM_OFFSET_MINUTES)

/** Only the scores are kept in the row: a reason was given for every "not applicable", or it could not be submitted. */
function figuresOf(
  { instrument: key, scores }: SubmissionFact,
  instruments: Instruments,
): Pick<AssessmentSummary, 'mean' | 'blocking'> {
  const instrument = instruments.get(key)
  if (!instrument) return { mean: null, blocking: null }
  const answers = Object.fromEntries(
    scores.map(([question, score]) => [question, { ...emptyAnswer, score, reason: '-' }]),
  )
  const { overall, readiness } = assessmentResults(instrument, answers)
  return { mean: overall.mean, blocking: readiness.blocking.length }
}
