// What a move says, as names and values; the same on the screen and on paper.
import type { Move } from '#domain/corrective-action/move.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { CorrectiveWords } from '#features/corrective-words.tsx'

export interface Fact {
  readonly term: string
  readonly value: string
}

export const dayText = (on: WrittenDate | null, { formats }: CorrectiveWords): string =>
  on === null ? '' : on.date === null ? on.text : formats.day(on.date)

export function moveFacts(move: Move, words: CorrectiveWords): readonly Fact[] {
  const { t } = words
  const effect = move.isEffective === null ? '' : t(move.isEffective ? 'effect.yes' : 'effect.no')
  const facts = [
    { term: t('field.correction'), value: move.correction },
    ...move.whys.map((why, index) => ({ term: t('field.why', { number: index + 1 }), value: why })),
    { term: t('field.action'), value: move.action },
    { term: t('field.responsible'), value: move.responsible },
    { term: t('field.effect'), value: effect },
    { term: t(`words.${move.name}.label`), value: move.words },
    { term: t(move.name === 'submit-analysis' ? 'field.dueOn' : 'field.newDay'), value: dayText(move.dueOn, words) },
    { term: t('field.officialNumber'), value: move.officialNumber },
  ]
  return facts.filter(({ value }) => value !== '')
}
