/**
 * Which contents an inspection goes through: the program's twelve, or those of a form that the province published. An
 * inspection is frozen to one version of one form, and its sealed minutes carry the words, so that they are read without it.
 */
import type { LocalText } from '#domain/standard/local-text.ts'
import type { MinutesContent } from './minutes.ts'
import { type ItemAnswer, outlineItems, type OutlineItem } from './outline.ts'

export interface Outline {
  /** `id@version` of the province's form; null for the program's own. */
  readonly form: string | null
  readonly title: LocalText
  readonly items: readonly OutlineItem[]
}

/** What sealed minutes say of a content beside its answer. */
export interface ItemWords {
  readonly title: LocalText
  /** Absent where the title is the whole question. */
  readonly question?: LocalText
  readonly lookAt?: LocalText
  readonly section?: LocalText
  readonly clause?: string
}

/** The twelve usual contents. */
export const programOutline: Outline = {
  form: null,
  title: { vi: 'Đề cương có sẵn (12 nội dung)', en: 'Outline of the program (12 contents)' },
  items: outlineItems,
}

const hasWords = ({ vi, en }: LocalText): boolean => vi !== '' || en !== ''

const isSame = (one: LocalText, other: LocalText): boolean => one.vi === other.vi && one.en === other.en

/** Rule INS-16. */
export const wordsOf = ({ title, question, lookAt, section, clause }: OutlineItem): ItemWords => ({
  title,
  ...(!isSame(title, question) && { question }),
  ...(hasWords(lookAt) && { lookAt }),
  ...(section !== undefined && { section }),
  ...(clause !== undefined && { clause }),
})

const nothing: LocalText = { vi: '', en: '' }

const itemOfWords = (id: string, { title, question = title, lookAt = nothing, ...more }: ItemWords): OutlineItem => ({
  id,
  title,
  question,
  lookAt,
  ...more,
})

/** The outline as sealed minutes carry it; null where they were sealed before they did. Rule INS-16. */
export function outlineOfMinutes({ outline, items }: Pick<MinutesContent, 'outline' | 'items'>): Outline | null {
  const found = items.flatMap(({ item, words }) => (words === undefined ? [] : [itemOfWords(item, words)]))
  if (found.length < items.length) return null
  return { form: outline?.form ?? null, title: outline?.title ?? programOutline.title, items: found }
}

/** A content by its id. */
export const itemIn = ({ items }: Outline, id: string | null): OutlineItem | undefined =>
  items.find((one) => one.id === id)

/** How a content is called on paper: its place in the outline. */
export const numberIn = ({ items }: Outline, id: string): number => items.findIndex((one) => one.id === id) + 1

type Answers = Readonly<Record<string, ItemAnswer>>

const isJudged = ({ result }: ItemAnswer): boolean => result !== null

/** How many contents of the outline are judged. */
export const judgedIn = ({ items }: Outline, answers: Answers): number =>
  items.filter(({ id }) => answers[id] !== undefined && isJudged(answers[id])).length

/** Answers that belong to another outline: one was chosen on one device while another judged by the old one. Rule INS-15. */
export const strayAnswers = ({ items }: Outline, answers: Answers): readonly string[] =>
  Object.entries(answers)
    .filter(([id, answer]) => isJudged(answer) && items.every((item) => item.id !== id))
    .map(([id]) => id)

/**
 * Whether another outline may be chosen: nothing was sealed and no content of this one is judged. Where its form is not
 * here (null), nobody knows whose the answers are, and one is enough. Rule INS-15.
 */
export const mayChangeOutline = (outline: Outline | null, answers: Answers, minutes: number): boolean =>
  minutes === 0 && (outline === null ? !Object.values(answers).some(isJudged) : judgedIn(outline, answers) === 0)

export interface OutlinePart<T> {
  readonly section: LocalText | undefined
  readonly items: readonly T[]
}

/** Contents that follow each other in one part of the outline; where nothing is parted, one part without a name. */
export const inParts = <T>(
  items: readonly T[],
  sectionOf: (item: T) => LocalText | undefined,
): readonly OutlinePart<T>[] =>
  items.reduce<readonly OutlinePart<T>[]>((parts, item) => {
    const [last, section] = [parts.at(-1), sectionOf(item)]
    return last === undefined || last.section?.vi !== section?.vi
      ? [...parts, { section, items: [item] }]
      : [...parts.slice(0, -1), { ...last, items: [...last.items, item] }]
  }, [])
