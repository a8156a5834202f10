/**
 * Plan 174/KH-UBND of Lạng Sơn (16/10/2017), kept as an archived plan: 50 communes in 10 huyện on the edition
 * of 2008, to be finished with the year although the trial alone takes three months. The real list of communes
 * is not known; the cohort is the illustrative one of `domain/place`, five xã of every huyện.
 */
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { plan174Cohort } from '#domain/place/plan-174-cohort.ts'
import type { Plan } from './plan.ts'

/** Rules PIL-14, PIL-15 and PIL-16. */
export const plan174: Plan = {
  id: 'plan-174-2017',
  number: '174/KH-UBND',
  date: writtenDate('16/10/2017'),
  issuer: { vi: 'UBND tỉnh Lạng Sơn', en: 'People’s Committee of Lạng Sơn province' },
  legalBasis: ['Chỉ thị 03/CT-UBND ngày 17/7/2017 của UBND tỉnh Lạng Sơn về CCHC giai đoạn 2017-2020'],
  edition: '2008',
  mode: 'declaration',
  cohort: plan174Cohort().map(({ id }) => id),
  start: '2017-10-16' as LocalDate,
  end: writtenDate('31/12/2017'),
  targets: [
    {
      text: {
        vi: 'Trên 70% UBND cấp xã xây dựng và áp dụng xong đến hết năm 2020',
        en: 'More than 70% of communes finish building and applying by the end of 2020',
      },
      morePercentThan: 70,
      by: '2020-12-31' as LocalDate,
      denominator: { count: 226, on: '2017-10-15' as LocalDate, precision: 'day', needsChecking: false },
      others: [{ count: 200, on: '2020-01-01' as LocalDate, precision: 'year', needsChecking: true }],
    },
  ],
  state: 'archived',
  illustrative: true,
}
