/** Chapter 9, performance evaluation: Q9.1 to Q9.6. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const chapter9Questions = questionsOf('9', [
  {
    id: 'Q9.1',
    clause: '9.1.1',
    vi: {
      text: 'Xã có thống kê hồ sơ đã tiếp nhận, giải quyết đúng hạn và trễ hạn?',
      why: 'Con số đều đặn cho lãnh đạo thấy lĩnh vực nào đang ùn lại trước khi người dân phàn nàn.',
      evidence: 'Báo cáo tháng, số liệu từ phần mềm một cửa.',
    },
    en: {
      text: 'Does the commune count the dossiers received, handled on time and overdue?',
      why: 'Regular figures show the leaders which field is falling behind before citizens complain.',
      evidence: 'Monthly reports, figures from the one-stop software.',
    },
  },
  {
    id: 'Q9.2',
    clause: '9.1.2',
    vi: {
      text: 'Xã có khảo sát sự hài lòng của người dân? Kết quả bao nhiêu phần trăm?',
      why: 'Chỉ người dân mới biết việc phục vụ có tốt hay không; kết quả này cũng được dùng khi chấm điểm CCHC.',
      evidence: 'Phiếu khảo sát, bảng tổng hợp; ghi tỷ lệ phần trăm vào phần ghi chú.',
    },
    en: {
      text: 'Does the commune survey the satisfaction of citizens? What is the percentage?',
      why: 'Only citizens know whether the service is good; the result also counts in the scoring of administrative reform.',
      evidence: 'Survey forms, the summary; write the percentage into the note.',
    },
  },
  {
    id: 'Q9.3',
    clause: '9.1.3',
    vi: {
      text: 'Dữ liệu thu được có được phân tích để cải tiến?',
      why: 'Thống kê mà không phân tích thì chỉ là thêm một báo cáo.',
      evidence: 'Báo cáo phân tích, kết luận họp có nêu việc cần cải tiến.',
    },
    en: {
      text: 'Are the data analysed in order to improve?',
      why: 'Figures that nobody analyses are just one more report.',
      evidence: 'An analysis report, conclusions of a meeting that name what to improve.',
    },
  },
  {
    id: 'Q9.4',
    clause: '9.2',
    isKey: true,
    vi: {
      text: 'Xã đã đánh giá nội bộ ít nhất 1 lần trong năm và đủ các lĩnh vực?',
      why: 'Đánh giá nội bộ là cách xã tự tìm ra chỗ sai trước khi đoàn kiểm tra đến; thiếu bước này thì chưa thể công bố.',
      evidence: 'Kế hoạch, phiếu hỏi, báo cáo đánh giá nội bộ.',
    },
    en: {
      text: 'Has the commune carried out at least one internal audit this year, covering all fields?',
      why: 'The internal audit lets the commune find its errors before an inspection does; without it a declaration is not possible.',
      evidence: 'The plan, the checklists and the report of the internal audit.',
    },
  },
  {
    id: 'Q9.5',
    clause: '9.2',
    vi: {
      text: 'Đánh giá viên có độc lập với công việc được đánh giá?',
      why: 'Không ai thấy hết lỗi trong việc của chính mình; người ngoài lĩnh vực nhìn khách quan hơn.',
      evidence: 'Quyết định thành lập đoàn đánh giá, lịch phân công đánh giá viên.',
    },
    en: {
      text: 'Are the auditors independent of the work they audit?',
      why: 'Nobody sees all errors in their own work; somebody from another field looks more objectively.',
      evidence: 'The decision naming the audit team, the schedule of auditors.',
    },
  },
  {
    id: 'Q9.6',
    clause: '9.3',
    isKey: true,
    vi: {
      text: 'Đã họp xem xét của lãnh đạo ít nhất 1 lần trong năm, đủ đầu vào và đầu ra?',
      why: 'Đây là nơi lãnh đạo quyết định sửa gì, ai làm, lấy nguồn lực ở đâu; thiếu cuộc họp này thì các phát hiện không được xử lý.',
      evidence: 'Thông báo họp, báo cáo đầu vào, biên bản họp có quyết định, người thực hiện và thời hạn.',
    },
    en: {
      text: 'Has a management review been held at least once this year, with all inputs and outputs?',
      why: 'Here the leaders decide what to change, who does it and with which means; without it findings lead nowhere.',
      evidence: 'The notice, the input reports, and minutes with decisions, persons and dates.',
    },
  },
])
