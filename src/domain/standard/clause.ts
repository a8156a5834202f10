/**
 * The clause tree of TCVN ISO 9001:2015, chapters 4 to 10: numbers and short titles, so that a question,
 * a finding and a report can point at the same place. Only titles: the text of the standard is under
 * copyright and is not carried by the app. Third-level titles are to be checked against a bought copy.
 */
import type { LocalText } from './local-text.ts'

/** One clause; `parent` is null for a chapter. */
export interface Clause {
  readonly number: string
  readonly parent: string | null
  readonly title: LocalText
}

/** Number, short title in Vietnamese, short title in English. Rule STD-2. */
const titles: readonly (readonly [number: string, vi: string, en: string])[] = [
  ['4', 'Bối cảnh của tổ chức', 'Context of the organization'],
  ['4.1', 'Hiểu tổ chức và bối cảnh của tổ chức', 'Understanding the organization and its context'],
  ['4.2', 'Hiểu nhu cầu và mong đợi của các bên quan tâm', 'Needs and expectations of interested parties'],
  ['4.3', 'Xác định phạm vi của hệ thống quản lý chất lượng', 'Scope of the quality management system'],
  ['4.4', 'Hệ thống quản lý chất lượng và các quá trình của hệ thống', 'Quality management system and its processes'],
  ['5', 'Sự lãnh đạo', 'Leadership'],
  ['5.1', 'Sự lãnh đạo và cam kết', 'Leadership and commitment'],
  ['5.1.1', 'Khái quát', 'General'],
  ['5.1.2', 'Hướng vào khách hàng', 'Customer focus'],
  ['5.2', 'Chính sách', 'Policy'],
  ['5.2.1', 'Thiết lập chính sách chất lượng', 'Establishing the quality policy'],
  ['5.2.2', 'Trao đổi thông tin về chính sách chất lượng', 'Communicating the quality policy'],
  ['5.3', 'Vai trò, trách nhiệm và quyền hạn trong tổ chức', 'Organizational roles, responsibilities and authorities'],
  ['6', 'Hoạch định', 'Planning'],
  ['6.1', 'Hành động giải quyết rủi ro và cơ hội', 'Actions to address risks and opportunities'],
  ['6.2', 'Mục tiêu chất lượng và hoạch định để đạt được mục tiêu', 'Quality objectives and planning to achieve them'],
  ['6.3', 'Hoạch định các thay đổi', 'Planning of changes'],
  ['7', 'Hỗ trợ', 'Support'],
  ['7.1', 'Nguồn lực', 'Resources'],
  ['7.1.1', 'Khái quát', 'General'],
  ['7.1.2', 'Nhân lực', 'People'],
  ['7.1.3', 'Cơ sở hạ tầng', 'Infrastructure'],
  ['7.1.4', 'Môi trường cho việc thực hiện các quá trình', 'Environment for the operation of processes'],
  ['7.1.5', 'Nguồn lực theo dõi và đo lường', 'Monitoring and measuring resources'],
  ['7.1.5.1', 'Khái quát', 'General'],
  ['7.1.5.2', 'Liên kết chuẩn đo lường', 'Measurement traceability'],
  ['7.1.6', 'Tri thức của tổ chức', 'Organizational knowledge'],
  ['7.2', 'Năng lực', 'Competence'],
  ['7.3', 'Nhận thức', 'Awareness'],
  ['7.4', 'Trao đổi thông tin', 'Communication'],
  ['7.5', 'Thông tin dạng văn bản', 'Documented information'],
  ['7.5.1', 'Khái quát', 'General'],
  ['7.5.2', 'Tạo lập và cập nhật', 'Creating and updating'],
  ['7.5.3', 'Kiểm soát thông tin dạng văn bản', 'Control of documented information'],
  ['8', 'Thực hiện', 'Operation'],
  ['8.1', 'Hoạch định và kiểm soát việc thực hiện', 'Operational planning and control'],
  ['8.2', 'Yêu cầu đối với sản phẩm và dịch vụ', 'Requirements for products and services'],
  ['8.2.1', 'Trao đổi thông tin với khách hàng', 'Customer communication'],
  ['8.2.2', 'Xác định yêu cầu đối với sản phẩm và dịch vụ', 'Determining the requirements'],
  ['8.2.3', 'Xem xét yêu cầu đối với sản phẩm và dịch vụ', 'Review of the requirements'],
  ['8.2.4', 'Thay đổi yêu cầu đối với sản phẩm và dịch vụ', 'Changes to requirements'],
  ['8.3', 'Thiết kế và phát triển sản phẩm và dịch vụ', 'Design and development'],
  ['8.3.1', 'Khái quát', 'General'],
  ['8.3.2', 'Hoạch định thiết kế và phát triển', 'Design and development planning'],
  ['8.3.3', 'Đầu vào của thiết kế và phát triển', 'Design and development inputs'],
  ['8.3.4', 'Kiểm soát thiết kế và phát triển', 'Design and development controls'],
  ['8.3.5', 'Đầu ra của thiết kế và phát triển', 'Design and development outputs'],
  ['8.3.6', 'Thay đổi thiết kế và phát triển', 'Design and development changes'],
  [
    '8.4',
    'Kiểm soát quá trình, sản phẩm và dịch vụ do bên ngoài cung cấp',
    'Externally provided processes, products and services',
  ],
  ['8.4.1', 'Khái quát', 'General'],
  ['8.4.2', 'Loại hình và mức độ kiểm soát', 'Type and extent of control'],
  ['8.4.3', 'Thông tin cho nhà cung cấp bên ngoài', 'Information for external providers'],
  ['8.5', 'Sản xuất và cung cấp dịch vụ', 'Production and service provision'],
  ['8.5.1', 'Kiểm soát sản xuất và cung cấp dịch vụ', 'Control of production and service provision'],
  ['8.5.2', 'Nhận biết và truy xuất nguồn gốc', 'Identification and traceability'],
  ['8.5.3', 'Tài sản của khách hàng hoặc nhà cung cấp bên ngoài', 'Property of customers or external providers'],
  ['8.5.4', 'Bảo toàn', 'Preservation'],
  ['8.5.5', 'Hoạt động sau giao hàng', 'Post-delivery activities'],
  ['8.5.6', 'Kiểm soát thay đổi', 'Control of changes'],
  ['8.6', 'Thông qua sản phẩm và dịch vụ', 'Release of products and services'],
  ['8.7', 'Kiểm soát đầu ra không phù hợp', 'Control of nonconforming outputs'],
  ['9', 'Đánh giá kết quả thực hiện', 'Performance evaluation'],
  ['9.1', 'Theo dõi, đo lường, phân tích và đánh giá', 'Monitoring, measurement, analysis and evaluation'],
  ['9.1.1', 'Khái quát', 'General'],
  ['9.1.2', 'Sự thỏa mãn của khách hàng', 'Customer satisfaction'],
  ['9.1.3', 'Phân tích và đánh giá', 'Analysis and evaluation'],
  ['9.2', 'Đánh giá nội bộ', 'Internal audit'],
  ['9.3', 'Xem xét của lãnh đạo', 'Management review'],
  ['9.3.1', 'Khái quát', 'General'],
  ['9.3.2', 'Đầu vào của xem xét của lãnh đạo', 'Management review inputs'],
  ['9.3.3', 'Đầu ra của xem xét của lãnh đạo', 'Management review outputs'],
  ['10', 'Cải tiến', 'Improvement'],
  ['10.1', 'Khái quát', 'General'],
  ['10.2', 'Sự không phù hợp và hành động khắc phục', 'Nonconformity and corrective action'],
  ['10.3', 'Cải tiến liên tục', 'Continual improvement'],
]

const parentOf = (number: string): string | null => {
  const dot = number.lastIndexOf('.')
  return dot < 0 ? null : number.slice(0, dot)
}

/** Every clause of the 2015 edition, in the order of the standard. Rule STD-2. */
export const clauses2015: readonly Clause[] = titles.map(([number, vi, en]) => ({
  number,
  parent: parentOf(number),
  title: { vi, en },
}))

const clausesByNumber: ReadonlyMap<string, Clause> = new Map(clauses2015.map((clause) => [clause.number, clause]))

export const clauseByNumber = (number: string): Clause | undefined => clausesByNumber.get(number)

/** The clause itself or its nearest parent that has a title; undefined outside the tree. Rule STD-3. */
export function nearestClause(number: string): Clause | undefined {
  for (let at: string | null = number; at !== null; at = parentOf(at)) {
    const clause = clausesByNumber.get(at)
    if (clause) return clause
  }
  return undefined
}

/** The chapter a clause belongs to: `7` for `7.5.3`. */
export const chapterOf = (number: string): string => number.split('.')[0] ?? number

/** Orders clause numbers part by part as numbers. Rule STD-4. */
export function compareClauseNumbers(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
