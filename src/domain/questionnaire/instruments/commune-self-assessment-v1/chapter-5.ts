/** Chapter 5, leadership: Q5.1 to Q5.5. */
import { questionsOf } from '#domain/questionnaire/question-draft.ts'

export const chapter5Questions = questionsOf('5', [
  {
    id: 'Q5.1',
    clause: '5.1.1',
    isKey: true,
    vi: {
      text: 'Chủ tịch UBND xã có trực tiếp chỉ đạo và chủ trì các cuộc họp về áp dụng ISO?',
      why: 'Khi người đứng đầu không trực tiếp chỉ đạo, hệ thống nhanh chóng trở thành việc riêng của thư ký ISO.',
      evidence: 'Biên bản họp, thông báo kết luận, kế hoạch do Chủ tịch ký.',
    },
    en: {
      text: 'Does the Chairman direct the work on ISO in person and chair its meetings?',
      why: 'When the head does not lead in person, the system soon becomes the private business of the ISO secretary.',
      evidence: 'Minutes, notices of conclusions and plans signed by the Chairman.',
    },
  },
  {
    id: 'Q5.2',
    clause: '5.1.2',
    vi: {
      text: 'TTHC, thời hạn giải quyết, phí, lệ phí có được công khai tại nơi tiếp nhận và trên mạng?',
      why: 'Người dân biết trước cần giấy tờ gì, bao lâu, hết bao nhiêu tiền thì không phải đi lại nhiều lần.',
      evidence: 'Ảnh bảng niêm yết tại nơi tiếp nhận; đường dẫn trang công khai trên mạng.',
    },
    en: {
      text: 'Are administrative procedures, time limits, charges and fees made public at the reception point and online?',
      why: 'Citizens who know in advance which papers, how long and how much need not come back again and again.',
      evidence: 'Photo of the public posting at the reception point; address of the online page.',
    },
  },
  {
    id: 'Q5.3',
    clause: '5.2',
    vi: {
      text: 'Chính sách chất lượng đã được ban hành, phổ biến đến cán bộ, công chức và niêm yết?',
      why: 'Chính sách là lời cam kết của lãnh đạo xã với người dân; cam kết không ai biết thì không ai thực hiện.',
      evidence: 'Chính sách chất lượng có chữ ký của Chủ tịch; ảnh niêm yết; biên bản hoặc danh sách phổ biến.',
    },
    en: {
      text: 'Has the quality policy been issued, communicated to the staff and posted?',
      why: 'The policy is the leaders’ promise to citizens; a promise nobody knows is kept by nobody.',
      evidence:
        'The quality policy signed by the Chairman; photo of the posting; minutes or a list showing that staff were informed.',
    },
  },
  {
    id: 'Q5.4',
    clause: '5.3',
    isKey: true,
    vi: {
      text: 'Có quyết định thành lập hoặc kiện toàn Ban chỉ đạo ISO và thư ký ISO sau khi thay đổi nhân sự, sắp xếp đơn vị?',
      why: 'Sau sắp xếp, người được giao việc trong quyết định cũ có thể không còn ở xã; khi đó không ai chịu trách nhiệm.',
      evidence: 'Quyết định còn hiệu lực, ghi đúng người đang công tác.',
    },
    en: {
      text: 'Is there a decision that sets up or renews the ISO steering committee and the ISO secretary after changes of staff or of units?',
      why: 'After a reorganization the people named in the old decision may be gone, and then nobody is responsible.',
      evidence: 'A decision in force that names people who work at the commune now.',
    },
  },
  {
    id: 'Q5.5',
    clause: '5.3',
    vi: {
      text: 'Việc phân công đã bảo đảm rõ người, rõ việc, rõ thời gian, rõ trách nhiệm?',
      why: 'Hồ sơ trễ hạn thường bắt đầu từ chỗ không rõ ai phải làm bước tiếp theo và làm xong khi nào.',
      evidence: 'Bảng phân công nhiệm vụ, quy chế làm việc.',
    },
    en: {
      text: 'Do the assignments make clear who does what, by when and who answers for it?',
      why: 'Overdue dossiers usually begin where it is unclear who has to do the next step and by when.',
      evidence: 'The table of assignments, the working regulations.',
    },
  },
])
