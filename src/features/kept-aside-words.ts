// A move the endpoint kept aside, in the words for everybody else: its sentence in the catalogue speaks to its author.
import type { CorrectiveView, MoveView } from '#data/contract/corrective-contract.ts'
import { type KeptAside, keptAsideReasons } from '#domain/corrective-action/kept-aside.ts'
import type { CorrectiveWords } from './corrective-words.tsx'

type Told = Pick<KeptAside, 'name' | 'reason'>

/** `đã có bước khác được tính trước` */
export const asideReason = ({ reason }: Told, { t }: CorrectiveWords): string =>
  t(`aside.reason.${keptAsideReasons.includes(reason) ? reason.replace(/^corrective\./, '') : 'other'}`)

export const asideName = ({ name }: Told, { t }: CorrectiveWords): string =>
  name === null ? t('aside.unknownMove') : t(`done.${name}`)

/** The move that counts and that was there when the other came. */
export const countingThen = ({ course }: CorrectiveView, at: number): MoveView | undefined =>
  course.taken.findLast(({ madeAt }) => madeAt <= at) ?? course.taken.at(-1)
