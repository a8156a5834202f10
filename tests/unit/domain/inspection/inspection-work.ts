// An inspection with everything in place, so that a test takes away or changes the one thing it is about.
import type { InspectionHead, SectionTexts } from '#domain/inspection/inspection.ts'
import { sectionNames } from '#domain/inspection/inspection.ts'
import { programOutline } from '#domain/inspection/inspection-outline.ts'
import type { InspectionWork } from '#domain/inspection/minutes.ts'
import { outlineItems } from '#domain/inspection/outline.ts'
import type { Shortcoming } from '#domain/inspection/shortcoming.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'

export const aHead = (more: Partial<InspectionHead> = {}): InspectionHead => ({
  form: 'at-office',
  basis: 'Kế hoạch kiểm tra (minh họa)',
  decisionNumber: '04/QĐ-BCĐISO',
  decidedOn: writtenDate('01/11/2026'),
  from: writtenDate('20/11/2026'),
  to: writtenDate('21/11/2026'),
  place: 'Trụ sở UBND xã',
  team: [{ name: 'Trưởng đoàn minh họa', post: 'Lãnh đạo Sở', part: 'leader' }],
  hosts: [{ name: 'Đại diện minh họa', post: 'Phó Chủ tịch' }],
  ...more,
})

export const aShortcoming = (more: Partial<Shortcoming> = {}): Shortcoming => ({
  id: 's1',
  item: 'K3',
  facts: 'Hai quy trình chưa sửa theo văn bản mới',
  basis: 'Quy trình kiểm soát tài liệu',
  grade: 'minor',
  dueOn: writtenDate('20/12/2026'),
  ...more,
})

const texts = (): SectionTexts => ({
  ...(Object.fromEntries(sectionNames.map((name) => [name, ''])) as SectionTexts),
  conclusion: 'Hệ thống được duy trì, còn một tồn tại',
})

export const aWork = (more: Partial<InspectionWork> = {}): InspectionWork => ({
  id: 'i1',
  unit: 'ls25-06001',
  head: aHead(),
  texts: texts(),
  rating: 'met',
  minutesOn: writtenDate('21/11/2026'),
  reportDueOn: writtenDate('31/12/2026'),
  outline: programOutline,
  answers: Object.fromEntries(
    outlineItems.map(({ id }) => [id, { result: id === 'K3' ? ('not-met' as const) : ('met' as const), note: '' }]),
  ),
  shortcomings: [aShortcoming()],
  ...more,
})
