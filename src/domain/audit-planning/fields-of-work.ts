/**
 * The fields of work of a commune, to choose what an auditor does and what an audit looks at. Names as the lists of
 * administrative procedures write them; records keep the Vietnamese name, because a plan is an office paper.
 */
import type { LocalText } from '#domain/standard/local-text.ts'

/** In the order of the lists of procedures. */
export const fieldsOfWork: readonly LocalText[] = [
  { vi: 'Hộ tịch', en: 'Civil status' },
  { vi: 'Chứng thực', en: 'Certification of copies and signatures' },
  { vi: 'Nuôi con nuôi', en: 'Adoption' },
  { vi: 'Đất đai', en: 'Land' },
  { vi: 'Môi trường', en: 'Environment' },
  { vi: 'Xây dựng, trật tự đô thị', en: 'Construction and urban order' },
  { vi: 'Người có công', en: 'People with meritorious service' },
  { vi: 'Bảo trợ xã hội', en: 'Social protection' },
  { vi: 'Lao động, việc làm; trẻ em', en: 'Labour, employment; children' },
  { vi: 'Giáo dục và Đào tạo', en: 'Education and training' },
  { vi: 'Văn hóa, thể thao; thư viện; lễ hội', en: 'Culture, sport; libraries; festivals' },
  { vi: 'Tín ngưỡng, tôn giáo', en: 'Belief and religion' },
  { vi: 'Thi đua – Khen thưởng', en: 'Emulation and commendation' },
  { vi: 'Khiếu nại', en: 'Complaints' },
  { vi: 'Tố cáo', en: 'Denunciations' },
  { vi: 'Tiếp công dân, xử lý đơn thư', en: 'Receiving citizens and their letters' },
  { vi: 'Nông nghiệp, thủy lợi, phòng chống thiên tai', en: 'Agriculture, irrigation, natural disasters' },
  { vi: 'Giao thông, đường thủy nội địa', en: 'Transport and inland waterways' },
  { vi: 'Dân quân tự vệ, nghĩa vụ quân sự', en: 'Militia and military service' },
  { vi: 'Y tế, dân số, bảo hiểm y tế', en: 'Health, population, health insurance' },
  { vi: 'Tài chính – kế hoạch; hợp tác xã, tổ hợp tác', en: 'Finance and planning; cooperatives' },
  { vi: 'Công việc nội bộ (văn thư, lưu trữ, họp, tài sản)', en: 'Internal work (records, archive, meetings, assets)' },
]

/** Whether two names mean the same field: case, spaces and Unicode form make no difference, tone marks do. */
export const isSameField = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
