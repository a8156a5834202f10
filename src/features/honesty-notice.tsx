// What might have been answered without looking, as sentences with the questions they are about. Shown to the person
// before handing in and to the reviewer after; nothing is held back because of it.
import type { HonestySign } from '#domain/honest-answering/honest-answering.ts'
import { Notice } from '#ui/notice.tsx'
import { type ReviewWords, useReviewWords } from './review-words.ts'

/** How an instrument names its questions and their values; those of the bank have numbers and levels. */
export type SignNames = {
  readonly questions: (questions: readonly string[]) => string
  readonly value: (value: string | number) => string
}

type HonestyNoticeProps = {
  readonly signs: readonly HonestySign[]
  readonly forReviewer?: boolean
  readonly names?: SignNames
}

/** Draws nothing where nothing is conspicuous. */
export const HonestyNotice = ({ signs, forReviewer = false, names }: HonestyNoticeProps) => {
  const words = useReviewWords()
  const { t } = words
  if (signs.length === 0) return null
  return (
    <Notice tone="warn" title={t('honesty.title')}>
      <ul>
        {signs.map((sign) => (
          <li key={`${sign.is} ${'sha256' in sign ? sign.sha256 : ''}`}>
            {sentenceOf(sign, words, names ?? namesInBank(words))}
          </li>
        ))}
      </ul>
      <p>{t(forReviewer ? 'honesty.introReviewer' : 'honesty.intro')}</p>
    </Notice>
  )
}

const namesInBank = ({ numbersOf, levelText }: ReviewWords): SignNames => ({
  questions: numbersOf,
  value: (value) => levelText(value as Parameters<typeof levelText>[0]),
})

function sentenceOf(sign: HonestySign, { t, formats }: ReviewWords, names: SignNames): string {
  switch (sign.is) {
    case 'straight-line': {
      const { questions } = sign
      const ends = { from: names.questions(questions.slice(0, 1)), to: names.questions(questions.slice(-1)) }
      return t('honesty.straight-line', { count: questions.length, value: names.value(sign.value), ...ends })
    }
    case 'pace':
      return sign.ms < 60_000
        ? t('honesty.paceSeconds', { answers: sign.answers, seconds: formats.number(sign.ms / 1000, 0) })
        : t('honesty.pace', { answers: sign.answers, minutes: formats.number(sign.ms / 60_000, 1) })
    case 'old-evidence':
      return t('honesty.old-evidence', { day: formats.day(sign.before), questions: names.questions(sign.questions) })
    case 'same-photo':
    case 'photo-of-earlier-round':
      return t(`honesty.${sign.is}`, { questions: names.questions(sign.questions) })
  }
}
