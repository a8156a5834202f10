/**
 * A scorecard of administrative reform as a form: for each criterion its maximum and rule, the score the commune gives
 * itself, the score after verifying, and the reason where the two differ. A sample: the points are nobody's rule. A
 * province exports it, puts its own criteria in, and publishes that.
 */
import type { Form, FormNode, Group } from '../form/form.ts'
import { ask, choice, groupOf, type Words } from './form-parts.ts'
import { shippedForms } from './shipped-form-list.ts'

interface Criterion {
  readonly code: string
  readonly text: Words
  readonly evidence: Words
}

/** Nothing, in part, whole. */
const MOST = 0.5

const criteria: readonly Criterion[] = [
  {
    code: 'tc1',
    text: ['Có kế hoạch, mục tiêu ISO của năm', 'A plan and objectives for the year'],
    evidence: ['Kế hoạch, mục tiêu đã ký', 'The signed plan and objectives'],
  },
  {
    code: 'tc2',
    text: ['Cập nhật và công bố lại khi có thay đổi', 'Updated and declared again after changes'],
    evidence: ['Bản công bố, danh mục tài liệu', 'Declaration, list of documents'],
  },
  {
    code: 'tc3',
    text: ['Đánh giá nội bộ trong năm', 'Internal audit within the year'],
    evidence: ['Chương trình, báo cáo đánh giá', 'Programme and report of the audit'],
  },
  {
    code: 'tc4',
    text: ['Xem xét của lãnh đạo trong năm', 'Management review within the year'],
    evidence: ['Biên bản họp xem xét', 'Minutes of the review'],
  },
  {
    code: 'tc5',
    text: ['Báo cáo đúng hạn', 'Reports on time'],
    evidence: ['Báo cáo, ngày gửi', 'Reports and the day they were sent'],
  },
  {
    code: 'tc6',
    text: ['Khắc phục sau kiểm tra', 'Corrected after inspection'],
    evidence: ['Báo cáo khắc phục', 'Report of what was corrected'],
  },
]

const REASON: Words = ['Lý do chênh lệch', 'Reason for the difference']
const REASON_NEEDED: Words = ['Hai điểm khác nhau thì cần nêu lý do.', 'Where the two differ, say why.']

const reasonOn = (code: string, self: string, verified: string): FormNode =>
  ask('text', `ly_do_${code}`, REASON, {
    relevant: `\${${self}} != '' and \${${verified}} != '' and \${${self}} != \${${verified}}`,
    required: 'yes',
    requiredMessage: REASON_NEEDED,
    appearance: 'multiline',
  })

const criterionGroup = ({ code, text, evidence }: Criterion, at: number): Group =>
  groupOf(
    code,
    [`${at + 1}. ${text[0]}`, `${at + 1}. ${text[1]}`],
    [
      ask('note', `quy_tac_${code}`, [
        `Điểm tối đa: 0,5. Cách chấm: đủ 0,5; một phần 0,25; chưa có 0. Minh chứng: ${evidence[0].toLowerCase()}.`,
        `Maximum: 0.5. Rule: whole 0.5; in part 0.25; not there 0. Evidence: ${evidence[1].toLowerCase()}.`,
      ]),
      ask('select_one', `tu_cham_${code}`, ['Điểm tự chấm', 'Self score'], { list: 'muc', required: 'yes' }),
      ask('select_one', `tham_dinh_${code}`, ['Điểm thẩm định', 'Verified score'], {
        list: 'muc',
        hint: ['Người thẩm định ghi', 'Written by whoever verifies'],
      }),
      reasonOn(code, `tu_cham_${code}`, `tham_dinh_${code}`),
    ],
  )

/** 100 %: all points; from 80 %: that share of them; below: none. */
const pointsOfShare = (share: string): string =>
  `if(\${${share}} = '', '', if(\${${share}} >= 80, round(\${${share}} div 100 * ${MOST}, 2), 0))`

