/**
 * The texts of an instrument are written language by language, so that a translator reads one voice at a
 * time; the app reads them text by text. This module turns the first shape into the second.
 */
import type { Question } from './instrument.ts'

interface QuestionWords {
  readonly text: string
  readonly why: string
  readonly evidence: string
}

/** A question as it is written in an instrument file. */
export interface QuestionDraft {
  readonly id: string
  readonly clause: string | null
  /** Only written for key questions. */
  readonly isKey?: true
  readonly vi: QuestionWords
  readonly en: QuestionWords
}

/** Questions of one section, in the order they are asked. */
export const questionsOf = (section: string, drafts: readonly QuestionDraft[]): readonly Question[] =>
  drafts.map(({ id, clause, isKey, vi, en }) => ({
    id,
    section,
    clause,
    isKey: isKey ?? false,
    text: { vi: vi.text, en: en.text },
    why: { vi: vi.why, en: en.why },
    evidence: { vi: vi.evidence, en: en.evidence },
  }))
