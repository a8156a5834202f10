/**
 * Two stories of the merger of 01/07/2025 for the demonstration: Tri Phương went whole into Quốc Khánh, Bính Xá was divided
 * between Đình Lập and Kiên Mộc. What they left open waits for a decision. The units are open while it is written and
 * closed afterwards, as an administrator closes them; the days in the records are those before the merger.
 */
import { feedId } from '#domain/change/feed.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Grant } from '#domain/access/role.ts'
import { addDays, formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { langSon2017Units } from '#domain/place/lang-son-2017.ts'
import { areaOf } from '#domain/place/monitoring-areas.ts'
import { successorsOf } from '#domain/place/succession.ts'
import { unitLabel } from '#domain/place/admin-unit.ts'
import type { WirePlace } from '#protocol/session-message.ts'
import type { UnitChange } from '#server/store/store-contract.ts'
import type { DemoPeople } from './demo-accounts.ts'
import { createDice } from './dice.ts'
import { momentOn } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const MERGED_ON = '2025-07-01' as LocalDate
const LAST_DAY = addDays(MERGED_ON, -1)
const [WHOLE, DIVIDED] = ['06016', '06622'] as const
/** Records were written while the old units still stood in the demonstration, this long before the day of seeding. */
const WRITTEN_DAYS_AGO = 60

const formers = langSon2017Units().filter(({ code }) => code === WHOLE || code === DIVIDED)
const heirsOf = (unit: (typeof formers)[number]): readonly string[] => successorsOf(unit).map(({ toId }) => toId)
const [whole, divided] = [formers.find(({ code }) => code === WHOLE), formers.find(({ code }) => code === DIVIDED)]

/** The old units, still open. */
export function formerPlaces(): readonly WirePlace[] {
  return formers.map((unit) => {
    const label = unitLabel(unit)
    const parent = areaOf(heirsOf(unit)[0] ?? '')?.id ?? 'p20'
    const name = label.charAt(0).toUpperCase() + label.slice(1)
    return { id: unit.id, parent, kind: 'commune', name, code: unit.code }
  })
}

const secretaryOf = (people: DemoPeople): string => people.authorOf('iso-secretary', 'ls25-06004')

/** The right to write the procedures of the old commune, until it is closed. */
export const formerGrants = (people: DemoPeople, from: LocalDate): readonly Grant[] =>
  whole ? [{ account: secretaryOf(people), scope: whole.id, role: 'iso-secretary', from, to: null }] : []

/** Closes the old units; the right in them ends before it began, as it does where a merger is enacted afterwards. */
export function formerUnitsChange(people: DemoPeople, from: LocalDate): UnitChange {
  return {
    places: formerPlaces().map((place) => ({ ...place, until: LAST_DAY })),
    successions: formers.flatMap((unit) =>
      heirsOf(unit).map((successor) => ({ predecessor: unit.id, successor, since: MERGED_ON })),
    ),
    grants: formerGrants(people, from).map((grant) => ({ ...grant, to: addDays(grant.from, -1) })),
  }
}

interface Story {
  readonly unit: string
  readonly kind: string
  readonly by: string
  readonly fields: Readonly<Record<string, JsonValue>>
}

function request(unit: string, by: string, sequence: number, description: string, dueOn: LocalDate): Story {
  const issuedOn = '2025-05-20'
  const number = `PKP/${unit.slice(5)}/2025/mh-${String(sequence).padStart(3, '0')}`
  const fields = {
    unit,
    number,
    issuedOn,
    source: 'internal-audit',
    of: null,
    grade: 'minor',
    clause: '8.5.1',
    department: 'Bộ phận Một cửa',
    description: `${description} (dữ liệu minh họa)`,
    requirement: 'Quy trình nội bộ đã ban hành',
    evidence: '',
    dueOn: { text: formatLocalDate(dueOn), date: dueOn },
    inspection: null,
  }
  return { unit, kind: 'corrective-action', by, fields }
}

const procedure = (unit: string, by: string, code: string, name: string, field: string, days: number): Story => ({
  unit,
  kind: 'procedure',
  by,
  fields: { unit, code, name, field, days, document: code, isInScope: true, state: 'in-use' },
})

/** One request whose day has passed, one that still has time, two procedures, and one request nobody is proposed for. */
export function mergerRecords(today: LocalDate, people: DemoPeople): readonly SeedRecord[] {
  if (!whole || !divided) return []
  const [secretary, monitor] = [secretaryOf(people), people.monitorOf('ls25-06613')]
  const later = addDays(today, 45)
  const stories: readonly Story[] = [
    request(whole.id, secretary, 1, 'Sổ theo dõi hồ sơ một cửa ghi thiếu ngày hẹn trả', LAST_DAY),
    request(whole.id, secretary, 2, 'Chưa niêm yết thủ tục mới sửa đổi', later),
    procedure(whole.id, secretary, 'QT-HT-01', 'Đăng ký khai sinh', 'Hộ tịch', 1),
    procedure(whole.id, secretary, 'QT-ĐĐ-03', 'Xác nhận nguồn gốc sử dụng đất', 'Đất đai', 10),
    request(divided.id, monitor, 1, 'Biên bản kiểm tra chéo các thôn chưa được lưu', later),
  ]
  const dice = createDice('merger')
  return stories.map(({ unit, kind, by, fields }, at) => {
    const atMs = momentOn(addDays(today, -WRITTEN_DAYS_AGO), 9, at)
    const entity = createUuidV7({ now: () => atMs }, dice)
    return { by, atMs, feed: feedId(unit, 'pub'), kind, entity, fields }
  })
}
