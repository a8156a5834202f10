/** Chapter 6, planning: Q6.1 to Q6.5. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const chapter6Questions = questionsOf('6', [
  {
    id: 'Q6.1',
    clause: '6.1',
    vi: {
      text: 'Có bảng nhận diện và đánh giá rủi ro, cơ hội cho từng lĩnh vực công việc?',
      why: 'Nghĩ trước điều có thể sai (mất hồ sơ, mất mạng, thiếu người) rẻ hơn nhiều so với xin lỗi người dân về sau.',
      evidence: 'Biểu mẫu đánh giá rủi ro và cơ hội theo từng lĩnh vực, có điểm hoặc mức.',
    },
    en: {
      text: 'Is there a table that identifies and assesses risks and opportunities for each field of work?',
      why: 'Thinking ahead about what can go wrong (lost papers, no network, missing staff) is far cheaper than apologizing to citizens later.',
      evidence: 'The risk and opportunity form for each field, with scores or levels.',
    },
  },
  {
    id: 'Q6.2',
    clause: '6.1',
    vi: {
      text: 'Các biện pháp xử lý rủi ro có được thực hiện và đánh giá lại?',
      why: 'Bảng rủi ro chỉ có ích khi biện pháp được làm thật và xã biết biện pháp ấy có hiệu lực hay không.',
      evidence: 'Hồ sơ theo dõi biện pháp; lần đánh giá lại gần nhất.',
    },
    en: {
      text: 'Are the measures against risks carried out and assessed again?',
      why: 'A risk table helps only when its measures are really taken and the commune knows whether they work.',
      evidence: 'Follow-up records of the measures; the latest re-assessment.',
    },
  },
  {
    id: 'Q6.3',
    clause: '6.2',
    isKey: true,
    vi: {
      text: 'Mục tiêu chất lượng của năm có đo được (ví dụ tỷ lệ hồ sơ đúng hạn, tỷ lệ người dân hài lòng)?',
      why: 'Mục tiêu không có con số thì cuối năm không ai nói được là đạt hay chưa.',
      evidence: 'Bản mục tiêu chất lượng năm đã được phê duyệt.',
    },
    en: {
      text: 'Are the quality objectives of the year measurable (for example the share of dossiers on time, the share of satisfied citizens)?',
      why: 'Without a figure nobody can say at the end of the year whether an objective was reached.',
      evidence: 'The approved quality objectives of the year.',
    },
  },
  {
    id: 'Q6.4',
    clause: '6.2',
    vi: {
      text: 'Có kế hoạch thực hiện mục tiêu: ai làm, khi nào, bằng nguồn lực nào?',
      why: 'Mục tiêu thành hiện thực khi có người nhận việc, có thời hạn và có phương tiện.',
      evidence: 'Kế hoạch thực hiện mục tiêu; kết quả theo dõi hằng tháng hoặc hằng quý.',
    },
    en: {
      text: 'Is there a plan for reaching the objectives: who, when, with which resources?',
      why: 'An objective comes true when somebody takes it on, with a date and the means.',
      evidence: 'The plan for the objectives; monthly or quarterly results.',
    },
  },
  {
    id: 'Q6.5',
    clause: '6.3',
    vi: {
      text: 'Các thay đổi (văn bản, TTHC, sáp nhập, nhân sự) có được hoạch định trước khi thực hiện?',
      why: 'Thay đổi không chuẩn bị dễ làm đứt đoạn việc tiếp nhận và trả kết quả cho người dân.',
      evidence: 'Kế hoạch, tờ trình hoặc thông báo về việc chuyển đổi.',
    },
    en: {
      text: 'Are changes (regulations, administrative procedures, mergers, staff) planned before they are made?',
      why: 'A change without preparation easily interrupts the service to citizens.',
      evidence: 'A plan, a submission or a notice about the change.',
    },
  },
])
