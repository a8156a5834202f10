/** Declaration, reporting and daily use: Q11.1 to Q11.3, outside the chapters of the standard. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const declarationQuestions = questionsOf('11', [
  {
    id: 'Q11.1',
    clause: null,
    isKey: true,
    vi: {
      text: 'Xã đã công bố (hoặc công bố lại) HTQLCL phù hợp tiêu chuẩn, niêm yết và gửi cơ quan đầu mối?',
      why: 'Công bố là lời khẳng định của Chủ tịch xã với người dân và là căn cứ để tỉnh theo dõi, chấm điểm.',
      evidence: 'Quyết định và bản công bố; ảnh niêm yết; văn bản gửi cơ quan đầu mối.',
    },
    en: {
      text: 'Has the commune declared (or re-declared) the conformity of its QMS, posted the declaration and sent it to the focal agency?',
      why: 'The declaration is the Chairman’s statement to citizens and the basis on which the province monitors and scores.',
      evidence: 'The decision and the declaration; photo of the posting; the letter to the focal agency.',
    },
  },
  {
    id: 'Q11.2',
    clause: null,
    vi: {
      text: 'Báo cáo định kỳ về HTQLCL có được gửi đúng hạn (ví dụ trước ngày 15/10)?',
      why: 'Báo cáo đúng hạn giúp Sở KH&CN tổng hợp và là căn cứ chấm điểm CCHC của xã.',
      evidence: 'Báo cáo đã gửi, có số, ngày và dấu đến.',
    },
    en: {
      text: 'Are the periodic reports on the QMS sent on time (for example by 15 October)?',
      why: 'A report on time lets the Department compile and counts in the commune’s administrative reform score.',
      evidence: 'The report as sent, with number, date and mark of receipt.',
    },
  },
  {
    id: 'Q11.3',
    clause: null,
    vi: {
      text: 'HTQLCL có thật sự được dùng trong công việc hằng ngày, không hình thức?',
      why: 'Xây dựng xong mà không dùng là lãng phí; điều cần là công chức mở quy trình ra khi làm việc.',
      evidence: 'Quan sát tại nơi làm việc; hồ sơ, biểu mẫu phát sinh gần nhất.',
    },
    en: {
      text: 'Is the QMS really used in daily work and not just a formality?',
      why: 'A system that is built and not used is a waste; what counts is that staff open the procedure while they work.',
      evidence: 'Observation at the workplace; the most recent records and forms.',
    },
  },
])