const SHARE_OPTIONS = {
  unit: '%',
  constraint: '. >= 0 and . <= 100',
  constraintMessage: ['Từ 0 đến 100.', 'From 0 to 100.'] as Words,
}

const ratioGroup: Group = groupOf(
  'tc7',
  [
    '7. Tỷ lệ thủ tục trong phạm vi được làm theo quy trình',
    '7. Share of the procedures in scope that follow the system',
  ],
  [
    ask('note', 'quy_tac_tc7', [
      'Điểm tối đa: 0,5. Cách chấm theo tỷ lệ: từ 80% được bấy nhiêu phần của điểm, dưới 80% được 0 (cần kiểm tra).',
      'Maximum: 0.5. Rule by share: from 80% that share of the points, below 80% none (to be checked).',
    ]),
    ask('decimal', 'ty_le_tc7', ['Tỷ lệ tự tính', 'Share by own count'], { ...SHARE_OPTIONS, required: 'yes' }),
    ask('calculate', 'tu_cham_tc7', null, { calculation: pointsOfShare('ty_le_tc7') }),
    ask('decimal', 'ty_le_tham_dinh_tc7', ['Tỷ lệ thẩm định', 'Verified share'], SHARE_OPTIONS),
    ask('calculate', 'tham_dinh_tc7', null, { calculation: pointsOfShare('ty_le_tham_dinh_tc7') }),
    reasonOn('tc7', 'ty_le_tc7', 'ty_le_tham_dinh_tc7'),
  ],
)

const codes = [...criteria.map(({ code }) => code), 'tc7']

/** What is not scored yet counts nothing. */
const sumOf = (prefix: string): string =>
  `round(${codes.map((code) => `coalesce(number(\${${prefix}_${code}}), 0)`).join(' + ')}, 2)`

const INTRODUCTION: Words = [
  'Mẫu, chưa phải quy định của tỉnh. Tỉnh xuất biểu này ra bảng tính, thay bằng tiêu chí của mình rồi phát hành phiên bản mới.',
  'A sample, not a rule of the province. The province exports it to a spreadsheet, puts its own criteria in, and publishes a new version.',
]

export function administrativeReformV1(): Form {
  const entry = shippedForms.find(({ id }) => id === 'administrative-reform-sample')
  if (entry === undefined) throw new Error('not in the list of shipped forms')
  const { id, version, title, edition } = entry
  return {
    id,
    version,
    title,
    edition,
    defaultLanguage: 'Vietnamese (vi)',
    instanceName: "concat('CCHC ', ${nam})",
    nodes: [
      ask('note', 'gioi_thieu', INTRODUCTION),
      ask('integer', 'nam', ['Năm', 'Year'], {
        required: 'yes',
        constraint: '. >= 2000 and . <= 2100',
        constraintMessage: ['Năm gồm bốn chữ số.', 'A year has four figures.'],
      }),
      ...criteria.map(criterionGroup),
      ratioGroup,
      groupOf(
        'tong',
        ['Tổng điểm', 'Total'],
        [
          ask('calculate', 'tong_tu_cham', null, { calculation: sumOf('tu_cham') }),
          ask('calculate', 'tong_tham_dinh', null, { calculation: sumOf('tham_dinh') }),
          ask('note', 'tong_diem', [
            `Tự chấm \${tong_tu_cham} · thẩm định \${tong_tham_dinh} · tối đa ${String(codes.length * MOST).replace('.', ',')}`,
            `Self \${tong_tu_cham} · verified \${tong_tham_dinh} · maximum ${codes.length * MOST}`,
          ]),
        ],
      ),
    ],
    lists: {
      muc: {
        source: 'choices',
        choices: [
          choice('0', ['0 điểm: chưa có', '0 points: not there']),
          choice('0.25', ['0,25 điểm: một phần', '0.25 points: in part']),
          choice('0.5', ['0,5 điểm: đủ', '0.5 points: whole']),
        ],
      },
    },
  }
}
