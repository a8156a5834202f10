/**
 * Editions of TCVN ISO 9001 as data (decision D7): plans of 2011, 2017 and today name different ones,
 * and a record keeps the edition it was made under. Facts that could not be confirmed carry
 * `needsChecking` and are shown as "cần kiểm tra".
 */
import type { LocalText } from './local-text.ts'

/** Stable ids, stored in plans, assessments and audits. */
export type EditionId = '2000' | '2008' | '2015' | '2015/Amd1:2024' | '2026-draft'

export type EditionStatus = 'superseded' | 'current' | 'amendment' | 'draft'

export interface Edition {
  readonly id: EditionId
  readonly label: LocalText
  readonly status: EditionStatus
  /** True while a fact about the edition is unconfirmed; the screen then says "cần kiểm tra". */
  readonly needsChecking: boolean
}

/** All known editions, oldest first. Rule STD-1. */
export const editions: readonly Edition[] = [
  {
    id: '2000',
    label: { vi: 'TCVN ISO 9001:2000', en: 'TCVN ISO 9001:2000' },
    status: 'superseded',
    needsChecking: false,
  },
  {
    id: '2008',
    label: { vi: 'TCVN ISO 9001:2008', en: 'TCVN ISO 9001:2008' },
    status: 'superseded',
    needsChecking: false,
  },
  {
    id: '2015',
    label: { vi: 'TCVN ISO 9001:2015', en: 'TCVN ISO 9001:2015' },
    status: 'current',
    needsChecking: false,
  },
  {
    id: '2015/Amd1:2024',
    label: {
      vi: 'ISO 9001:2015 và Sửa đổi 1:2024 (biến đổi khí hậu)',
      en: 'ISO 9001:2015 with Amendment 1:2024 (climate change)',
    },
    status: 'amendment',
    needsChecking: true,
  },
  {
    id: '2026-draft',
    label: { vi: 'ISO 9001:2026 (dự thảo)', en: 'ISO 9001:2026 (draft)' },
    status: 'draft',
    needsChecking: true,
  },
]

/** The edition with this id, or undefined when a newer program wrote one that this one does not know. */
export const editionById = (id: string): Edition | undefined => editions.find((edition) => edition.id === id)
