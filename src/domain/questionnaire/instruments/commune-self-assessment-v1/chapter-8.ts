/** Chapter 8, operation: Q8.1 to Q8.12. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const chapter8Questions = questionsOf('8', [
  {
    id: 'Q8.1',
    clause: '8.1',
    isKey: true,
    vi: {
      text: 'Mỗi TTHC (hoặc nhóm TTHC) đã có quy trình giải quyết? Bao nhiêu phần trăm TTHC đã có quy trình?',
      why: 'Quy trình là phần cốt lõi của HTQLCL: nó cho biết ai làm bước nào, trong bao lâu, ra kết quả gì.',
      evidence: 'Danh mục quy trình đối chiếu với danh mục TTHC; ghi tỷ lệ phần trăm vào phần ghi chú.',
    },
    en: {
      text: 'Does every administrative procedure (or group of them) have a working procedure? What percentage has one?',
      why: 'Procedures are the core of the QMS: they say who does which step, in how much time, with what result.',
      evidence:
        'The list of working procedures compared with the list of administrative procedures; write the percentage into the note.',
    },
  },
  {
    id: 'Q8.2',
    clause: '8.2.1',
    vi: {
      text: 'Có kênh hướng dẫn người dân và kênh tiếp nhận phản ánh, kiến nghị?',
      why: 'Người dân hỏi được và nói được thì xã biết sớm chỗ vướng để sửa.',
      evidence: 'Sổ tiếp nhận phản ánh, kiến nghị; số điện thoại, địa chỉ tiếp nhận được niêm yết.',
    },
    en: {
      text: 'Are there channels to guide citizens and to receive their feedback and petitions?',
      why: 'Where citizens can ask and speak up, the commune learns early what to put right.',
      evidence: 'The register of feedback and petitions; a posted telephone number and address.',
    },
  },
  {
    id: 'Q8.3',
    clause: '8.2.2',
    vi: {
      text: 'Thành phần hồ sơ ghi trong quy trình có khớp với quyết định công bố TTHC hiện hành?',
      why: 'Đòi thêm giấy tờ so với quy định là điều người dân phàn nàn nhiều và là lỗi dễ bị nêu khi kiểm tra.',
      evidence: 'Bản so sánh quy trình với quyết định công bố TTHC.',
    },
    en: {
      text: 'Do the required papers named in the procedure match the decision currently publishing the administrative procedure?',
      why: 'Asking for more papers than the law does is what citizens complain about and what inspections note.',
      evidence: 'A comparison of the procedure with the publishing decision.',
    },
  },
  {
    id: 'Q8.4',
    clause: '8.2.3',
    vi: {
      text: 'Khi tiếp nhận, hồ sơ có được kiểm tra đầy đủ và có giấy tiếp nhận hồ sơ và hẹn trả kết quả?',
      why: 'Kiểm tra kỹ ngay từ đầu thì người dân không phải đi bổ sung; giấy hẹn là cam kết về thời hạn.',
      evidence: 'Mẫu phiếu kiểm tra; bản lưu giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
    },
    en: {
      text: 'Are dossiers checked for completeness on receipt, with a receipt and appointment slip?',
      why: 'A careful check at the start spares citizens a second trip; the slip is the promise of a date.',
      evidence: 'The checking form; copies of receipt and appointment slips.',
    },
  },
  {
    id: 'Q8.5',
    clause: '8.2.4',
    vi: {
      text: 'Khi TTHC được sửa đổi, quy trình có được sửa kịp thời (trong vòng 30 ngày)?',
      why: 'Mỗi ngày quy trình chậm cập nhật là một ngày người dân có thể bị hướng dẫn sai.',
      evidence: 'Phiếu yêu cầu sửa đổi tài liệu; ngày của quyết định công bố và ngày sửa quy trình.',
    },
    en: {
      text: 'When an administrative procedure is amended, is the working procedure revised in time (within 30 days)?',
      why: 'Every day of delay is a day on which citizens may be told the wrong thing.',
      evidence: 'Request for document revision; the date of the publishing decision and of the revision.',
    },
  },
  {
    id: 'Q8.6',
    clause: '8.4',
    vi: {
      text: 'Các dịch vụ thuê ngoài (tư vấn, bưu chính công ích, phần mềm) có được kiểm soát?',
      why: 'Người dân không phân biệt xã làm hay đơn vị được thuê làm; xã vẫn chịu trách nhiệm về kết quả.',
      evidence: 'Hợp đồng, biên bản nghiệm thu, theo dõi chất lượng dịch vụ.',
    },
    en: {
      text: 'Are outsourced services (consulting, public postal service, software) under control?',
      why: 'Citizens do not distinguish between the commune and its contractor; the commune answers for the result.',
      evidence: 'Contracts, acceptance records, monitoring of the service.',
    },
  },
  {
    id: 'Q8.7',
    clause: '8.5.1',
    isKey: true,
    vi: {
      text: 'Hồ sơ có được xử lý đúng trình tự, đúng hạn (lấy mẫu ít nhất 5 hồ sơ cho mỗi lĩnh vực)?',
      why: 'Đây là câu hỏi cho biết HTQLCL có thật sự được áp dụng hay chỉ có trên giấy.',
      evidence: 'Phiếu lấy mẫu: mã hồ sơ, ngày nhận, ngày hẹn, ngày trả (không ghi họ tên người dân).',
    },
    en: {
      text: 'Are dossiers handled in the right order and on time (sample at least 5 dossiers per field)?',
      why: 'This question shows whether the QMS is really applied or exists on paper only.',
      evidence: 'Sampling sheet: dossier code, date received, date promised, date returned (no citizens’ names).',
    },
  },
  {
    id: 'Q8.8',
    clause: '8.5.2',
    vi: {
      text: 'Mỗi hồ sơ có mã, có sổ theo dõi hoặc phần mềm một cửa và truy được người đang xử lý?',
      why: 'Khi người dân hỏi “hồ sơ của tôi đến đâu rồi”, xã phải trả lời được ngay.',
      evidence: 'Sổ theo dõi, phần mềm một cửa; thử tra một mã hồ sơ.',
    },
    en: {
      text: 'Does every dossier have a code, with a register or one-stop software that shows who is handling it?',
      why: 'When a citizen asks where a dossier is, the commune must be able to answer at once.',
      evidence: 'The register, the one-stop software; a trial look-up of one code.',
    },
  },
  {
    id: 'Q8.9',
    clause: '8.5.3',
    vi: {
      text: 'Giấy tờ gốc và dữ liệu cá nhân của người dân có được bảo vệ và trả lại đầy đủ?',
      why: 'Mất giấy tờ gốc hoặc lộ dữ liệu cá nhân gây thiệt hại trực tiếp cho người dân và vi phạm pháp luật.',
      evidence: 'Sổ giao nhận giấy tờ; nơi lưu giữ có khóa; quy định phân quyền truy cập.',
    },
    en: {
      text: 'Are citizens’ original papers and personal data protected and returned in full?',
      why: 'A lost original or leaked personal data harms the citizen directly and breaks the law.',
      evidence: 'Handover register of papers; locked storage; rules on access rights.',
    },
  },
  {
    id: 'Q8.10',
    clause: '8.5.6',
    vi: {
      text: 'Khi thay đổi người xử lý hoặc thời hạn, việc thay đổi có được ghi nhận?',
      why: 'Thay đổi không ghi lại thì không biết hồ sơ trễ do đâu và ai phải xin lỗi người dân.',
      evidence: 'Phiếu kiểm soát quá trình giải quyết hồ sơ, thông báo gia hạn.',
    },
    en: {
      text: 'When the person in charge or the date changes, is the change recorded?',
      why: 'Without a record nobody can tell why a dossier is late and who owes the citizen an apology.',
      evidence: 'The process control slip of the dossier, notices of extension.',
    },
  },
  {
    id: 'Q8.11',
    clause: '8.6',
    vi: {
      text: 'Kết quả có được kiểm tra và ký đúng thẩm quyền trước khi trả cho người dân?',
      why: 'Sai một chữ trên giấy khai sinh có thể khiến người dân phải đi lại cải chính nhiều năm sau.',
      evidence: 'Hồ sơ đã giải quyết có chữ ký nháy, chữ ký đúng thẩm quyền.',
    },
    en: {
      text: 'Are results checked and signed by the competent person before they are returned?',
      why: 'One wrong letter on a birth certificate can cost a citizen a correction procedure years later.',
      evidence: 'Completed dossiers with initials and the signature of the competent person.',
    },
  },
  {
    id: 'Q8.12',
    clause: '8.7',
    vi: {
      text: 'Kết quả sai hoặc trễ hạn có được ghi nhận, xin lỗi người dân và sửa chữa?',
      why: 'Ghi nhận sai sót không phải để phê bình mà để người dân được sửa ngay và lỗi không lặp lại.',
      evidence: 'Phiếu xin lỗi và hẹn lại, sổ theo dõi kết quả không phù hợp.',
    },
    en: {
      text: 'Are wrong or late results recorded, with an apology to the citizen and a correction?',
      why: 'Recording errors is not about blame: the citizen gets a correction at once and the error does not return.',
      evidence: 'Letters of apology with a new date, the register of nonconforming results.',
    },
  },
])
