/** Findings of short internal audits as communes write them: positions and dossiers, never a person's name. */
import type { FindingGrade } from '#domain/internal-audit/finding.ts'

export interface FindingText {
  /** Item of the short checklist. */
  readonly item: string
  readonly grade: FindingGrade
  readonly facts: string
  readonly requirement: string
  readonly objectiveEvidence: string
  readonly department: string
}

const OFFICE = 'Văn phòng HĐND và UBND'
const ONE_STOP = 'Trung tâm phục vụ hành chính công'

export const findingTexts: readonly FindingText[] = [
  {
    item: 'A6',
    grade: 'minor',
    facts: 'Hai bản quy trình cũ còn để tại quầy tiếp nhận, chưa thu hồi (dữ liệu minh họa)',
    requirement: 'Quy trình kiểm soát tài liệu của UBND xã',
    objectiveEvidence: 'Quy trình chứng thực, lần ban hành 01, tại quầy số 2',
    department: ONE_STOP,
  },
  {
    item: 'A4',
    grade: 'minor',
    facts: 'Chưa có hồ sơ đào tạo của hai công chức mới nhận việc (dữ liệu minh họa)',
    requirement: 'Kế hoạch đào tạo năm của UBND xã',
    objectiveEvidence: 'Sổ theo dõi đào tạo, không có dòng nào sau tháng trước',
    department: OFFICE,
  },
  {
    item: 'A8',
    grade: 'major',
    facts: 'Ba hồ sơ quá hạn không có phiếu xin lỗi và hẹn lại ngày trả (dữ liệu minh họa)',
    requirement: 'Quy trình giải quyết thủ tục hành chính; quy định về một cửa',
    objectiveEvidence: 'Hồ sơ minh họa MH-014, MH-022, MH-031',
    department: ONE_STOP,
  },
  {
    item: 'A12',
    grade: 'minor',
    facts: 'Hai phản ánh của người dân đã giải quyết nhưng không ghi nguyên nhân (dữ liệu minh họa)',
    requirement: 'Quy trình hành động khắc phục của UBND xã',
    objectiveEvidence: 'Sổ phản ánh, kiến nghị quý trước',
    department: OFFICE,
  },
  {
    item: 'A3',
    grade: 'observation',
    facts: 'Mục tiêu chất lượng năm chưa nêu cách đo (dữ liệu minh họa)',
    requirement: 'Mục tiêu chất lượng của UBND xã',
    objectiveEvidence: 'Bản mục tiêu chất lượng năm nay',
    department: OFFICE,
  },
  {
    item: 'A7',
    grade: 'opportunity',
    facts: 'Có thể dùng chung một sổ theo dõi cho các thủ tục tư pháp - hộ tịch (dữ liệu minh họa)',
    requirement: 'Không có yêu cầu bắt buộc',
    objectiveEvidence: 'Bốn sổ theo dõi riêng tại quầy số 1',
    department: ONE_STOP,
  },
]
