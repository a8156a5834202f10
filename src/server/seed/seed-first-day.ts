/** What the lead commune told on its first day, so that the register of procedures has something to search. */
import { feedId } from '#domain/change/feed.ts'
import { newProcedure, type Procedure } from '#domain/first-day/procedure.ts'
import { addDays, formatLocalDate } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import { momentOn, type SeedCommune } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const ofField = (field: string, rows: readonly (readonly [string, number, string])[]): readonly Procedure[] =>
  rows.map(([name, days, document]) => ({ ...newProcedure, name, field, days, document }))

/** Codes are left out: those of the national list change, and made-up ones could be taken for real. */
const procedures: readonly Procedure[] = [
  ...ofField('Hộ tịch', [
    ['Đăng ký khai sinh', 1, 'QT-HT-01'],
    ['Đăng ký kết hôn', 1, 'QT-HT-02'],
    ['Đăng ký khai tử', 1, ''],
  ]),
  ...ofField('Chứng thực', [
    ['Chứng thực bản sao từ bản chính', 1, 'QT-CT-01'],
    ['Chứng thực chữ ký', 1, 'QT-CT-01'],
  ]),
  ...ofField('Bảo trợ xã hội', [['Hỗ trợ chi phí mai táng', 3, '']]),
  { ...newProcedure, name: 'Hòa giải tranh chấp đất đai', field: 'Đất đai', days: 30, isInScope: false },
]

export function firstDayRecords(commune: SeedCommune): readonly SeedRecord[] {
  if (!commune.isLead) return []
  const { unit, plan, secretary } = commune
  const decidedOn = addDays(plan.start, 3)
  const atMs = momentOn(addDays(plan.start, 5), 8, 30)
  const dice = commune.dice('first-day')
  const feed = feedId(unit.id, 'pub')
  const profile: SeedRecord = {
    by: secretary,
    atMs,
    feed,
    kind: 'commune-profile',
    entity: `cpf.${unit.id}`,
    fields: {
      unit: unit.id,
      focal: 'Công chức Văn phòng - Thống kê (dữ liệu minh họa)',
      committee: 'MH-45/QĐ-UBND',
      committeeOn: { text: formatLocalDate(decidedOn), date: decidedOn },
      staff: 38,
      setUpOn: addDays(plan.start, 5),
    },
  }
  const register = procedures.map((procedure, at): SeedRecord => {
    const entity = createUuidV7({ now: () => atMs + at }, dice)
    return { by: secretary, atMs: atMs + at, feed, kind: 'procedure', entity, fields: { unit: unit.id, ...procedure } }
  })
  return [profile, ...register]
}
