/**
 * The clauses of TCVN ISO 9001:2008, numbers and short titles only, each with the clauses of 2015 that took its place:
 * plans of that time name these numbers, and one set of answers is to be read against them too. The edition of 2000 has
 * the same clauses. Lines marked `true` at the end are not confirmed and are shown as "cần kiểm tra".
 */
import type { EditionClause } from './edition-clauses.ts'

type Line = readonly [number: string, vi: string, en: string, in2015: readonly string[], needsChecking?: true]

/** Own order of the 2008 edition. Rule STD-5. */
const lines: readonly Line[] = [
  ['4.1', 'Yêu cầu chung', 'General requirements', ['4.4']],
  ['4.2.2', 'Sổ tay chất lượng', 'Quality manual', ['4.3', '7.5.1']],
  ['4.2.3', 'Kiểm soát tài liệu', 'Control of documents', ['7.5']],
  ['4.2.4', 'Kiểm soát hồ sơ', 'Control of records', ['7.5']],
  ['5.1', 'Cam kết của lãnh đạo', 'Management commitment', ['5.1.1']],
  ['5.2', 'Hướng vào khách hàng', 'Customer focus', ['5.1.2']],
  ['5.3', 'Chính sách chất lượng', 'Quality policy', ['5.2']],
  ['5.4.1', 'Mục tiêu chất lượng', 'Quality objectives', ['6.2']],
  ['5.4.2', 'Hoạch định hệ thống quản lý chất lượng', 'Planning of the system', ['6.3']],
  ['5.5.1', 'Trách nhiệm và quyền hạn', 'Responsibility and authority', ['5.3']],
  ['5.5.2', 'Đại diện của lãnh đạo', 'Management representative', ['5.3']],
  ['5.5.3', 'Trao đổi thông tin nội bộ', 'Internal communication', ['7.4'], true],
  ['5.6', 'Xem xét của lãnh đạo', 'Management review', ['9.3']],
  ['6.1', 'Cung cấp nguồn lực', 'Provision of resources', ['7.1.1'], true],
  ['6.2', 'Nguồn nhân lực', 'Human resources', ['7.1.2', '7.2', '7.3'], true],
  ['6.3', 'Cơ sở hạ tầng', 'Infrastructure', ['7.1.3']],
  ['6.4', 'Môi trường làm việc', 'Work environment', ['7.1.4']],
  ['7.1', 'Hoạch định việc tạo sản phẩm', 'Planning of product realization', ['8.1']],
  ['7.2', 'Các quá trình liên quan đến khách hàng', 'Customer-related processes', ['8.2']],
  ['7.3', 'Thiết kế và phát triển', 'Design and development', ['8.3']],
  ['7.4', 'Mua hàng', 'Purchasing', ['8.4']],
  ['7.5', 'Sản xuất và cung cấp dịch vụ', 'Production and service provision', ['8.5']],
  ['7.6', 'Kiểm soát phương tiện theo dõi và đo lường', 'Monitoring and measuring equipment', ['7.1.5']],
  ['8.2.1', 'Sự thỏa mãn của khách hàng', 'Customer satisfaction', ['9.1.2']],
  ['8.2.2', 'Đánh giá nội bộ', 'Internal audit', ['9.2']],
  ['8.2.3', 'Theo dõi và đo lường các quá trình', 'Monitoring of processes', ['9.1.1']],
  ['8.2.4', 'Theo dõi và đo lường sản phẩm', 'Monitoring of product', ['8.6']],
  ['8.3', 'Kiểm soát sản phẩm không phù hợp', 'Control of nonconforming product', ['8.7']],
  ['8.4', 'Phân tích dữ liệu', 'Analysis of data', ['9.1.3']],
  ['8.5.1', 'Cải tiến liên tục', 'Continual improvement', ['10.3']],
  ['8.5.2', 'Hành động khắc phục', 'Corrective action', ['10.2']],
  ['8.5.3', 'Hành động phòng ngừa', 'Preventive action', ['6.1']],
]

/** What there is to say about a clause beside its successors. */
const changes: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  '4.2.2': { vi: 'Từ bản 2015 không bắt buộc có sổ tay.', en: 'No manual is demanded since 2015.' },
  '5.5.2': { vi: 'Bản 2015 bỏ chức danh này; việc chia cho 5.3.', en: 'Dropped in 2015; its duties went to 5.3.' },
  '8.5.3': { vi: 'Bản 2015 thay bằng rủi ro và cơ hội.', en: 'Replaced in 2015 by risks and opportunities.' },
}

export const clauses2008: readonly EditionClause[] = lines.map(([number, vi, en, in2015, needsChecking]) => ({
  number,
  title: { vi, en },
  in2015,
  change: changes[number] ?? null,
  isAsked: true,
  needsChecking: needsChecking ?? false,
}))
