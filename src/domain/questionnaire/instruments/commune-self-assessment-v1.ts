/**
 * Self-assessment of a commune People's Committee against TCVN ISO 9001:2015, version 1: 52 questions in
 * own words, 11 of them key questions, one file per chapter. The mapping to clauses is a proposal of this
 * project. Never edit a question in use: make version 2.
 */
import { createInstrument } from '#domain/questionnaire/instrument.ts'
import { chapter4Questions } from './commune-self-assessment-v1/chapter-4.ts'
import { chapter5Questions } from './commune-self-assessment-v1/chapter-5.ts'
import { chapter6Questions } from './commune-self-assessment-v1/chapter-6.ts'
import { chapter7Questions } from './commune-self-assessment-v1/chapter-7.ts'
import { chapter8Questions } from './commune-self-assessment-v1/chapter-8.ts'
import { chapter9Questions } from './commune-self-assessment-v1/chapter-9.ts'
import { chapter10Questions } from './commune-self-assessment-v1/chapter-10.ts'
import { declarationQuestions } from './commune-self-assessment-v1/declaration.ts'

/** `commune-self-assessment@1`. */
export const communeSelfAssessmentV1 = createInstrument({
  id: 'commune-self-assessment',
  version: 1,
  kind: 'self-assessment',
  edition: '2015',
  title: { vi: 'Phiếu tự đánh giá của UBND xã', en: 'Self-assessment of a commune People’s Committee' },
  scale: 'conformity-0-3',
  sections: [
    { id: '4', clause: '4', title: { vi: 'Bối cảnh của tổ chức', en: 'Context of the organization' } },
    { id: '5', clause: '5', title: { vi: 'Sự lãnh đạo', en: 'Leadership' } },
    { id: '6', clause: '6', title: { vi: 'Hoạch định', en: 'Planning' } },
    { id: '7', clause: '7', title: { vi: 'Hỗ trợ', en: 'Support' } },
    { id: '8', clause: '8', title: { vi: 'Thực hiện', en: 'Operation' } },
    { id: '9', clause: '9', title: { vi: 'Đánh giá kết quả thực hiện', en: 'Performance evaluation' } },
    { id: '10', clause: '10', title: { vi: 'Cải tiến', en: 'Improvement' } },
    { id: '11', clause: null, title: { vi: 'Công bố, báo cáo, sử dụng', en: 'Declaration, reporting, use' } },
  ],
  questions: [
    ...chapter4Questions,
    ...chapter5Questions,
    ...chapter6Questions,
    ...chapter7Questions,
    ...chapter8Questions,
    ...chapter9Questions,
    ...chapter10Questions,
    ...declarationQuestions,
  ],
})
