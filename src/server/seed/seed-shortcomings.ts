/** Shortcomings as an inspection team writes them: files and places, never a person's name. */
import type { ShortcomingGrade } from '#domain/inspection/shortcoming.ts'

export interface ShortcomingText {
  /** Content of the outline. */
  readonly item: string
  readonly grade: ShortcomingGrade
  readonly facts: string
  readonly basis: string
}

export const shortcomingTexts: readonly [ShortcomingText, ShortcomingText, ShortcomingText] = [
  {
    item: 'K3',
    grade: 'minor',
    facts: 'Hai quy trình chưa sửa theo văn bản mới, bản cũ còn tại quầy (dữ liệu minh họa)',
    basis: 'Quy trình kiểm soát tài liệu của UBND xã',
  },
  {
    item: 'K8',
    grade: 'minor',
    facts: 'Ba điểm không phù hợp đã đóng nhưng không ghi nguyên nhân (dữ liệu minh họa)',
    basis: 'Quy trình hành động khắc phục của UBND xã',
  },
  {
    item: 'K4',
    grade: 'observation',
    facts: 'Mục tiêu năm chưa nêu cách đo (dữ liệu minh họa)',
    basis: 'Mục tiêu chất lượng của UBND xã',
  },
]
