/** What stands beside the visits of the demonstration: a sealed record in the lead commune, and planned visits. */
import { createHash } from 'node:crypto'
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { type CheckedLine, lineState } from '#domain/field-visit/checked-line.ts'
import { noVisitDetails, type Visit, type WholeVisit } from '#domain/field-visit/visit.ts'
import { createVisitRecord } from '#domain/field-visit/visit-record.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { addDays, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { areaOf } from '#domain/place/monitoring-areas.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const MINUTE = 60_000

const lines: readonly CheckedLine[] = [
  { about: 'papers', known: 'Danh mục tài liệu đã ban hành, để tại bộ phận một cửa (dữ liệu minh họa)' },
  { about: 'board', known: 'Quy trình đã niêm yết đủ (dữ liệu minh họa)', found: 'Còn thiếu 2 quy trình' },
].map(({ found, ...line }) => ({ ...line, found: found ?? line.known }))

const detailsOf = (on: LocalDate): Partial<WholeVisit> => ({
  on: { text: formatLocalDate(on), date: on },
  from: '08:30',
  to: '10:45',
  visitors: 'Cán bộ theo dõi địa bàn (dữ liệu minh họa)',
  received: 'Thư ký ISO',
  checked: lines.filter((line) => lineState(line) !== 'open'),
  coordination: 'good',
  opinion: 'Xã đề nghị tập huấn thêm cho công chức mới (dữ liệu minh họa).',
})

/** The visit as it was written that day, sealed while the monitor was there. Rules VIS-12 and VIS-13. */
export function sealedVisit(commune: SeedCommune, visit: SeedRecord, on: LocalDate): readonly SeedRecord[] {
  const unit = commune.unit.id
  const dice = commune.dice('visit record')
  const details = detailsOf(on)
  const sealedAt = visit.atMs + 45 * MINUTE
  const record = createUuidV7({ now: () => sealedAt }, dice)
  const whole: WholeVisit = {
    ...noVisitDetails,
    ...(visit.fields as unknown as Omit<Visit, 'id'>),
    ...details,
    id: visit.entity,
  }
  const sealed = createVisitRecord(
    {
      visit: whole,
      number: 1,
      tasks: [],
      evidence: [],
      sealedAt: new Date(sealedAt).toISOString(),
      sealedBy: visit.by,
    },
    commune.today,
  )
  if (!sealed.ok) throw new Error(`seed: a record of a visit lacks ${sealed.error.code}`)
  const sha256 = createHash('sha256').update(canonicalJson(sealed.value)).digest('hex')
  const content = sealed.value as unknown as JsonValue
  const { by, feed } = visit
  return [
    { ...visit, atMs: visit.atMs + MINUTE, fields: details as unknown as SeedRecord['fields'] },
    {
      by,
      feed,
      atMs: sealedAt,
      kind: 'visit-record',
      entity: record,
      fields: { unit, visit: visit.entity, content, sha256 },
    },
    { ...visit, atMs: sealedAt + 1, fields: { record } },
  ]
}

/** Where the route of the demonstration goes: the first communes of two areas by code. */
const ROUTE_AREAS: readonly string[] = ['area-180', 'area-181']

/** One commune of each of two areas expects a visit the day after tomorrow. */
export function plannedVisits(commune: SeedCommune): readonly SeedRecord[] {
  const { unit, monitor, today } = commune
  const area = areaOf(unit.id)?.id ?? ''
  if (!ROUTE_AREAS.includes(area) || commune.isLead || commune.dice('planned').roll(3) !== 0) return []
  const atMs = momentOn(addDays(today, -1), 16)
  const on = addDays(today, 2)
  return [
    {
      by: monitor,
      atMs,
      feed: feedId(unit.id, 'pub'),
      kind: 'planned-visit',
      entity: createUuidV7({ now: () => atMs }, commune.dice('planned visit')),
      fields: {
        unit: unit.id,
        on,
        from: null,
        order: 0,
        purpose: 'Xem việc niêm yết quy trình (dữ liệu minh họa)',
        state: 'planned',
        visit: null,
      },
    },
  ]
}
