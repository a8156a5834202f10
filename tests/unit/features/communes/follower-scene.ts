// A monitor's device with communes in different states: one declared two stages and awaits confirmation, one is late,
// one has done nothing. The records are written through the repositories; only the plan arrives as an operation.
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Place, StoredIdentity } from '#data/contract/store-contract.ts'
import type { Role } from '#domain/access/role.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { areaOf, demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import {
  COMMUNE_SELF_ASSESSMENT,
  INTERNAL_AUDIT_SHORT,
  loadInstrument,
} from '#domain/questionnaire/instrument-registry.ts'
import { receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore, TODAY, valueOf } from '#support/store/test-store.ts'

const cohort = demonstrationCohort()
const areas = new Map(cohort.flatMap(({ id }) => (areaOf(id) ? [[areaOf(id)!.id, areaOf(id)!] as const] : [])))

export const AREA = 'area-180'
const inArea = cohort.filter(({ id }) => areaOf(id)?.id === AREA)
export const [FIRST, SECOND, THIRD] = inArea.map(({ id }) => id) as [string, string, string]
export const FIRST_NAME = `Xã ${inArea[0]!.name}`

const allPlaces: readonly Place[] = [
  { id: 'p20', parent: null, kind: 'province', name: 'Tỉnh Lạng Sơn', code: '20' },
  ...[...areas.values()].map(
    ({ id, name, code }): Place => ({ id, parent: 'p20', kind: 'area', name: `Địa bàn ${name}`, code }),
  ),
  ...cohort.map(
    ({ id, name, code }): Place => ({ id, parent: areaOf(id)?.id ?? 'p20', kind: 'commune', name: `Xã ${name}`, code }),
  ),
]

export function follower(role: Role, scope: string): StoredIdentity {
  const account = `acc-${role}`
  const isIn = ({ id, parent }: Place) => scope === 'p20' || id === 'p20' || id === scope || parent === scope
  return {
    account: { id: account, username: account, displayName: 'Người dùng minh họa', isIllustrative: true },
    replica: 'a1',
    grants: [{ account, scope, role, from: '2026-01-01' as LocalDate, to: null }],
    places: allPlaces.filter(isIn),
  }
}

export const plan: Plan = aPlan(cohort.map(({ id }) => id))

export async function followerStore(
  identity: StoredIdentity = follower('area-monitor', AREA),
): Promise<OpenedPersonStore> {
  const store = await aStore({ identity })
  await receivePlan(store, plan)
  return store
}

export async function declare(
  store: OpenedPersonStore,
  unitId: string,
  stage: string,
  on: LocalDate = TODAY,
): Promise<void> {
  const deliverables = (stageByCode(stage)?.deliverables ?? []).map(({ id }) => ({
    deliverable: id,
    evidenceId: null,
    attestation: 'Bản giấy ở tủ số 2',
  }))
  valueOf(await store.pilot.declare({ unitId, stage, on, note: '', deliverables }))
}

export async function visit(store: OpenedPersonStore, unit: string, on: string): Promise<void> {
  const said = {
    flag: 'yellow',
    done: 'Đã soát xét quy trình',
    lateReasons: ['short-of-staff'],
    recommendation: '',
  } as const
  valueOf(await store.visits.save({ unit, on: writtenDate(on), stage: 'G1', ...said }))
}

/** An internal audit with one finding, closed and reported. */
export async function reportFinding(
  store: OpenedPersonStore,
  unitId: string,
  finding: Partial<NewFinding> = {},
): Promise<string> {
  const on = writtenDate('01/10/2026')
  const audit = valueOf(
    await store.audits.start({
      unitId,
      instrument: INTERNAL_AUDIT_SHORT,
      title: 'Đánh giá lần 1',
      on,
      department: 'Chứng thực',
    }),
  )
  const checklist = await loadInstrument(INTERNAL_AUDIT_SHORT)
  for (const { id } of checklist?.questions ?? []) valueOf(await store.audits.saveItem(audit, id, { result: 'C' }))
  const id = valueOf(await store.audits.saveFinding(audit, { ...someFinding, ...finding }))
  valueOf(await store.audits.conclude(audit))
  return id
}

type NewFinding = Parameters<OpenedPersonStore['audits']['saveFinding']>[1]

const someFinding: NewFinding = {
  item: null,
  grade: 'minor',
  clause: '8.5.2',
  facts: '5 trong 12 hồ sơ không ghi người nhận kết quả',
  requirement: 'QT.CT.01 bước 6',
  objectiveEvidence: 'Sổ giao nhận tháng 10',
  department: 'Chứng thực',
  dueOn: writtenDate('31/10/2026'),
}

/** A self-assessment answered in full with "2" everywhere, and submitted. */
export async function submitAssessment(
  store: OpenedPersonStore,
  unitId: string,
  beforeSubmit: (assessment: string) => Promise<void> = async () => {},
): Promise<void> {
  const id = valueOf(await store.assessments.start(unitId, COMMUNE_SELF_ASSESSMENT, '2015'))
  const instrument = await loadInstrument(COMMUNE_SELF_ASSESSMENT)
  for (const question of instrument?.questions ?? []) {
    valueOf(await store.assessments.saveAnswer(id, question.id, { score: 2 }))
  }
  await beforeSubmit(id)
  valueOf(await store.assessments.submit(id))
}
