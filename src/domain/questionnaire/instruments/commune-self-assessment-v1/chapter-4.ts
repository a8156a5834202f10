/** Chapter 4, context of the organization: Q4.1 to Q4.5. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const chapter4Questions = questionsOf('4', [
  {
    id: 'Q4.1',
    clause: '4.1',
    vi: {
      text: 'UBND xã đã xác định các vấn đề bên trong và bên ngoài ảnh hưởng đến việc giải quyết công việc, kể cả việc biến đổi khí hậu có liên quan hay không?',
      why: 'Biết rõ điều gì đang thay đổi quanh xã (sắp xếp đơn vị, nhân sự, thiên tai, quy định mới) thì kế hoạch và quy trình mới sát thực tế.',
      evidence:
        'Bảng phân tích bối cảnh bên trong, bên ngoài, có ngày lập và ngày xem xét lại; có kết luận về biến đổi khí hậu.',
    },
    en: {
      text: 'Has the commune identified the internal and external issues that affect how it handles its work, including whether climate change is relevant?',
      why: 'Plans and procedures fit reality only when the commune knows what is changing around it: mergers, staff, disasters, new regulations.',
      evidence:
        'A table of internal and external issues with its date and the date of its last review; a conclusion on climate change.',
    },
  },
  {
    id: 'Q4.2',
    clause: '4.2',
    vi: {
      text: 'Xã đã lập danh mục các bên quan tâm (người dân, tổ chức, UBND tỉnh, sở, ngành, HĐND, MTTQ, thôn, bản…) và yêu cầu của từng bên?',
      why: 'Mỗi bên chờ đợi ở xã một điều khác nhau; ghi ra thì mới biết yêu cầu nào bắt buộc phải đáp ứng.',
      evidence: 'Bảng các bên quan tâm và yêu cầu của họ, được cập nhật khi có thay đổi.',
    },
    en: {
      text: 'Has the commune listed its interested parties (citizens, organizations, the provincial People’s Committee, departments, the People’s Council, the Fatherland Front, villages…) and what each of them requires?',
      why: 'Each party expects something different; only when it is written down is it clear which requirements must be met.',
      evidence: 'A table of interested parties with their requirements, kept up to date.',
    },
  },
  {
    id: 'Q4.3',
    clause: '4.3',
    isKey: true,
    vi: {
      text: 'Phạm vi HTQLCL có bao gồm toàn bộ TTHC thuộc thẩm quyền giải quyết của cấp xã?',
      why: 'Hệ thống phải phục vụ mọi việc người dân đến xã làm; bỏ sót TTHC là lý do hay gặp khiến việc áp dụng chỉ mang tính hình thức.',
      evidence: 'Danh mục TTHC hiện hành đối chiếu với phạm vi ghi trong mô hình HTQLCL và bản công bố.',
    },
    en: {
      text: 'Does the scope of the QMS cover all administrative procedures that the commune is competent to handle?',
      why: 'The system must serve everything citizens come to the commune for; procedures left out are a common reason why it exists on paper only.',
      evidence:
        'The current list of administrative procedures compared with the scope in the QMS model and the declaration.',
    },
  },
  {
    id: 'Q4.4',
    clause: '4.3',
    vi: {
      text: 'Các điều khoản của tiêu chuẩn không áp dụng tại xã có được nêu rõ và lý giải bằng văn bản?',
      why: 'Không áp dụng mà không giải thích thì đoàn kiểm tra không thể biết là có lý do hay là bỏ sót.',
      evidence: 'Phần “Ngoại lệ áp dụng và lý giải” trong mô hình HTQLCL.',
    },
    en: {
      text: 'Are the clauses that do not apply to the commune named, with a written justification?',
      why: 'Without a justification nobody can tell a reasoned exclusion from an omission.',
      evidence: 'The part “Exclusions and justification” of the QMS model.',
    },
  },
  {
    id: 'Q4.5',
    clause: '4.4',
    vi: {
      text: 'Xã có sơ đồ và mô tả sự tương tác giữa các quá trình (tiếp nhận, thẩm định, ký, trả kết quả, lưu hồ sơ, hỗ trợ)?',
      why: 'Phần lớn sai sót nằm ở chỗ giao việc từ người này sang người khác; sơ đồ cho thấy ai nhận gì, từ ai.',
      evidence: 'Sơ đồ và bản mô tả các quá trình trong mô hình HTQLCL.',
    },
    en: {
      text: 'Is there a map and a description of how the processes interact (receiving, examining, signing, returning results, filing, support)?',
      why: 'Most errors happen where work passes from one person to another; the map shows who receives what from whom.',
      evidence: 'The process map and description in the QMS model.',
    },
  },
])
