/**
 * A scorecard of administrative reform as a form: for each criterion its maximum and rule, and the score the commune
 * gives itself. The verified score and the reason where the two differ stand in the verification (FIL-12), and the total
 * is reckoned again from them (FIL-15). A sample: the points are nobody's rule. A province exports it, puts its own
 * criteria in, and publishes that.
 */
import type { Form, Group } from '../form/form.ts'
import { ask, choice, groupOf, IS_GAP, type Words } from './form-parts.ts'
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
  ],
)

const codes = [...criteria.map(({ code }) => code), 'tc7']

/** What is not scored yet counts nothing. */
const total = `round(${codes.map((code) => `coalesce(number(\${tu_cham_${code}}), 0)`).join(' + ')}, 2)`

const INTRODUCTION: Words = [
  'Mẫu, chưa phải quy định của tỉnh. Xã tự chấm rồi nộp; người theo dõi xác minh từng điểm, nêu lý do khi khác. Tỉnh xuất biểu này ra bảng tính, thay bằng tiêu chí của mình rồi phát hành phiên bản mới.',
  'A sample, not a rule of the province. The commune scores itself and hands in; the monitor verifies each score and says why where they differ. The province exports it to a spreadsheet, puts its own criteria in, and publishes a new version.',
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
          ask('calculate', 'tong_tu_cham', null, { calculation: total }),
          ask('note', 'tong_diem', [
            `Tổng điểm \${tong_tu_cham} · tối đa ${String(codes.length * MOST).replace('.', ',')}`,
            `Total \${tong_tu_cham} · maximum ${codes.length * MOST}`,
          ]),
        ],
      ),
    ],
    lists: {
      muc: {
        source: 'choices',
        choices: [
          choice('0', ['0 điểm: chưa có', '0 points: not there'], IS_GAP),
          choice('0.25', ['0,25 điểm: một phần', '0.25 points: in part'], IS_GAP),
          choice('0.5', ['0,5 điểm: đủ', '0.5 points: whole']),
        ],
      },
    },
  }
}
