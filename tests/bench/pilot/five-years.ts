// Five years behind each of the fifty communes of the demonstration, written into the endpoint's folder before it starts:
// what a province really looks like when its cockpit is opened in the fifth year ("dữ liệu minh họa"). Filled through the
// store, as the bench of the endpoint does; the browser then fetches all of it like any other record.
import { hlcAt } from '#domain/change/hlc.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import { addDays, formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { hashOfContent } from '#support/sealed-fields.ts'

const YEARS = 5
const DAYS_OF_A_YEAR = 365
const VISITS = 26
const FINDINGS = 12
const PHOTOS = 60
const OBSTACLES = 4
const QUESTIONS = 52
const WORDS = 'Hồ sơ tiếp nhận và trả kết quả được lưu đúng mẫu, một số sổ theo dõi còn thiếu chữ ký của người nhận.'

interface Kept {
  readonly day: number
  readonly kind: string
  readonly entity: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Every so many days of a year. */
const spread = (count: number, make: (at: number, day: number) => readonly Kept[]): readonly Kept[] =>
  Array.from({ length: count }, (_, at) => make(at, Math.floor((at * DAYS_OF_A_YEAR) / count))).flat()

type DayOf = (day: number) => LocalDate

const written = (on: LocalDate) => writtenDate(formatLocalDate(on))

const roundsOf = (unit: string, year: number, dayOf: DayOf): readonly Kept[] =>
  spread(2, (at, day) => {
    const round = `${dayOf(0).slice(0, 4)}-${at + 1}`
    const assessment = `asm.${unit}.${round}`
    const answers = Array.from({ length: QUESTIONS }, (_, i) => ({ questionId: `q${i + 1}`, score: (i + at) % 4 }))
    const instrument = 'commune-self-assessment@1'
    const content = { instrument, answers }
    return [
      {
        day,
        kind: 'assessment-progress',
        entity: assessment,
        fields: { assessment, unit, round, instrument, answered: QUESTIONS, total: QUESTIONS, submittedAt: year + 1 },
      },
      {
        day,
        kind: 'submission',
        entity: `bsub.${unit}.${round}`,
        fields: { unit, assessment, content, sha256: hashOfContent(content) },
      },
    ]
  })

/** A cycle under an earlier plan: eleven stages declared and confirmed. */
const stagesOf = (unit: string, year: number, dayOf: DayOf): readonly Kept[] =>
  spread(pilotStages.length, (at, day) =>
    (['declared-done', 'confirmed'] as const).map((type) => ({
      day,
      kind: 'stage-event',
      entity: `bev.${unit}.${year}.${at}.${type}`,
      fields: {
        unit,
        plan: `plan-bench-${year}`,
        stage: pilotStages[at]?.code ?? 'G0',
        type,
        on: dayOf(day),
        note: '',
      },
    })),
  )

const visitsOf = (unit: string, year: number, dayOf: DayOf): readonly Kept[] =>
  spread(VISITS, (at, day) => [
    {
      day,
      kind: 'planned-visit',
      entity: `bpv.${unit}.${year}.${at}`,
      fields: { unit, on: dayOf(day), order: 0, state: 'planned', visit: `bvi.${unit}.${year}.${at}` },
    },
    {
      day,
      kind: 'visit',
      entity: `bvi.${unit}.${year}.${at}`,
      fields: {
        unit,
        on: written(dayOf(day)),
        stage: 'G6',
        flag: 'green',
        done: WORDS,
        lateReasons: [],
        recommendation: WORDS,
      },
    },
  ])

const MOVES = ['start-analysis', 'submit-analysis', 'approve', 'report-done', 'accept'] as const

const findingsOf = (unit: string, year: number, dayOf: DayOf): readonly Kept[] =>
  spread(FINDINGS, (at, day) => {
    const [finding, request] = [`bfi.${unit}.${year}.${at}`, `bca.${unit}.${year}.${at}`]
    const dueOn = written(dayOf(day + 30))
    const base = { unit, clause: '8.5.1', grade: at % 6 === 0 ? 'major' : 'minor', department: 'Một cửa' }
    const analysis = { whys: [WORDS], action: WORDS, correction: WORDS, dueOn }
    const moves = MOVES.map(
      (name, step): Kept => ({
        day: day + 2 + step,
        kind: 'corrective-move',
        entity: `bmo.${unit}.${year}.${at}.${step}`,
        fields: {
          unit,
          of: request,
          name,
          on: dayOf(day + 2 + step),
          ...(name === 'submit-analysis' ? analysis : {}),
          ...(name === 'report-done' ? { words: WORDS } : {}),
        },
      }),
    )
    return [
      {
        day,
        kind: 'finding',
        entity: finding,
        fields: { ...base, number: `PH-${at}`, audit: `bau.${unit}`, facts: WORDS },
      },
      {
        day,
        kind: 'corrective-action',
        entity: request,
        fields: { ...base, of: finding, issuedOn: dayOf(day), dueOn, description: WORDS, requirement: WORDS },
      },
      ...moves,
    ]
  })

const photosOf = (unit: string, year: number): readonly Kept[] =>
  spread(PHOTOS, (at, day) => [
    {
      day,
      kind: 'evidence',
      entity: `bph.${unit}.${year}.${at}`,
      fields: { of: `bvi.${unit}.${year}.${at % VISITS}`, caption: WORDS, mime: 'image/jpeg', size: 180_000 + at },
    },
  ])

const obstaclesOf = (unit: string, year: number, dayOf: DayOf): readonly Kept[] =>
  spread(OBSTACLES, (at, day) => [
    {
      day,
      kind: 'obstacle',
      entity: `bob.${unit}.${year}.${at}`,
      fields: { unit, text: WORDS, raisedOn: dayOf(day), dueOn: dayOf(day + 20), state: 'settled', answer: WORDS },
    },
  ])

function yearOf(unit: string, year: number, first: LocalDate): readonly Kept[] {
  const dayOf: DayOf = (day) => addDays(first, day)
  return [
    ...roundsOf(unit, year, dayOf),
    ...stagesOf(unit, year, dayOf),
    ...visitsOf(unit, year, dayOf),
    ...findingsOf(unit, year, dayOf),
    ...photosOf(unit, year),
    ...obstaclesOf(unit, year, dayOf),
  ]
}

const DAY_MS = 86_400_000

/** Returns how many records stand behind the fifty communes now. */
export async function fillFiveYears(store: EndpointStore, nowMs: number): Promise<number> {
  let records = 0
  for (const { id: unit } of demonstrationCohort()) {
    const account = 'demo.sokhcn.langson'
    const idOf = (counter: number): string => `bench${counter.toString(36)}`
    const device = await store.enrolDevice({ account, label: 'bench', publicKey: '', nowMs, idOf })
    const startMs = nowMs - (YEARS + 1) * DAYS_OF_A_YEAR * DAY_MS
    const kept = Array.from({ length: YEARS }, (_, year) => {
      const firstMs = startMs + year * DAYS_OF_A_YEAR * DAY_MS
      const first = new Date(firstMs).toISOString().slice(0, 10) as LocalDate
      return yearOf(unit, year, first).map((one) => ({ ...one, atMs: firstMs + one.day * DAY_MS }))
    }).flat()
    const ops = [...kept]
      .sort((a, b) => a.atMs - b.atMs)
      .map(
        ({ kind, entity, fields, atMs }, i): Op => ({
          d: device.id,
          n: i + 1,
          h: hlcAt(atMs) + i,
          s: `${unit}/pub`,
          k: kind,
          e: entity,
          u: account,
          sv: 1,
          f: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value as JsonValue]])),
        }),
      )
    await store.ingest({ device: device.id, ops, nowMs, judge: () => null })
    records += ops.length
  }
  return records
}
