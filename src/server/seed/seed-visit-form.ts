/**
 * A form of the province for visits, published on the first day of the plan: what whoever visits looks at in the one-stop
 * office. A sample, and said to be one; its questions are nobody's rule.
 */
import { createHash } from 'node:crypto'
import { feedId } from '#domain/change/feed.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formRecords } from '#domain/questionnaire/library/form-records.ts'
import { formText } from '#domain/questionnaire/library/form-text.ts'
import { ask, choice, groupOf } from '#domain/questionnaire/shipped-forms/form-parts.ts'
import { SHIPPED_LANGUAGES } from '#domain/questionnaire/shipped-forms/shipped-form-list.ts'
import { momentOn } from './seed-commune.ts'
import type { SeedRecord } from './seed-writer.ts'

const ON_TIME_SHARE = "if(${so_ho_so} > 0, round(${dung_han} div ${so_ho_so} * 100, 0), '')"

const posted = groupOf(
  'niem_yet',
  ['Niêm yết', 'On display'],
  [
    ask(
      'select_one',
      'da_niem_yet',
      ['Quy trình đã niêm yết tại bộ phận một cửa chưa?', 'Are the procedures on display?'],
      {
        list: 'co_chua',
        required: 'yes',
      },
    ),
    ask('integer', 'so_quy_trinh', ['Số quy trình đã niêm yết', 'Number of procedures on display'], {
      relevant: "${da_niem_yet} = 'co'",
      required: 'yes',
      constraint: '. > 0 and . <= 500',
      constraintMessage: ['Từ 1 đến 500.', 'From 1 to 500.'],
    }),
    ask('image', 'anh_niem_yet', ['Ảnh bảng niêm yết', 'Photo of the display'], {
      relevant: "${da_niem_yet} = 'co'",
      hint: ['Không chụp giấy tờ của người dân.', 'No papers of citizens.'],
    }),
    ask('text', 'vi_sao_chua', ['Vì sao chưa', 'Why not yet'], {
      relevant: "${da_niem_yet} = 'chua'",
      required: 'yes',
    }),
  ],
)

const looked = groupOf(
  'xem_ho_so',
  ['Xem hồ sơ', 'Files looked at'],
  [
    ask(
      'select_one',
      'biet_muc_tieu',
      ['Công chức nói được mục tiêu chất lượng', 'Officials can tell the quality objectives'],
      {
        list: 'bao_nhieu',
        required: 'yes',
      },
    ),
    ask('integer', 'so_ho_so', ['Số hồ sơ xem ngẫu nhiên', 'Files looked at, taken at random'], {
      required: 'yes',
      constraint: '. >= 0 and . <= 200',
      constraintMessage: ['Từ 0 đến 200.', 'From 0 to 200.'],
    }),
    ask('integer', 'dung_han', ['Trong đó xong đúng hạn', 'Of these finished on time'], {
      relevant: '${so_ho_so} > 0',
      required: 'yes',
      constraint: '. >= 0 and . <= ${so_ho_so}',
      constraintMessage: ['Không nhiều hơn số hồ sơ đã xem.', 'No more than were looked at.'],
    }),
    ask('calculate', 'ty_le', null, { calculation: ON_TIME_SHARE }),
    ask('note', 'ty_le_dung_han', ['Đúng hạn: ${ty_le} %', 'On time: ${ty_le} %'], { relevant: "${ty_le} != ''" }),
    ask('text', 'nhan_xet', ['Nhận xét', 'Remarks']),
  ],
)

const visitForm: Form = {
  id: 'xem-bo-phan-mot-cua-mau',
  version: '1',
  use: 'visit',
  edition: null,
  title: {
    [SHIPPED_LANGUAGES[0]]: 'Xem bộ phận một cửa (mẫu, dữ liệu minh họa)',
    [SHIPPED_LANGUAGES[1]]: 'A look at the one-stop office (sample, illustrative data)',
  },
  defaultLanguage: SHIPPED_LANGUAGES[0],
  nodes: [posted, looked],
  lists: {
    co_chua: {
      source: 'choices',
      choices: [choice('co', ['Đã niêm yết', 'Yes']), choice('chua', ['Chưa', 'Not yet'])],
    },
    bao_nhieu: {
      source: 'choices',
      choices: [
        choice('tat_ca', ['Tất cả', 'All of them']),
        choice('mot_so', ['Một số', 'Some']),
        choice('chua_ai', ['Chưa ai', 'None']),
      ],
    },
  },
}

/** The parts a minute before the form, as a device writes them. */
export function visitFormRecords(province: string, by: string, on: LocalDate): readonly SeedRecord[] {
  const text = formText(visitForm)
  const sha256 = createHash('sha256').update(utf8Bytes(text)).digest('hex')
  const { parts, form } = formRecords(visitForm, text, sha256, on)
  const feed = feedId(province, 'plan')
  return [
    ...parts.map((part) => ({ ...part, by, feed, atMs: momentOn(on, 9) })),
    { ...form, by, feed, atMs: momentOn(on, 9, 1) },
  ]
}
