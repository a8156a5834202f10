// Forms of the size that provinces bring: 500 questions with 420 rules of relevance, and a list of 2 MB.
import { c, endOf, q, type RowByHeading } from './form-builder.ts'

/** 80 questions without a rule, then 420 that each look at two answers before them. */
export function fiveHundredQuestions(): readonly RowByHeading[] {
  const rows: RowByHeading[] = []
  for (let at = 0; at < 500; at += 1) {
    if (at % 50 === 0) rows.push(q('begin group', `g${at}`))
    const relevant = `\${q${at - 80}} = '1' or (\${q${at - 3}} != '' and number(\${q${at - 1}}) >= 2)`
    rows.push(q(at % 5 === 0 ? 'select_one mức' : 'integer', `q${at}`, at < 80 ? {} : { relevant }))
    if (at % 50 === 49) rows.push(endOf('group'))
  }
  return rows
}

export const levels = ['0', '1', '2', '3'].map((name) => c('mức', name))

/** Some 2 MB: provinces, and communes that a filter finds by their province. */
export function longList(): { readonly choices: readonly RowByHeading[]; readonly bytes: number } {
  const choices: RowByHeading[] = Array.from({ length: 34 }, (_, at) => c('tỉnh', `p${at}`))
  for (let at = 0; at < 26_000; at += 1) {
    choices.push(c('xã', `x${at}`, { label: `Xã có một cái tên khá dài để cho đủ chỗ ${at}`, tỉnh: `p${at % 34}` }))
  }
  return { choices, bytes: choices.reduce((sum, row) => sum + Object.values(row).join('').length, 0) }
}
