/**
 * The states of a corrective action as the paper form knows them (Đề xuất → Phân tích → Chờ phê duyệt → Đang
 * thực hiện → Đang xác minh → Đã đóng or Chuyển tiếp). The rest of the topic comes with a later issue.
 */

export type CorrectiveActionState =
  | 'proposed'
  | 'analysing'
  | 'awaiting-approval'
  | 'in-progress'
  | 'verifying'
  | 'closed'
  | 'carried-over'

/** Which states may follow which. Rules CA-1 and CA-2. */
export const nextStates: Readonly<Record<CorrectiveActionState, readonly CorrectiveActionState[]>> = {
  proposed: ['analysing'],
  analysing: ['awaiting-approval'],
  'awaiting-approval': ['in-progress'],
  'in-progress': ['verifying'],
  verifying: ['closed', 'carried-over'],
  closed: [],
  'carried-over': [],
}

export const canMove = (from: CorrectiveActionState, to: CorrectiveActionState): boolean =>
  nextStates[from].includes(to)
