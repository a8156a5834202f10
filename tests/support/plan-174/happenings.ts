// What happens in the 50 illustrative communes of plan 174/KH-UBND, day by day ("dữ liệu minh họa"). The table and every
// exception are those of by-hand.md; nothing here reckons with a forecast, an alarm or a sum.
import { addDays, formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { langSon2017Districts } from '#domain/place/lang-son-2017.ts'
import { plan174Cohort } from '#domain/place/plan-174-cohort.ts'

export type Letter = 'A' | 'B' | 'C' | 'D' | 'E'
export const letters: readonly Letter[] = ['A', 'B', 'C', 'D', 'E']

export interface Happening {
  readonly day: number
  readonly unit: string
  readonly kind: string
  readonly entity: string
  readonly by: string
  readonly fields: Readonly<Record<string, unknown>>
}

const START = plan174.start
export const LAST_DAY = 1172

export const dayAt = (day: number): LocalDate => addDays(START, day)
const written = (day: number) => writtenDate(formatLocalDate(dayAt(day)))

/** Gates G0 to G9. */
const gates: Readonly<Record<Letter, readonly number[]>> = {
  A: [14, 28, 31, 36, 66, 88, 178, 204, 207, 214],
  B: [14, 35, 38, 43, 88, 110, 202, 228, 231, 238],
  C: [21, 42, 45, 52, 112, 142, 234, 264, 269, 279],
  D: [28, 56, 63, 70, 160, 205, 297, 342, 349, 363],
  E: [35, 77, 84, 98, 218, 278, 462, 522, 536, 566],
}
const X1_GATES = [21, 42, 45, 52, 112, 152, 244, 274, 279, 289]

export interface PilotCommune {
  readonly unit: string
  readonly district: string
  readonly letter: Letter
}

const districtCodes = new Map(langSon2017Districts().map(({ id, code }) => [id, code]))

/** Five xã per huyện, in the order of their codes. */
export const communes: readonly PilotCommune[] = plan174Cohort().map(({ id, parentId }, at) => ({
  unit: id,
  district: districtCodes.get(parentId ?? '') ?? '',
  letter: letters[at % letters.length] ?? 'A',
}))

export const communeOf = (district: string, letter: Letter): string =>
  communes.find((commune) => commune.district === district && commune.letter === letter)?.unit ?? ''

export const X1 = communeOf('180', 'C')
export const X2 = communeOf('189', 'E')
const MONITOR = 'acc-monitor'
const OFFICER = 'acc-officer'

const gatesOf = ({ unit, letter }: PilotCommune): readonly number[] => {
  if (unit === X1) return X1_GATES
  return unit === X2 ? gates.E.slice(0, 6) : gates[letter]
}

const stageEvent = (day: number, unit: string, stage: string, type: string): Happening => ({
  day,
  unit,
  kind: 'stage-event',
  entity: `ev.${unit}.${stage}.${type}.${day}`,
  by: type === 'declared-done' ? OFFICER : MONITOR,
  fields: { unit, plan: plan174.id, stage, type, on: dayAt(day), note: '', deliverables: [] },
})

function stageEvents(commune: PilotCommune): readonly Happening[] {
  const { unit } = commune
  const own = gatesOf(commune).flatMap((day, at) => {
    const stage = pilotStages[at]?.code ?? ''
    return [stageEvent(day, unit, stage, 'declared-done'), stageEvent(day + 5, unit, stage, 'confirmed')]
  })
  if (unit === X2) return own
  return [...own, stageEvent(600, unit, 'G10', 'declared-done'), stageEvent(600, unit, 'G10', 'confirmed')]
}

const visit = (day: number, { unit, letter }: PilotCommune): Happening => ({
  day,
  unit,
  kind: 'visit',
  entity: `vis.${unit}.${day}`,
  by: MONITOR,
  fields: { unit, on: written(day), stage: 'G0', flag: letter === 'E' ? 'red' : 'green', done: '', lateReasons: [] },
})

function visits(commune: PilotCommune): readonly Happening[] {
  const { district, unit } = commune
  const confirmedOn = unit === X2 ? LAST_DAY : (gatesOf(commune).at(-1) ?? 0) + 5
  const last = district === '186' ? 60 : confirmedOn
  const every = district === '187' ? 20 : 10
  return Array.from({ length: Math.floor(last / every) }, (_, at) => visit((at + 1) * every, commune))
}

const obstacle = (day: number, unit: string, state: string, dueDay: number, raisedDay = day): Happening => ({
  day,
  unit,
  kind: 'obstacle',
  entity: `obs.${unit}`,
  by: state === 'answered' ? 'acc-department' : OFFICER,
  fields: { unit, stage: null, text: 'Vướng mắc minh họa', raisedOn: dayAt(raisedDay), dueOn: dayAt(dueDay), state },
})

const obstacles = (): readonly Happening[] => [
  ...(['180', '181', '182'] as const).flatMap((district) => {
    const unit = communeOf(district, 'E')
    const answeredOn = district === '182' ? 90 : 60
    return [
      obstacle(50, unit, 'open', 70),
      obstacle(answeredOn, unit, 'answered', 70, 50),
      obstacle(100, unit, 'settled', 70, 50),
    ]
  }),
  obstacle(300, X2, 'open', 330),
]

const move = (day: number, name: string, by: string, fields: Readonly<Record<string, unknown>> = {}): Happening => ({
  day,
  unit: X1,
  kind: 'corrective-move',
  entity: `mov.${day}`,
  by,
  fields: { unit: X1, of: 'car.x1', name, on: dayAt(day), words: 'Đã xem hồ sơ', ...fields },
})

const remedyOfX1 = (): readonly Happening[] => [
  stageEvent(142, X1, 'G5', 'declared-done'),
  stageEvent(145, X1, 'G5', 'returned'),
  {
    day: 245,
    unit: X1,
    kind: 'finding',
    entity: 'fnd.x1',
    by: MONITOR,
    fields: { unit: X1, number: 'PH-01', audit: 'aud.x1', grade: 'major', clause: '8.5.1' },
  },
  {
    day: 245,
    unit: X1,
    kind: 'corrective-action',
    entity: 'car.x1',
    by: MONITOR,
    fields: { unit: X1, number: 'KP-01', of: 'fnd.x1', issuedOn: dayAt(245), grade: 'major', dueOn: written(255) },
  },
  move(246, 'start-analysis', OFFICER),
  move(247, 'submit-analysis', OFFICER, {
    whys: ['Vì chưa phân công'],
    action: 'Phân công người thay',
    dueOn: written(255),
  }),
  move(248, 'approve', 'acc-chairman'),
  move(258, 'report-done', OFFICER),
  move(262, 'accept', MONITOR),
  move(300, 'check-effect', MONITOR, { isEffective: true }),
]

function statementOfS(): readonly Happening[] {
  const unit = communeOf('181', 'E')
  const planned = (day: number, visitId: string | null): Happening => ({
    day,
    unit,
    kind: 'planned-visit',
    entity: 'pvi.s',
    by: MONITOR,
    fields: { unit, on: dayAt(80), order: 0, state: 'planned', visit: visitId },
  })
  return [
    {
      day: 60,
      unit,
      kind: 'stage-delay',
      entity: `sdl.${unit}.${plan174.id}.G1`,
      by: OFFICER,
      fields: {
        unit,
        plan: plan174.id,
        stage: 'G1',
        reasons: ['short-of-staff'],
        text: '',
        on: dayAt(60),
        expectedOn: dayAt(77),
      },
    },
    planned(60, null),
    planned(80, `vis.${unit}.80`),
  ]
}

/** By day, in the order of their making. */
export function happeningsByDay(): ReadonlyMap<number, readonly Happening[]> {
  const all = [
    ...communes.flatMap((commune) => [...stageEvents(commune), ...visits(commune)]),
    ...obstacles(),
    ...remedyOfX1(),
    ...statementOfS(),
  ]
  const days = new Map<number, Happening[]>()
  for (const happening of all) {
    const known = days.get(happening.day)
    if (known) known.push(happening)
    else days.set(happening.day, [happening])
  }
  return days
}

export const asFields = (fields: Happening['fields']): Readonly<Record<string, JsonValue>> =>
  fields as Readonly<Record<string, JsonValue>>
