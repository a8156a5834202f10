/**
 * The forms this program brings, as a list that is known at once and texts that arrive when one is opened (rule LIB-8).
 * They are forms like any a province writes: they can be exported, changed and published again under another version.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import type { Texts } from '../form/form.ts'

/** The languages of the forms the program brings, as a spreadsheet names them. */
export const SHIPPED_LANGUAGES = ['Vietnamese (vi)', 'English (en)'] as const

export interface ShippedForm {
  readonly id: string
  readonly version: string
  readonly title: Texts
  readonly edition: EditionId | null
  readonly questions: number
  /** Day of this version. */
  readonly publishedOn: LocalDate
}

const titled = (vi: string, en: string): Texts => ({ [SHIPPED_LANGUAGES[0]]: vi, [SHIPPED_LANGUAGES[1]]: en })

export const shippedForms: readonly ShippedForm[] = [
  {
    id: 'local-government-18091',
    version: '1',
    title: titled(
      'Tự đánh giá chính quyền địa phương (phỏng theo TCVN ISO 18091:2020)',
      'Self-assessment of a local government (adapted from TCVN ISO 18091:2020)',
    ),
    edition: null,
    questions: 118,
    publishedOn: '2026-11-21' as LocalDate,
  },
  {
    id: 'administrative-reform-sample',
    version: '1',
    title: titled(
      'Bảng chấm điểm cải cách hành chính (mẫu, chưa phải quy định của tỉnh)',
      'Administrative-reform scorecard (sample, not a rule of the province)',
    ),
    edition: null,
    questions: 8,
    publishedOn: '2026-11-21' as LocalDate,
  },
]
