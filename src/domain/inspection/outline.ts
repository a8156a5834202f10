/**
 * The outline (đề cương) of an inspection: the twelve contents of part II of the minutes, in this project's own words. It
 * is data, so that a province that inspects by another outline brings another list; the ids stay in what was sealed.
 */
import { hasText } from '#domain/kernel/text.ts'
import type { LocalText } from '#domain/standard/local-text.ts'

export interface OutlineItem {
  /** `K1` … `K12`, in the order of the minutes; of a province's form the name of the question. */
  readonly id: string
  readonly title: LocalText
  /** What the team looks at. */
  readonly question: LocalText
  /** Papers and places where it is seen; empty where a province's form says nothing. */
  readonly lookAt: LocalText
  /** Part of the outline it stands in. */
  readonly section?: LocalText
  /** Clause of the standard. */
  readonly clause?: string
  /** Why it is asked, for the team. */
  readonly why?: LocalText
  /** To be read before it. */
  readonly notes?: readonly LocalText[]
}

const item = (number: number, vi: readonly [string, string, string], en: readonly [string, string, string]) => ({
  id: `K${number}`,
  title: { vi: vi[0], en: en[0] },
  question: { vi: vi[1], en: en[1] },
  lookAt: { vi: vi[2], en: en[2] },
})

