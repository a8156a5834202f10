/**
 * The stages G0 to G10 of a commune pilot. The stages follow the roll-out Lạng Sơn described in 2017;
 * durations, units and weights are a proposal of this project, to be set by the plan of a province.
 */
import type { Deliverable, DeliverableKind, Duration, DurationUnit, StageTemplate } from './stage-template.ts'

const deliverable = (id: string, kind: DeliverableKind, vi: string, en: string): Deliverable => ({
  id,
  kind,
  name: { vi, en },
})

const lasting = (amount: number, unit: DurationUnit): Duration => ({ amount, unit })

/** Rules PIL-1 and PIL-2. */
export const pilotStages: StageTemplate = [
  {
    code: 'G0',
    name: { vi: 'Khởi động', en: 'Start' },
    shortName: { vi: 'Khởi động', en: 'Start' },
    gate: {
      vi: 'Có quyết định thành lập Ban chỉ đạo ISO xã, kế hoạch và người đầu mối.',
      en: 'The commune has its ISO steering committee, its plan and a focal officer.',
    },
    deliverables: [
      deliverable(
        'g0-committee',
        'decision',
        'Quyết định thành lập Ban chỉ đạo ISO xã',
        'Decision setting up the ISO steering committee',
      ),
      deliverable('g0-plan', 'document', 'Kế hoạch triển khai của xã', 'Plan of the commune'),
      deliverable('g0-focal', 'document', 'Văn bản cử cán bộ đầu mối', 'Letter naming the focal officer'),
    ],
    weight: 5,
    duration: lasting(10, 'working-days'),
  },
  {
    code: 'G1',
    name: { vi: 'Khảo sát, đánh giá thực trạng', en: 'Survey of the present state' },
    shortName: { vi: 'Khảo sát', en: 'Survey' },
    gate: {
      vi: 'Đã nộp phiếu tự đánh giá, có danh mục TTHC và báo cáo thực trạng.',
      en: 'The self-assessment is submitted; the list of procedures and the report exist.',
    },
    deliverables: [
      deliverable('g1-assessment', 'record-in-app', 'Phiếu tự đánh giá đã nộp', 'Submitted self-assessment'),
      deliverable('g1-procedures', 'document', 'Danh mục TTHC', 'List of administrative procedures'),
      deliverable('g1-report', 'document', 'Báo cáo thực trạng', 'Report on the present state'),
    ],
    weight: 10,
    duration: lasting(10, 'working-days'),
  },
  {
    code: 'G2',
    name: { vi: 'Tập huấn nhận thức', en: 'Awareness training' },
    shortName: { vi: 'TH nhận thức', en: 'Awareness' },
    gate: {
      vi: 'Cán bộ, công chức đã dự tập huấn nhận thức về tiêu chuẩn.',
      en: 'The staff have attended training on the standard.',
    },
    deliverables: [deliverable('g2-attendance', 'attendance', 'Danh sách lớp có chữ ký', 'Signed attendance list')],
    weight: 8,
    duration: lasting(3, 'working-days'),
  },
  {
    code: 'G3',
    name: { vi: 'Tập huấn viết tài liệu', en: 'Training in writing documents' },
    shortName: { vi: 'TH tài liệu', en: 'Writing course' },
    gate: {
      vi: 'Người được giao soạn thảo đã dự tập huấn viết tài liệu.',
      en: 'Those who draft have attended training in writing documents.',
    },
    deliverables: [deliverable('g3-attendance', 'attendance', 'Danh sách lớp có chữ ký', 'Signed attendance list')],
    weight: 7,
    duration: lasting(3, 'working-days'),
  },
  {
    code: 'G4',
    name: { vi: 'Viết tài liệu', en: 'Writing the documents' },
    shortName: { vi: 'Viết tài liệu', en: 'Drafting' },
    gate: {
      vi: 'Đã có dự thảo mọi tài liệu trong danh mục.',
      en: 'Every document on the list has a draft.',
    },
    deliverables: [
      deliverable('g4-drafts', 'document', 'Bộ dự thảo tài liệu và tiến độ', 'Set of drafts with their progress'),
    ],
    weight: 15,
    duration: lasting(30, 'calendar-days'),
  },
  {
    code: 'G5',
    name: { vi: 'Soát xét, phê duyệt, ban hành', en: 'Review, approval, issue' },
    shortName: { vi: 'Ban hành', en: 'Issue' },
    gate: {
      vi: 'Tài liệu đã được Chủ tịch phê duyệt và ban hành.',
      en: 'The Chairman has approved and issued the documents.',
    },
    deliverables: [
      deliverable('g5-decision', 'decision', 'Quyết định ban hành tài liệu', 'Decision issuing the documents'),
      deliverable('g5-list', 'document', 'Danh mục tài liệu', 'List of documents'),
    ],
    weight: 15,
    duration: lasting(15, 'working-days'),
  },
  {
    code: 'G6',
    name: { vi: 'Áp dụng thí điểm (03 tháng)', en: 'Trial (three months)' },
    shortName: { vi: 'Áp dụng', en: 'Trial' },
    gate: {
      vi: 'Đã áp dụng đủ 03 tháng, có hồ sơ theo quy trình.',
      en: 'Three months of use, with records made under the procedures.',
    },
    deliverables: [
      deliverable('g6-records', 'document', 'Hồ sơ phát sinh theo quy trình', 'Records made under the procedures'),
      deliverable('g6-objectives', 'document', 'Theo dõi mục tiêu hằng tháng', 'Monthly follow-up of objectives'),
    ],
    weight: 15,
    duration: lasting(3, 'calendar-months'),
  },
  {
    code: 'G7',
    name: { vi: 'Đánh giá nội bộ và khắc phục', en: 'Internal audit and remedies' },
    shortName: { vi: 'ĐG nội bộ', en: 'Internal audit' },
    gate: {
      vi: 'Không còn điểm không phù hợp nặng chưa đóng.',
      en: 'No major nonconformity is open.',
    },
    gateRule: 'no-open-major',
    deliverables: [
      deliverable('g7-plan', 'document', 'Kế hoạch đánh giá nội bộ', 'Internal audit plan'),
      deliverable('g7-report', 'record-in-app', 'Báo cáo đánh giá nội bộ', 'Internal audit report'),
    ],
    weight: 10,
    duration: lasting(15, 'working-days'),
  },
  {
    code: 'G8',
    name: { vi: 'Xem xét của lãnh đạo', en: 'Management review' },
    shortName: { vi: 'XX lãnh đạo', en: 'Mgmt review' },
    gate: {
      vi: 'Đã họp, có biên bản với quyết định, người thực hiện và thời hạn.',
      en: 'The review was held; its minutes name decisions, persons and dates.',
    },
    deliverables: [
      deliverable('g8-minutes', 'document', 'Biên bản xem xét của lãnh đạo', 'Minutes of the management review'),
    ],
    weight: 5,
    duration: lasting(3, 'working-days'),
  },
  {
    code: 'G9',
    name: { vi: 'Công bố, niêm yết, gửi Sở KH&CN', en: 'Declaration, posting, notice to the Department' },
    shortName: { vi: 'Công bố', en: 'Declaration' },
    gate: {
      vi: 'Đã ký công bố, niêm yết và gửi Sở KH&CN.',
      en: 'The declaration is signed, posted and sent to the Department of Science and Technology.',
    },
    deliverables: [
      deliverable('g9-decision', 'decision', 'Quyết định và bản công bố', 'Decision and declaration'),
      deliverable('g9-posting', 'document', 'Ảnh bản công bố đã niêm yết', 'Photo of the posted declaration'),
      deliverable('g9-notice', 'document', 'Văn bản gửi Sở KH&CN', 'Letter to the Department'),
    ],
    weight: 10,
    duration: lasting(5, 'working-days'),
  },
  {
    code: 'G10',
    name: { vi: 'Đánh giá hiệu quả thí điểm (tỉnh)', en: 'Evaluation of the pilot (province)' },
    shortName: { vi: 'Tỉnh đánh giá', en: 'Evaluation' },
    gate: {
      vi: 'Tỉnh có báo cáo đánh giá và đề xuất mở rộng.',
      en: 'The province has its evaluation report and a proposal for the roll-out.',
    },
    deliverables: [
      deliverable('g10-report', 'document', 'Báo cáo đánh giá hiệu quả', 'Evaluation report'),
      deliverable('g10-proposal', 'document', 'Đề xuất mở rộng', 'Proposal for the roll-out'),
    ],
    weight: 0,
    duration: lasting(15, 'calendar-days'),
  },
]

const stagesByCode: ReadonlyMap<string, StageTemplate[number]> = new Map(
  pilotStages.map((stage) => [stage.code, stage]),
)

export const stageByCode = (code: string): StageTemplate[number] | undefined => stagesByCode.get(code)
