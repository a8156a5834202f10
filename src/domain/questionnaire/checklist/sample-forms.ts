/**
 * A small form of each use that is a list of items, for a province to take as a workbook and write its own over it. They
 * are samples in this project's own words: nobody's rule, and published by nobody.
 */
import type { Form, Group, Question } from '../form/form.ts'
import { ask, groupOf, type Words } from '../shipped-forms/form-parts.ts'
import { SHIPPED_LANGUAGES } from '../shipped-forms/shipped-form-list.ts'

const texts = ([vi, en]: Words) => ({ [SHIPPED_LANGUAGES[0]]: vi, [SHIPPED_LANGUAGES[1]]: en })

interface Item {
  readonly clause: string
  readonly question: Words
  readonly lookAt: Words
  readonly why?: Words
}

const item = (name: string, { clause, question, lookAt, why }: Item): Question => ({
  ...ask('text', name, question, { hint: lookAt }),
  clause,
  ...(why !== undefined && { guidance: texts(why) }),
})

const form = (use: 'audit' | 'inspection', id: string, title: Words, nodes: readonly (Group | Question)[]): Form => ({
  id,
  version: '1',
  use,
  edition: '2015',
  title: texts(title),
  defaultLanguage: SHIPPED_LANGUAGES[0],
  nodes,
  lists: {},
})

/** Rule FRM-32. */
export const sampleOutline: Form = form(
  'inspection',
  'mau-de-cuong-kiem-tra',
  ['Đề cương kiểm tra (mẫu, sửa theo tỉnh)', 'Outline of an inspection (sample, to be edited)'],
  [
    groupOf(
      'phan_1',
      ['Chỉ đạo và phân công', 'Steering and duties'],
      [
        ask('note', 'loi_dan_1', [
          'Hỏi người phụ trách trước, rồi xem giấy tờ.',
          'Ask whoever is in charge first, then look at the papers.',
        ]),
        item('phan_cong', {
          clause: '5.3',
          question: [
            'Mỗi việc trong hệ thống có một chức danh chịu trách nhiệm hay không?',
            'Does every task of the system have one post in charge?',
          ],
          lookAt: ['Quyết định, bảng phân công', 'Decision, table of duties'],
          why: [
            'Việc không có người nhận thì dừng khi cán bộ luân chuyển.',
            'A task without a post stops when people change.',
          ],
        }),
        item('muc_tieu', {
          clause: '6.2',
          question: [
            'Mục tiêu chất lượng năm nay có số đo và có người theo dõi hay không?',
            'Are the quality objectives of this year measured, and does somebody follow them?',
          ],
          lookAt: ['Văn bản mục tiêu, số liệu đã đạt', 'Objectives, figures reached'],
        }),
      ],
    ),
    groupOf(
      'phan_2',
      ['Giải quyết thủ tục hành chính', 'Administrative procedures at work'],
      [
        item('ho_so_mau', {
          clause: '8.5.1',
          question: [
            'Hồ sơ lấy mẫu có đi đúng các bước và đúng hạn hay không?',
            'Did the sampled dossiers go step by step and in time?',
          ],
          lookAt: ['Năm hồ sơ mỗi lĩnh vực: chỉ ghi số hồ sơ', 'Five dossiers of each field: numbers only'],
        }),
      ],
    ),
  ],
)

/** Rule FRM-32. */
export const sampleAuditItems: Form = form(
  'audit',
  'mau-cau-hoi-danh-gia',
  ['Câu hỏi đánh giá nội bộ (mẫu, sửa theo tỉnh)', 'Questions of an internal audit (sample, to be edited)'],
  [
    groupOf(
      'mot_cua',
      ['Bộ phận một cửa', 'One-stop desk'],
      [
        item('niem_yet', {
          clause: '8.2.1',
          question: [
            'Thủ tục đang niêm yết có đúng với quyết định công bố mới nhất hay không?',
            'Are the posted procedures those of the latest published decision?',
          ],
          lookAt: ['Bảng niêm yết, quyết định công bố', 'Notice board, published decision'],
        }),
        item('y_kien', {
          clause: '9.1.2',
          question: [
            'Ý kiến của người dân có được ghi lại và trả lời hay không?',
            'Is what citizens say written down and answered?',
          ],
          lookAt: [
            'Sổ góp ý, phiếu khảo sát; không chép tên công dân',
            'Book of remarks, surveys; no names of citizens',
          ],
          why: ['Góp ý không ai trả lời thì lần sau không ai góp ý.', 'Remarks nobody answers are not made twice.'],
        }),
      ],
    ),
    groupOf(
      'ho_so',
      ['Hồ sơ, tài liệu', 'Records and documents'],
      [
        item('ban_cu', {
          clause: '7.5.3',
          question: [
            'Nơi làm việc có còn dùng bản quy trình đã bị thay thế hay không?',
            'Is a replaced issue of a procedure still in use anywhere?',
          ],
          lookAt: ['Bản giấy tại bàn làm việc, danh mục tài liệu', 'Paper at the desks, list of documents'],
        }),
      ],
    ),
  ],
)
