/** Chapter 7, support: Q7.1 to Q7.12. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const chapter7Questions = questionsOf('7', [
  {
    id: 'Q7.1',
    clause: '7.1.1',
    vi: {
      text: 'Xã có bố trí kinh phí để duy trì HTQLCL?',
      why: 'Đào tạo, in ấn, đánh giá nội bộ đều cần kinh phí; không dự toán thì việc duy trì dừng lại sau năm đầu.',
      evidence: 'Dự toán, quyết định giao kinh phí, chứng từ chi.',
    },
    en: {
      text: 'Does the commune set aside money to maintain the QMS?',
      why: 'Training, printing and internal audits cost money; without a budget the system stops after its first year.',
      evidence: 'The budget estimate, the decision allocating funds, records of spending.',
    },
  },
  {
    id: 'Q7.2',
    clause: '7.1.2',
    vi: {
      text: 'Có đủ người phụ trách các lĩnh vực và có người thay thế khi vắng mặt?',
      why: 'Một người nghỉ không thể là lý do để hồ sơ của người dân phải chờ.',
      evidence: 'Bảng vị trí việc làm, phân công người thay thế.',
    },
    en: {
      text: 'Is there enough staff for all fields of work, with a deputy for absences?',
      why: 'One person’s absence must not be a reason for a citizen’s dossier to wait.',
      evidence: 'The table of job positions, the assignment of deputies.',
    },
  },
  {
    id: 'Q7.3',
    clause: '7.1.3',
    vi: {
      text: 'Bộ phận Một cửa (Trung tâm Phục vụ hành chính công) có đủ máy tính, máy quét và kết nối mạng?',
      why: 'Thiếu thiết bị thì hồ sơ không được số hóa, phần mềm một cửa không được dùng và thời hạn bị kéo dài.',
      evidence: 'Ảnh chụp trang thiết bị, biên bản kiểm kê.',
    },
    en: {
      text: 'Does the one-stop shop (Public Administration Service Centre) have enough computers, scanners and network access?',
      why: 'Without equipment dossiers are not digitized, the one-stop software is not used and time limits slip.',
      evidence: 'Photos of the equipment, inventory records.',
    },
  },
  {
    id: 'Q7.4',
    clause: '7.1.4',
    vi: {
      text: 'Nơi tiếp dân có bảo đảm chỗ ngồi, bảng hướng dẫn và lối tiếp cận cho người khuyết tật?',
      why: 'Nơi tiếp nhận là hình ảnh đầu tiên của chính quyền; ai cũng phải đến được và biết cần làm gì.',
      evidence: 'Ảnh chụp nơi tiếp dân (không chụp người dân và hồ sơ của họ).',
    },
    en: {
      text: 'Does the reception area offer seats, signs and access for people with disabilities?',
      why: 'The reception area is the first thing people see of the administration; everybody must be able to reach it and know what to do.',
      evidence: 'Photos of the reception area (without citizens or their papers).',
    },
  },
  {
    id: 'Q7.5',
    clause: '7.1.6',
    vi: {
      text: 'Tri thức công việc có được lưu lại và bàn giao khi luân chuyển cán bộ?',
      why: 'Kinh nghiệm chỉ nằm trong đầu một người sẽ đi theo người đó khi luân chuyển.',
      evidence: 'Biên bản bàn giao, sổ tay công việc, tài liệu hướng dẫn nội bộ.',
    },
    en: {
      text: 'Is working knowledge kept and handed over when staff move?',
      why: 'Experience that is only in one person’s head leaves with that person.',
      evidence: 'Handover records, working notes, internal guidance.',
    },
  },
  {
    id: 'Q7.6',
    clause: '7.2',
    isKey: true,
    vi: {
      text: 'Thư ký ISO và đánh giá viên nội bộ đã được đào tạo?',
      why: 'Xã tự đánh giá nội bộ; người chưa được đào tạo khó nhận ra điểm không phù hợp và khó giữ hệ thống sau khi tư vấn rời đi.',
      evidence: 'Giấy chứng nhận, danh sách lớp, quyết định cử đi học.',
    },
    en: {
      text: 'Have the ISO secretary and the internal auditors been trained?',
      why: 'The commune audits itself; untrained people hardly see a nonconformity and cannot keep the system once the consultant has left.',
      evidence: 'Certificates, attendance lists, decisions to send staff to a course.',
    },
  },
  {
    id: 'Q7.7',
    clause: '7.3',
    vi: {
      text: 'Cán bộ, công chức có biết chính sách, mục tiêu chất lượng và quy trình liên quan đến việc của mình?',
      why: 'Quy trình chỉ có tác dụng khi người làm việc ấy biết và dùng đến.',
      evidence: 'Phỏng vấn tại chỗ; danh sách phổ biến có chữ ký.',
    },
    en: {
      text: 'Do the staff know the quality policy, the objectives and the procedures that concern their own work?',
      why: 'A procedure has an effect only when the person doing the work knows it and uses it.',
      evidence: 'Interviews at the workplace; signed lists showing that staff were informed.',
    },
  },
  {
    id: 'Q7.8',
    clause: '7.4',
    vi: {
      text: 'Có quy định về trao đổi thông tin trong nội bộ, với thôn, bản và với Sở KH&CN?',
      why: 'Thông tin đến muộn hoặc không đúng người là nguyên nhân của báo cáo trễ và việc bị bỏ sót.',
      evidence: 'Quy chế làm việc, quy định chế độ thông tin, báo cáo; danh sách đầu mối.',
    },
    en: {
      text: 'Are there rules for communication inside the office, with the villages and with the provincial Department of Science and Technology?',
      why: 'Information that arrives late or at the wrong person causes late reports and forgotten work.',
      evidence: 'Working regulations, rules on information and reporting; list of focal officers.',
    },
  },
  {
    id: 'Q7.9',
    clause: '7.5.2',
    isKey: true,
    vi: {
      text: 'Tài liệu của HTQLCL có mã hiệu, lần ban hành, ngày ban hành và người soạn thảo, xem xét, phê duyệt?',
      why: 'Không có những dấu hiệu này thì không ai biết bản đang cầm trên tay có phải bản hiện hành hay không.',
      evidence: 'Danh mục tài liệu; trang bìa và bảng sửa đổi của một số quy trình.',
    },
    en: {
      text: 'Do the documents of the QMS carry a code, an issue number, a date, and who drafted, reviewed and approved them?',
      why: 'Without these marks nobody knows whether the copy at hand is the valid one.',
      evidence: 'The list of documents; cover page and revision table of several procedures.',
    },
  },
  {
    id: 'Q7.10',
    clause: '7.5.3',
    vi: {
      text: 'Bản hiện hành có sẵn tại nơi làm việc và bản lỗi thời đã được thu hồi?',
      why: 'Làm theo bản cũ dẫn đến đòi sai giấy tờ hoặc tính sai thời hạn của người dân.',
      evidence: 'Kiểm tra tại chỗ; sổ phân phối và thu hồi tài liệu.',
    },
    en: {
      text: 'Is the valid issue at hand where the work is done, and have obsolete issues been withdrawn?',
      why: 'Working from an old issue leads to asking citizens for the wrong papers or promising the wrong date.',
      evidence: 'Check at the workplace; record of distribution and withdrawal.',
    },
  },
  {
    id: 'Q7.11',
    clause: '7.5.3',
    vi: {
      text: 'Danh mục văn bản quy phạm pháp luật và tài liệu bên ngoài có được cập nhật?',
      why: 'Quy trình của xã đứng trên văn bản pháp luật; văn bản thay đổi mà danh mục không đổi thì quy trình sai theo.',
      evidence: 'Danh mục tài liệu bên ngoài, ngày cập nhật gần nhất.',
    },
    en: {
      text: 'Is the list of legal texts and other external documents kept up to date?',
      why: 'The commune’s procedures rest on the law; when the law changes and the list does not, the procedures become wrong.',
      evidence: 'The list of external documents and the date of its last update.',
    },
  },
  {
    id: 'Q7.12',
    clause: '7.5.3',
    vi: {
      text: 'Hồ sơ có được lưu đúng thời hạn và dễ tìm khi cần?',
      why: 'Khi người dân hoặc cơ quan cấp trên hỏi lại, xã phải tìm được hồ sơ trong vài phút.',
      evidence: 'Mục lục hồ sơ; thử tìm một hồ sơ bất kỳ.',
    },
    en: {
      text: 'Are records kept for the prescribed time and easy to find?',
      why: 'When a citizen or a higher authority asks, the commune must find the record within minutes.',
      evidence: 'The index of records; a trial search for any one record.',
    },
  },
])
