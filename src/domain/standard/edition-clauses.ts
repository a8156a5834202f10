/**
 * The clauses of each edition, each with the clauses of 2015 that stand for it, so that one set of answers shows the
 * gap to every edition. The instrument of today asks by the clauses of 2015; where an edition demands what no question
 * asks, it is said and not guessed.
 */
import { clauses2008 } from './clauses-2008.ts'
import { clauses2015 } from './clause.ts'
import type { EditionId } from './edition.ts'
import type { LocalText } from './local-text.ts'

export interface EditionClause {
  readonly number: string
  readonly title: LocalText
  /** Clauses of 2015 whose questions speak for it. */
  readonly in2015: readonly string[]
  /** What is new or different in this edition, in own words; null where nothing is. */
  readonly change: LocalText | null
  /** False where the change is not asked about by any question of today's bank. */
  readonly isAsked: boolean
  readonly needsChecking: boolean
}

type Change = Pick<EditionClause, 'change' | 'isAsked' | 'needsChecking'>
const same: Change = { change: null, isAsked: true, needsChecking: false }

/** Two levels: `7.5`, not `7.5.3`. */
const secondLevel: readonly EditionClause[] = clauses2015
  .filter(({ number }) => number.split('.').length === 2)
  .map(({ number, title }) => ({ number, title, in2015: [number], ...same }))

const climate: LocalText = {
  vi: 'Xác định biến đổi khí hậu có liên quan hay không.',
  en: 'Whether climate change is relevant is to be determined.',
}
const climateOfParties: LocalText = {
  vi: 'Yêu cầu của bên quan tâm có thể liên quan đến biến đổi khí hậu.',
  en: 'Requirements of interested parties may concern climate change.',
}

const with2024: Readonly<Record<string, Change>> = {
  '4.1': { change: climate, isAsked: true, needsChecking: true },
  '4.2': { change: climateOfParties, isAsked: false, needsChecking: true },
}

const culture: LocalText = {
  vi: 'Thêm: lãnh đạo thúc đẩy văn hóa chất lượng và hành vi có đạo đức.',
  en: 'Added: leaders promote a culture of quality and ethical behaviour.',
}
const awareness: LocalText = {
  vi: 'Thêm: nhận thức về văn hóa chất lượng và hành vi có đạo đức.',
  en: 'Added: awareness of the culture of quality and ethical behaviour.',
}
const draft: Readonly<Record<string, Change>> = {
  ...with2024,
  '5.1': { change: culture, isAsked: false, needsChecking: true },
  '7.3': { change: awareness, isAsked: false, needsChecking: true },
}

const split: LocalText = {
  vi: 'Tách 6.1: xác định, rủi ro và cơ hội thành ba phần.',
  en: '6.1 is split in three: determining, risks, opportunities.',
}
const parts61: readonly (readonly [string, LocalText])[] = [
  ['6.1.1', { vi: 'Xác định rủi ro và cơ hội', en: 'Determining risks and opportunities' }],
  ['6.1.2', { vi: 'Hành động giải quyết rủi ro', en: 'Actions to address risks' }],
  ['6.1.3', { vi: 'Hành động tận dụng cơ hội', en: 'Actions to address opportunities' }],
]

const changed = (changes: Readonly<Record<string, Change>>): readonly EditionClause[] =>
  secondLevel.map((clause) => ({ ...clause, ...(changes[clause.number] ?? same) }))

const split61: readonly EditionClause[] = parts61.map(([number, title]) => ({
  number,
  title,
  in2015: ['6.1'],
  change: split,
  isAsked: true,
  needsChecking: true,
}))

const byEdition: Readonly<Record<EditionId, readonly EditionClause[]>> = {
  '2000': clauses2008.map((clause) => ({ ...clause, needsChecking: true })),
  '2008': clauses2008,
  '2015': secondLevel,
  '2015/Amd1:2024': changed(with2024),
  '2026-draft': changed(draft).flatMap((clause) => (clause.number === '6.1' ? split61 : [clause])),
}

/** In the order of the edition. Rule STD-5. */
export const clausesOf = (edition: EditionId): readonly EditionClause[] => byEdition[edition]

const isWithin = (number: string, clause: string): boolean => number === clause || number.startsWith(`${clause}.`)

/** Whether a question about `clause` (of 2015) speaks for a clause of an edition. */
export const speaksFor = (clause: string, { in2015 }: EditionClause): boolean =>
  in2015.some((number) => isWithin(clause, number))

/** Clauses of 2015 with no counterpart in 2008: what a commune with an old certificate has to build anew. Rule STD-6. */
export const newSince2008: readonly string[] = ['4.1', '4.2', '6.1', '7.1.6']
