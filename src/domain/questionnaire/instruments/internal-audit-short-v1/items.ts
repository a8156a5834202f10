/**
 * The items of the short internal audit, A1 to A12: observations and samples that an auditor of the commune
 * can make on site within half a day.
 */
import type { Question } from '#domain/questionnaire/instrument.ts'
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const internalAuditItems: readonly Question[] = [
  ...questionsOf('4', [
    {
      id: 'A1',
      clause: '4.3',
      vi: {
        text: 'Chọn 3 TTHC xã vừa giải quyết: cả ba có nằm trong phạm vi HTQLCL và trong danh mục TTHC hiện hành?',
        why: 'Phạm vi phải bao gồm toàn bộ TTHC; lấy mẫu từ việc vừa làm cho biết phạm vi có theo kịp thực tế hay không.',
        evidence: 'Danh mục TTHC hiện hành, phạm vi ghi trong mô hình HTQLCL, 3 mã hồ sơ gần nhất.',
      },
      en: {
        text: 'Choose 3 administrative procedures handled recently: are all three within the scope of the QMS and in the current list?',
        why: 'The scope has to cover every procedure; a sample of recent work shows whether it keeps up with reality.',
        evidence:
          'The current list of administrative procedures, the scope in the QMS model, the 3 latest dossier codes.',
      },
    },
  ]),
  ...questionsOf('5', [
    {
      id: 'A2',
      clause: '5.3',
      vi: {
        text: 'Hỏi 2 công chức: mỗi người có nói đúng việc mình được giao và điều chính sách chất lượng cam kết với người dân?',
        why: 'Quyết định phân công và chính sách chỉ có giá trị khi người làm việc biết đến.',
        evidence:
          'Ghi chức danh người được hỏi (không ghi họ tên), quyết định phân công, chính sách chất lượng đang niêm yết.',
      },
      en: {
        text: 'Ask 2 officers: can each state the work assigned to them and what the quality policy promises citizens?',
        why: 'Assignments and a policy are worth something only when the people doing the work know them.',
        evidence: 'The positions of those asked (no names), the decision on assignments, the posted quality policy.',
      },
    },
  ]),
  ...questionsOf('6', [
    {
      id: 'A3',
      clause: '6.2',
      vi: {
        text: 'Mục tiêu chất lượng của năm có con số, có người phụ trách và có số liệu theo dõi đến tháng gần nhất?',
        why: 'Mục tiêu không được theo dõi trong năm thì cuối năm không còn kịp điều chỉnh.',
        evidence: 'Bản mục tiêu năm, kế hoạch thực hiện, số liệu tháng gần nhất.',
      },
      en: {
        text: 'Do the quality objectives of the year have figures, a person in charge, and data up to the latest month?',
        why: 'An objective nobody follows during the year can no longer be rescued at its end.',
        evidence: 'The objectives of the year, the plan, the data of the latest month.',
      },
    },
  ]),
  ...questionsOf('7', [
    {
      id: 'A4',
      clause: '7.2',
      vi: {
        text: 'Người được giao làm thư ký ISO, đánh giá viên nội bộ có bằng chứng về đào tạo còn phù hợp?',
        why: 'Năng lực phải được chứng minh bằng hồ sơ; phân công mà chưa đào tạo là rủi ro cho cả hệ thống.',
        evidence: 'Giấy chứng nhận, danh sách lớp, quyết định cử đi học.',
      },
      en: {
        text: 'Do the persons appointed ISO secretary and internal auditors have evidence of suitable training?',
        why: 'Competence is shown by records; an appointment without training is a risk to the whole system.',
        evidence: 'Certificates, attendance lists, decisions to send staff to a course.',
      },
    },
    {
      id: 'A5',
      clause: '7.5.2',
      vi: {
        text: 'Chọn 3 quy trình: mỗi bản có mã hiệu, lần ban hành, ngày, người soạn thảo, xem xét, phê duyệt và khớp danh mục tài liệu?',
        why: 'Dấu hiệu nhận biết là cách duy nhất để biết bản đang dùng đã được phê duyệt.',
        evidence: 'Trang bìa 3 quy trình, danh mục tài liệu.',
      },
      en: {
        text: 'Choose 3 procedures: does each carry code, issue number, date, drafter, reviewer and approver, and agree with the list of documents?',
        why: 'The identification is the only way to know that the copy in use was approved.',
        evidence: 'Cover pages of 3 procedures, the list of documents.',
      },
    },
    {
      id: 'A6',
      clause: '7.5.3',
      vi: {
        text: 'Tại nơi làm việc có còn tài liệu lỗi thời? Tìm một hồ sơ đã lưu có ra trong vài phút?',
        why: 'Bản lỗi thời dẫn đến hướng dẫn sai; hồ sơ không tìm được thì coi như không có bằng chứng.',
        evidence: 'Quan sát bàn làm việc, tủ hồ sơ; thời gian tìm một hồ sơ.',
      },
      en: {
        text: 'Are there obsolete documents at the workplace? Is a filed record found within minutes?',
        why: 'An obsolete copy misleads citizens; a record that cannot be found is no evidence.',
        evidence: 'Observation of desks and cabinets; the time it took to find one record.',
      },
    },
  ]),
  ...questionsOf('8', [
    {
      id: 'A7',
      clause: '8.1',
      vi: {
        text: 'Mỗi lĩnh vực được đánh giá có quy trình cho mọi TTHC của mình và quy trình khớp với quyết định công bố hiện hành?',
        why: 'Làm việc không có quy trình, hoặc theo quy trình cũ, thì kết quả phụ thuộc vào từng người.',
        evidence: 'Danh mục quy trình của lĩnh vực, quyết định công bố TTHC, ngày sửa đổi gần nhất.',
      },
      en: {
        text: 'Does each audited field have a procedure for all its administrative procedures, in line with the current publishing decision?',
        why: 'Without a procedure, or with an old one, the result depends on the individual officer.',
        evidence: 'The field’s list of procedures, the publishing decision, the date of the last revision.',
      },
    },
    {
      id: 'A8',
      clause: '8.5.1',
      vi: {
        text: 'Lấy mẫu ít nhất 5 hồ sơ trong một lĩnh vực: các bước có đúng trình tự, đúng người và đúng hạn?',
        why: 'Mẫu hồ sơ là bằng chứng mạnh nhất cho thấy quy trình được áp dụng thật.',
        evidence: 'Với mỗi hồ sơ: mã, ngày nhận, ngày hẹn, ngày trả, bước sai nếu có (không ghi họ tên người dân).',
      },
      en: {
        text: 'Sample at least 5 dossiers in one field: were the steps done in order, by the right person and on time?',
        why: 'The sample is the strongest evidence that the procedure is really applied.',
        evidence:
          'For each dossier: code, date received, date promised, date returned, the wrong step if any (no citizens’ names).',
      },
    },
    {
      id: 'A9',
      clause: '8.5.3',
      vi: {
        text: 'Giấy tờ gốc và dữ liệu cá nhân của người dân có được giao nhận bằng sổ, cất giữ an toàn và trả lại đủ?',
        why: 'Giấy tờ gốc là tài sản của người dân; mất hoặc lộ thông tin là lỗi nặng.',
        evidence: 'Sổ giao nhận, tủ có khóa, quyền truy cập phần mềm (không chụp giấy tờ của người dân).',
      },
      en: {
        text: 'Are citizens’ original papers and personal data recorded on handover, kept safe and returned in full?',
        why: 'Originals belong to the citizen; a loss or a leak is a serious failure.',
        evidence: 'Handover register, locked cabinets, access rights in the software (no photos of citizens’ papers).',
      },
    },
    {
      id: 'A10',
      clause: '8.7',
      vi: {
        text: 'Hồ sơ sai hoặc trễ hạn gần đây có được ghi nhận, xin lỗi người dân và sửa chữa?',
        why: 'Không ghi nhận thì không ai tìm nguyên nhân, và lỗi sẽ lặp lại.',
        evidence:
          'Sổ theo dõi kết quả không phù hợp, phiếu xin lỗi và hẹn lại, đối chiếu với số liệu trễ hạn của phần mềm.',
      },
      en: {
        text: 'Were recent wrong or overdue dossiers recorded, with an apology to the citizen and a correction?',
        why: 'What is not recorded is not analysed, and the error returns.',
        evidence:
          'Register of nonconforming results, letters of apology, compared with the overdue figures of the software.',
      },
    },
  ]),
  ...questionsOf('9', [
    {
      id: 'A11',
      clause: '9.3',
      vi: {
        text: 'Kết quả khảo sát sự hài lòng của người dân (9.1.2) có được đưa vào cuộc họp xem xét của lãnh đạo gần nhất và có quyết định kèm theo?',
        why: 'Ý kiến người dân chỉ có ích khi đến được người có quyền quyết định.',
        evidence: 'Bảng tổng hợp khảo sát, biên bản họp xem xét của lãnh đạo.',
      },
      en: {
        text: 'Were the results of the citizen satisfaction survey (9.1.2) brought into the latest management review, with a decision?',
        why: 'Citizens’ opinion helps only when it reaches those who can decide.',
        evidence: 'The survey summary, the minutes of the management review.',
      },
    },
  ]),
  ...questionsOf('10', [
    {
      id: 'A12',
      clause: '10.2',
      vi: {
        text: 'Chọn 2 điểm không phù hợp trước đây: có phân tích nguyên nhân, hành động khắc phục đúng hạn và được xác minh hiệu lực?',
        why: 'Nếu lỗi cũ còn đó thì hành động khắc phục lần trước chưa đúng nguyên nhân.',
        evidence: 'Phiếu yêu cầu hành động khắc phục, bằng chứng thực hiện, kết quả xác minh.',
      },
      en: {
        text: 'Choose 2 earlier nonconformities: was the cause analysed, was the corrective action on time and verified for effectiveness?',
        why: 'If the old error is still there, the corrective action missed its cause.',
        evidence: 'The corrective action requests, evidence of completion, results of verification.',
      },
    },
  ]),
]
