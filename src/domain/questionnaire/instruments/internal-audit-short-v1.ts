/**
 * Short checklist for the internal audit of a commune, version 1: 12 items in own words, chosen so that an
 * auditor without a consultant sees in half a day whether the system is used. Never edit an item in use:
 * make version 2.
 */
import { createInstrument } from '#domain/questionnaire/instrument.ts'
import { internalAuditItems } from './internal-audit-short-v1/items.ts'

/** `internal-audit-short@1`. */
export const internalAuditShortV1 = createInstrument({
  id: 'internal-audit-short',
  version: 1,
  kind: 'audit-checklist',
  edition: '2015',
  title: { vi: 'Phiếu đánh giá nội bộ rút gọn', en: 'Short internal audit checklist' },
  scale: 'audit-result',
  sections: [
    { id: '4', clause: '4', title: { vi: 'Bối cảnh của tổ chức', en: 'Context of the organization' } },
    { id: '5', clause: '5', title: { vi: 'Sự lãnh đạo', en: 'Leadership' } },
    { id: '6', clause: '6', title: { vi: 'Hoạch định', en: 'Planning' } },
    { id: '7', clause: '7', title: { vi: 'Hỗ trợ', en: 'Support' } },
    { id: '8', clause: '8', title: { vi: 'Thực hiện', en: 'Operation' } },
    { id: '9', clause: '9', title: { vi: 'Đánh giá kết quả thực hiện', en: 'Performance evaluation' } },
    { id: '10', clause: '10', title: { vi: 'Cải tiến', en: 'Improvement' } },
  ],
  questions: internalAuditItems,
})
