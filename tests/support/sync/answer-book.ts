/** Ten thousand answers as communes write them, 35 % with a Vietnamese note: what the byte gates are measured on. */
import { hlcAt } from '#domain/change/hlc.ts'
import type { FieldWrite, Op } from '#domain/change/op.ts'

const WHO = [
  'Văn phòng HĐND và UBND',
  'Bộ phận một cửa',
  'Công chức tư pháp - hộ tịch',
  'Phòng Kinh tế',
  'Phòng Văn hóa - Xã hội',
  'Trung tâm phục vụ hành chính công',
  'Lãnh đạo UBND xã',
  'Ban chỉ đạo ISO',
]
const DID = ['đã ban hành', 'chưa cập nhật', 'đang rà soát', 'đã niêm yết', 'còn thiếu', 'cần bổ sung', 'đã phân công']
const WHAT = [
  'quy trình giải quyết thủ tục',
  'sổ theo dõi hồ sơ',
  'mục tiêu chất lượng',
  'biên bản họp xem xét',
  'kế hoạch đánh giá nội bộ',
  'danh mục tài liệu',
  'phiếu khảo sát hài lòng',
  'hồ sơ đào tạo',
]
const WHEN = [
  'năm 2026',
  'trong quý III',
  'tại các thôn',
  'theo mẫu mới',
  'sau sáp nhập',
  'từ tháng 9',
  'chờ ý kiến',
  '',
]

export interface BookOptions {
  readonly count: number
  /** Each answer together with the round's completeness, as the screen saves it. */
  readonly isGesture?: boolean
  /** Only what a later edit writes. */
  readonly isEdit?: boolean
  readonly firstN?: number
}

class Dice {
  #seed = 12_345
  next(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0
    return this.#seed / 2 ** 32
  }
  below = (limit: number): number => Math.floor(this.next() * limit)
  pick = <T>(list: readonly T[]): T => list[this.below(list.length)] as T
  note = (): string =>
    `${this.pick(WHO)} ${this.pick(DID)} ${this.pick(WHAT)} ${this.pick(WHEN)} (${this.below(400)} hồ sơ)`
}

const QUESTIONS = 53
const DEVICE = 'a1b'

/** Always the same for the same options. */
export function answerBook({ count, isGesture = false, isEdit = false, firstN = 1 }: BookOptions): readonly Op[] {
  const dice = new Dice()
  const ops: Op[] = []
  let [n, at] = [firstN, Date.UTC(2026, 10, 1, 1)]
  for (let i = 0; i < count; i++) {
    const round = Math.floor(i / QUESTIONS)
    const unit = `ls25-${String(6001 + 7 * Math.floor(round / 4)).padStart(5, '0')}`
    const assessment = `asm.${unit}.2026-${(round % 4) + 1}`
    const question = `Q${String((i % QUESTIONS) + 1).padStart(2, '0')}`
    at += 8_000 + dice.below(60_000)
    const score: FieldWrite = [dice.below(20) === 0 ? 'na' : dice.below(4)]
    const note: Record<string, FieldWrite> = dice.next() < 0.35 ? { note: [dice.note()] } : {}
    const f = isEdit
      ? { score, ...note }
      : { assessment: [assessment] as const, question: [question] as const, score, ...note }
    const shared = { d: DEVICE, u: 'acc-iso-secretary-06001', sv: 1, ...(isGesture ? { g: `${DEVICE}-${n}` } : {}) }
    ops.push({ ...shared, n: n++, h: hlcAt(at), s: `${unit}/self`, k: 'answer', e: `ans.${assessment}.${question}`, f })
    if (!isGesture) continue
    const progress = { k: 'assessment-progress', e: assessment, f: { answered: [(i % QUESTIONS) + 1] as const } }
    ops.push({ ...shared, n: n++, h: hlcAt(at) + 1, s: `${unit}/pub`, ...progress })
  }
  return ops
}
