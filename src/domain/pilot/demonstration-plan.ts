/**
 * The live plan of the demonstration: the shape of plan 174/KH-UBND on today's units, with every date relative
 * to the day of seeding (decision D1), so that a demonstration looks the same in any month. Unlike its model it
 * leaves room for the trial.
 */
import {
  addDays,
  addMonths,
  dayOfWeek,
  formatLocalDate,
  type LocalDate,
  writtenDate,
} from '#domain/kernel/local-date.ts'
import { scheduleOf } from '#domain/plan/plan-time.ts'
import type { Plan } from './plan.ts'
import { DECLARATION_STAGE } from './stage-template.ts'

/** The plan began this many days before seeding: communes on time are then in the trial. */
const DAYS_BEFORE_SEEDING = 120
/** Days between the planned declaration of the last commune and the end of the plan. */
const RESERVE_DAYS = 14

const written = (day: LocalDate) => writtenDate(formatLocalDate(day))

const nextMonday = (day: LocalDate): LocalDate => addDays(day, (8 - dayOfWeek(day)) % 7)

/** Rule PIL-17. `cohort` are unit ids, `unitTotal` the number of units of the province on `today`. */
export function createDemonstrationPlan(today: LocalDate, cohort: readonly string[], unitTotal = 65): Plan {
  const start = addDays(today, -DAYS_BEFORE_SEEDING)
  const declaration = scheduleOf({ start }).find(({ stage }) => stage === DECLARATION_STAGE)
  const end = addDays(declaration?.end ?? addMonths(start, 9), RESERVE_DAYS)
  return {
    id: 'plan-demo',
    number: 'MH-01/KH-UBND (minh họa)',
    date: writtenDate(formatLocalDate(start)),
    issuer: {
      vi: 'UBND tỉnh Lạng Sơn (dữ liệu minh họa)',
      en: 'People’s Committee of Lạng Sơn province (illustrative data)',
    },
    legalBasis: ['Kế hoạch minh họa, theo mẫu của Kế hoạch 174/KH-UBND ngày 16/10/2017'],
    edition: '2015',
    mode: 'declaration',
    cohort: [...cohort],
    start,
    end: writtenDate(formatLocalDate(end)),
    targets: [
      {
        text: {
          vi: 'Trên 70% UBND cấp xã công bố HTQLCL trong vòng ba năm (minh họa)',
          en: 'More than 70% of communes declare their QMS within three years (illustrative)',
        },
        morePercentThan: 70,
        by: addMonths(start, 36),
        denominator: { count: unitTotal, on: today, precision: 'day', needsChecking: false },
      },
    ],
    // One day more than the law gives, on a Monday; and the last one as papers sometimes have it, on a day there is not.
    extraHolidays: [{ on: nextMonday(addDays(start, 45)), name: 'Nghỉ theo thông báo của tỉnh (minh họa)' }],
    deadlines: [
      { text: 'Các xã nộp kế hoạch và phiếu tự đánh giá (minh họa)', on: written(addDays(start, 30)) },
      { text: 'Sơ kết thí điểm (minh họa)', on: written(addDays(today, 12)) },
      { text: 'Tổng kết, đề xuất mở rộng (minh họa)', on: writtenDate(`31/11/${end.slice(0, 4)}`), decidedOn: null },
    ],
    visitEveryDays: 14,
    state: 'live',
    illustrative: true,
  }
}
