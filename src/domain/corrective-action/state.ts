/**
 * The states of a corrective action as the paper form knows them: Đề xuất → Phân tích → Chờ phê duyệt → Đang thực hiện →
 * Đang xác minh → Đã đóng or Chuyển tiếp.
 */
export type CorrectiveActionState =
  | 'proposed'
  | 'analysing'
  | 'awaiting-approval'
  | 'in-progress'
  | 'verifying'
  | 'closed'
  | 'carried-over'
