/**
 * Why a commune is behind, as a fixed list: the province can only count what is named alike everywhere. The
 * reasons are those communes gave in reports of the roll-outs of 2011 to 2022.
 */
import type { LocalText } from '#domain/standard/local-text.ts'

export type LateReason =
  | 'short-of-time'
  | 'heavy-workload'
  | 'procedures-not-agreed'
  | 'short-of-staff'
  | 'staff-moved'
  | 'short-of-funds'
  | 'short-of-equipment'
  | 'consultant-slow'
  | 'leaders-not-engaged'
  | 'lack-of-skills'
  | 'scope-not-right'
  | 'obstacle-open'
  | 'shortcomings-open'
  | 'not-applied'
  | 'not-kept-up'
  | 'other'

/** In the order a form offers them. Rule VIS-2. */
export const lateReasons: readonly { readonly id: LateReason; readonly name: LocalText }[] = [
  { id: 'short-of-time', name: { vi: 'Thiếu thời gian', en: 'Not enough time' } },
  { id: 'heavy-workload', name: { vi: 'Khối lượng công việc lớn', en: 'Heavy workload' } },
  { id: 'procedures-not-agreed', name: { vi: 'Chưa thống nhất quy trình', en: 'Procedures not agreed yet' } },
  { id: 'short-of-staff', name: { vi: 'Thiếu cán bộ', en: 'Not enough staff' } },
  { id: 'staff-moved', name: { vi: 'Cán bộ luân chuyển', en: 'Staff moved to other posts' } },
  { id: 'short-of-funds', name: { vi: 'Thiếu kinh phí', en: 'Not enough funds' } },
  { id: 'short-of-equipment', name: { vi: 'Thiếu máy móc, mạng', en: 'No equipment or network' } },
  { id: 'consultant-slow', name: { vi: 'Đơn vị tư vấn chậm', en: 'Consultant behind schedule' } },
  { id: 'leaders-not-engaged', name: { vi: 'Cần lãnh đạo quan tâm hơn', en: 'More support from leaders needed' } },
  {
    id: 'lack-of-skills',
    name: { vi: 'Nhận thức, kỹ năng của cán bộ còn hạn chế', en: 'Awareness and skills of the staff' },
  },
  {
    id: 'scope-not-right',
    name: { vi: 'Phạm vi áp dụng chưa đúng các TTHC', en: 'Scope does not fit the procedures' },
  },
  { id: 'obstacle-open', name: { vi: 'Vướng mắc chưa được gỡ', en: 'An obstacle is not settled' } },
  { id: 'shortcomings-open', name: { vi: 'Tồn tại chưa khắc phục xong', en: 'Shortcomings not remedied yet' } },
  { id: 'not-applied', name: { vi: 'Đã xây dựng nhưng chưa áp dụng triệt để', en: 'Built but not fully applied' } },
  {
    id: 'not-kept-up',
    name: { vi: 'Không duy trì sau công bố, chứng nhận', en: 'Not kept up after declaration or certification' },
  },
  { id: 'other', name: { vi: 'Lý do khác', en: 'Other reason' } },
]
