/**
 * The self-assessment of a local government as a form: one colour for each indicator, on what it stands, and what is to
 * be done where it is not green. Red: not acceptable; yellow: something is done, not for good; green: the least that is
 * acceptable. Adapted from TCVN ISO 18091:2020, in our own words.
 */
import type { Form, FormNode, Question } from '../form/form.ts'
import { ask, choice, groupOf, IS_GAP, type Words } from './form-parts.ts'
import { shippedForms } from './shipped-form-list.ts'
import type { Indicator, IndicatorGroup } from './indicator-group.ts'
import { indicatorGroups } from './local-government-indicators.ts'

const UNVERIFIED: Words = [
  'Tên chỉ số cần kiểm tra với bản tiêu chuẩn.',
  'The name of the indicator is to be checked against the standard.',
]

const codeOf = (group: number, at: number): string => `${group + 1}_${at + 1}`
const colourOf = (code: string): string => `mau_${code}`

function questionsOn({ name, look }: Indicator, isListed: boolean, code: string): readonly Question[] {
  const [vi, en] = name
  const shown = code.replace('_', '.')
  const colour = colourOf(code)
  const hint: Words = isListed ? look : [`${look[0]}. ${UNVERIFIED[0]}`, `${look[1]}. ${UNVERIFIED[1]}`]
  return [
    ask('select_one', colour, [`${shown}. ${vi}`, `${shown}. ${en}`], { list: 'mau', hint, appearance: 'horizontal' }),
    ask('text', `can_cu_${code}`, ['Căn cứ, minh chứng', 'Grounds and evidence'], {
      relevant: `\${${colour}} != ''`,
      required: `\${${colour}} = 'green'`,
      requiredMessage: ['Màu xanh cần nêu căn cứ.', 'Green needs its grounds.'],
      appearance: 'multiline',
    }),
    ask('text', `viec_${code}`, ['Việc cần làm tiếp', 'What is to be done'], {
      relevant: `\${${colour}} = 'red' or \${${colour}} = 'yellow'`,
      appearance: 'multiline',
    }),
  ]
}

const codesOf = ({ indicators }: IndicatorGroup, group: number): readonly string[] =>
  indicators.map((_, at) => codeOf(group, at))

const countOf = (codes: readonly string[], colour: string): string =>
  codes.map((code) => `number(\${${colourOf(code)}} = '${colour}')`).join(' + ')

const colours: readonly (readonly [name: string, vi: string, en: string])[] = [
  ['green', 'xanh', 'green'],
  ['yellow', 'vàng', 'yellow'],
  ['red', 'đỏ', 'red'],
]

function resultOf(name: string, codes: readonly string[]): readonly FormNode[] {
  const total = codes.length
  const part = (at: 1 | 2) => colours.map((colour) => `\${so_${colour[0]}_${name}} ${colour[at]}`).join(' · ')
  return [
    ...colours.map(([colour]) =>
      ask('calculate', `so_${colour}_${name}`, null, { calculation: countOf(codes, colour) }),
    ),
    ask('note', `ket_qua_${name}`, [`Đến nay: ${part(1)}, trên ${total} chỉ số`, `So far: ${part(2)}, of ${total}`]),
  ]
}

function nodesOf(group: IndicatorGroup, at: number): FormNode {
  const codes = codesOf(group, at)
  const questions = group.indicators.flatMap((one, index) => questionsOn(one, group.isListed, codes[index] ?? ''))
  return groupOf(`nhom_${at + 1}`, group.title, [...questions, ...resultOf(`nhom_${at + 1}`, codes)])
}

const INTRODUCTION: Words = [
  'Phỏng theo TCVN ISO 18091:2020 (Phụ lục A), lời văn của ứng dụng; tên chỉ số cần kiểm tra với bản tiêu chuẩn. Đỏ: chưa chấp nhận được. Vàng: có làm nhưng chưa bền. Xanh: đạt mức tối thiểu chấp nhận được.',
  'Adapted from TCVN ISO 18091:2020 (Annex A) in our own words; the names of the indicators are to be checked against the standard. Red: not acceptable. Yellow: something is done, not for good. Green: the least that is acceptable.',
]

export function localGovernmentV1(): Form {
  const [entry] = shippedForms
  if (entry === undefined) throw new Error('the list of shipped forms is empty')
  const { id, version, title, edition } = entry
  const all = indicatorGroups.flatMap(codesOf)
  return {
    id,
    version,
    title,
    edition,
    defaultLanguage: 'Vietnamese (vi)',
    nodes: [
      ask('note', 'gioi_thieu', INTRODUCTION),
      ask('text', 'ky', ['Kỳ đánh giá (năm, đợt)', 'Period (year, round)'], { required: 'yes' }),
      ...indicatorGroups.map(nodesOf),
      groupOf('tong_hop', ['Tổng hợp', 'Summary'], resultOf('chung', all)),
    ],
    lists: {
      mau: {
        source: 'choices',
        choices: [
          choice('red', ['Đỏ: chưa chấp nhận được', 'Red: not acceptable'], IS_GAP),
          choice('yellow', ['Vàng: có làm, chưa bền', 'Yellow: done, not for good'], IS_GAP),
          choice('green', ['Xanh: đạt mức tối thiểu', 'Green: acceptable at least']),
        ],
      },
    },
    instanceName: "concat('18091 · ', ${ky})",
  }
}
