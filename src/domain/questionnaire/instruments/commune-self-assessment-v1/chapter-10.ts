/** Chapter 10, improvement: Q10.1 to Q10.4. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const chapter10Questions = questionsOf('10', [
  {
    id: 'Q10.1',
    clause: '10.2',
    vi: {
      text: 'Mọi điểm không phù hợp có phiếu yêu cầu hành động khắc phục, có nguyên nhân và thời hạn?',
      why: 'Chỉ sửa chỗ sai thì lỗi sẽ quay lại; tìm nguyên nhân mới chấm dứt được.',
      evidence: 'Phiếu yêu cầu hành động khắc phục.',
    },
    en: {
      text: 'Does every nonconformity have a corrective action request with cause and due date?',
      why: 'Correcting the error alone lets it return; only its cause puts an end to it.',
      evidence: 'The corrective action requests.',
    },
  },
  {
    id: 'Q10.2',
    clause: '10.2',
    vi: {
      text: 'Hành động khắc phục có được hoàn thành đúng hạn và được xác minh hiệu lực?',
      why: 'Đóng phiếu mà không xác minh thì không biết lỗi đã hết hay chưa.',
      evidence: 'Sổ theo dõi hành động khắc phục, kết quả xác minh.',
    },
    en: {
      text: 'Are corrective actions completed on time and verified for effectiveness?',
      why: 'A request closed without verification leaves open whether the error is gone.',
      evidence: 'The register of corrective actions, the results of verification.',
    },
  },
  {
    id: 'Q10.3',
    clause: '10.2',
    vi: {
      text: 'Tồn tại nêu trong biên bản của đoàn kiểm tra đã được khắc phục và báo cáo Sở KH&CN?',
      why: 'Tồn tại để lại từ lần kiểm tra trước là điều đoàn kiểm tra xem đầu tiên ở lần sau.',
      evidence: 'Báo cáo khắc phục gửi Sở KH&CN; nếu chưa từng được kiểm tra thì chọn “Không áp dụng” và ghi lý do.',
    },
    en: {
      text: 'Have the shortcomings in the minutes of the inspection team been put right and reported to the Department of Science and Technology?',
      why: 'Shortcomings left over from the last inspection are the first thing the next one looks at.',
      evidence:
        'The report on remedies sent to the Department; if there was no inspection yet, choose “Not applicable” and give the reason.',
    },
  },
  {
    id: 'Q10.4',
    clause: '10.3',
    vi: {
      text: 'Có sáng kiến, cải tiến quy trình (rút ngắn thời gian, bớt giấy tờ)?',
      why: 'Người dân cảm nhận HTQLCL qua việc được phục vụ nhanh hơn và phải nộp ít giấy tờ hơn.',
      evidence: 'Danh mục sáng kiến, quy trình trước và sau khi cải tiến.',
    },
    en: {
      text: 'Are there initiatives and improvements of procedures (shorter time, fewer papers)?',
      why: 'Citizens feel the QMS when service becomes faster and asks for fewer papers.',
      evidence: 'The list of initiatives, a procedure before and after its improvement.',
    },
  },
])
