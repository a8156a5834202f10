// Vietnamese sentences of everyday length, so that compression sees what it sees in an office.
const PARTS = [
  'Hồ sơ lưu tại bộ phận Một cửa',
  'chưa có phiếu kiểm soát',
  'đã bổ sung sau đợt kiểm tra',
  'công chức Tư pháp – Hộ tịch giải trình đủ',
  'quy trình nội bộ chưa cập nhật theo quyết định mới',
  'niêm yết công khai tại trụ sở',
  'thiếu chữ ký người tiếp nhận',
  'kết quả trả đúng hạn',
  'cần phân công lại người theo dõi',
  'lưu bản scan kèm bản giấy',
  'ý kiến của công dân được ghi sổ',
  'mục tiêu chất lượng chưa đo được',
]

/** The same text for the same number. */
export const sentence = (seed: number): string =>
  [seed, seed * 5 + 1, seed * 11 + 7].map((i) => PARTS[i % PARTS.length]).join(', ') + ` (${seed % 97}).`