export const outlineItems: readonly OutlineItem[] = [
  item(
    1,
    [
      'Ban chỉ đạo, phân công',
      'Xã có Ban chỉ đạo ISO đang hoạt động, mỗi việc có chức danh chịu trách nhiệm hay không?',
      'Quyết định thành lập hoặc kiện toàn, bảng phân công, biên bản họp gần nhất',
    ],
    [
      'Steering committee and duties',
      'Is there a working ISO steering committee, and does every task have a post in charge?',
      'Decision that set it up or renewed it, table of duties, minutes of its last meeting',
    ],
  ),
  item(
    2,
    [
      'Phạm vi so với danh mục thủ tục',
      'Phạm vi áp dụng có đủ các thủ tục hành chính đang thuộc thẩm quyền của xã hay không?',
      'Danh mục thủ tục được công bố, danh mục quy trình, thủ tục còn ngoài hệ thống và lý do',
    ],
    [
      'Scope against the list of procedures',
      'Does the scope cover the administrative procedures the commune handles now?',
      'Published list of procedures, list of work procedures, what is left out and why',
    ],
  ),
  item(
    3,
    [
      'Hệ thống tài liệu, cập nhật văn bản',
      'Tài liệu có được phê duyệt, phân phối đúng bản và sửa kịp khi văn bản pháp luật thay đổi hay không?',
      'Danh mục tài liệu, lần ban hành và sửa đổi, bản đang dùng tại nơi làm việc',
    ],
    [
      'Documents and their updates',
      'Are documents approved, in use in the right issue, and changed when the law changes?',
      'Master list, issue and revision numbers, the copies in use where people work',
    ],
  ),
  item(
    4,
    [
      'Chính sách, mục tiêu và kết quả',
      'Mục tiêu chất lượng năm nay có đo được, được theo dõi và có kết quả hay không?',
      'Chính sách, mục tiêu, kế hoạch thực hiện, số liệu đạt được',
    ],
    [
      'Policy, objectives and results',
      'Can this year’s quality objectives be measured, are they followed, and what came of them?',
      'Policy, objectives, plans, figures reached',
    ],
  ),
  item(
    5,
    [
      'Rủi ro và cơ hội',
      'Rủi ro có được nhận biết theo từng công việc, có biện pháp và có xem lại hay không?',
      'Bảng rủi ro, biện pháp đã làm, lần xem lại gần nhất',
    ],
    [
      'Risks and opportunities',
      'Are risks known task by task, is something done about them, and are they looked at again?',
      'Register of risks, measures taken, last review',
    ],
  ),
  item(
    6,
    [
      'Thực hiện quy trình',
      'Hồ sơ lấy mẫu có được giải quyết đúng các bước và đúng hạn hay không?',
      'Mẫu hồ sơ của từng lĩnh vực: chỉ ghi số hồ sơ, đúng hạn hay trễ hạn; không ghi tên công dân',
    ],
    [
      'Procedures at work',
      'Were the sampled dossiers handled step by step and on time?',
      'Samples of every field: dossier numbers, on time or late; never a citizen’s name',
    ],
  ),
  item(
    7,
    [
      'Đào tạo',
      'Người làm việc trong hệ thống có được hướng dẫn, tập huấn và còn hồ sơ hay không?',
      'Kế hoạch, danh sách dự, kết quả; việc bàn giao khi luân chuyển cán bộ',
    ],
    [
      'Training',
      'Were those who work in the system trained, and is there a record of it?',
      'Plan, attendance, results; hand-over when officers change posts',
    ],
  ),
  item(
    8,
    [
      'Đánh giá nội bộ, hành động khắc phục',
      'Đánh giá nội bộ có được làm theo kế hoạch, điểm không phù hợp có được khắc phục đến nguyên nhân hay không?',
      'Chương trình, kế hoạch, báo cáo đánh giá, phiếu yêu cầu hành động khắc phục',
    ],
    [
      'Internal audit and corrective action',
      'Are audits held as planned, and are nonconformities put right down to their causes?',
      'Programme, plans, audit reports, corrective action requests',
    ],
  ),
  item(
    9,
    [
      'Xem xét của lãnh đạo',
      'Lãnh đạo có xem xét hệ thống ít nhất một lần trong năm, có quyết định giao người và hạn hay không?',
      'Thông báo, báo cáo đầu vào, biên bản họp, việc đã giao',
    ],
    [
      'Management review',
      'Did the leaders review the system at least once this year, with decisions that name a post and a date?',
      'Notice, inputs, minutes, tasks given',
    ],
  ),
  item(
    10,
    [
      'Công bố, niêm yết',
      'Bản công bố có đúng phạm vi và phiên bản tiêu chuẩn hiện tại, được niêm yết và gửi cơ quan theo dõi hay không?',
      'Quyết định và bản công bố, nơi niêm yết, trang thông tin điện tử, văn bản gửi',
    ],
    [
      'Declaration and posting',
      'Does the declaration fit the present scope and edition, is it posted and was it sent?',
      'Decision and declaration, notice board, web page, covering letter',
    ],
  ),
  item(
    11,
    [
      'Chế độ báo cáo',
      'Xã có báo cáo đúng hạn và số liệu khớp với hồ sơ tại xã hay không?',
      'Báo cáo năm, báo cáo tiến độ, số liệu đối chiếu',
    ],
    [
      'Reports',
      'Did the commune report in time, and do the figures agree with its own records?',
      'Annual report, progress reports, figures compared',
    ],
  ),
  item(
    12,
    [
      'Khắc phục sau lần kiểm tra trước',
      'Tồn tại của lần kiểm tra trước đã được khắc phục xong và không lặp lại hay chưa?',
      'Biên bản lần trước, báo cáo khắc phục, bằng chứng; chọn “không áp dụng” nếu đây là lần đầu',
    ],
    [
      'After the last inspection',
      'Were the shortcomings of the last inspection put right, and have they stayed away?',
      'Last minutes, remedy report, evidence; “not applicable” where this is the first',
    ],
  ),
]

/** What was found about a content of the outline. */
export type ItemResult = 'met' | 'not-met' | 'na'

export const itemResults: readonly ItemResult[] = ['met', 'not-met', 'na']

export interface ItemAnswer {
  /** Null while nobody has answered. */
  readonly result: ItemResult | null
  /** What was seen; for `na` why it does not apply. */
  readonly note: string
}

export const emptyItemAnswer: ItemAnswer = { result: null, note: '' }

/** A content that does not apply needs its reason in the note. Rule INS-2. */
export const needsReason = ({ result, note }: ItemAnswer): boolean => result === 'na' && !hasText(note)
