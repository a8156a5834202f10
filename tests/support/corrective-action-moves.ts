// Moves of a corrective action request as its people would make them, one day after the other.
import type { Move, MoveName } from '#domain/corrective-action/move.ts'
import { addDays, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'

export const ISSUED_ON = '2026-03-02' as LocalDate

const AUDITOR = 'danhgia'
const OFFICER = 'congchuc'
const CHAIRMAN = 'chutich'
const SECRETARY = 'thuky'

const author: Readonly<Record<MoveName, string>> = {
  'start-analysis': OFFICER,
  'submit-analysis': OFFICER,
  'return-analysis': CHAIRMAN,
  approve: CHAIRMAN,
  extend: CHAIRMAN,
  'report-done': OFFICER,
  accept: AUDITOR,
  reject: AUDITOR,
  'carry-over': AUDITOR,
  'check-effect': AUDITOR,
  'end-double': AUDITOR,
  register: SECRETARY,
}

/** A move with everything it needs, `day` days after the request was issued. */
export function aMove(name: MoveName, day: number, more: Partial<Move> = {}): Move {
  const on = addDays(ISSUED_ON, day)
  const isAnalysis = name === 'submit-analysis'
  const promises = isAnalysis || name === 'extend' || name === 'reject'
  return {
    id: `${String(day).padStart(4, '0')}-${name}`,
    name,
    at: day * 1000,
    on,
    by: author[name],
    words: 'Đã xem hồ sơ tại chỗ',
    whys: isAnalysis ? ['Vì sao trễ hẹn?', 'Vì chưa phân công người thay'] : [],
    correction: isAnalysis ? 'Đã xin lỗi và hẹn lại ngày trả' : '',
    action: isAnalysis ? 'Phân công người thay trong quy trình' : '',
    responsible: isAnalysis ? 'Công chức Văn phòng - Thống kê' : '',
    dueOn: promises ? writtenDate('30/04/2026') : null,
    next: name === 'carry-over' || name === 'end-double' ? 'car-2' : null,
    isEffective: name === 'check-effect' ? true : null,
    officialNumber: name === 'register' ? '12/PKP-UBND' : '',
    ...more,
  }
}

/** From the proposal to the closing, without a detour. */
export const straightOn = (): readonly Move[] => [
  aMove('start-analysis', 1),
  aMove('submit-analysis', 3),
  aMove('approve', 4),
  aMove('report-done', 20),
  aMove('accept', 25),
]
