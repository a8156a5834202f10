// What might have been answered without looking, as sentences with the questions they are about. Shown to the person
// before handing in and to the reviewer after; nothing is held back because of it.
import type { HonestySign } from '#domain/honest-answering/honest-answering.ts'
import { Notice } from '#ui/notice.tsx'
import { type ReviewWords, useReviewWords } from './review-words.ts'

type HonestyNoticeProps = { readonly signs: readonly HonestySign[]; readonly forReviewer?: boolean }

/** Draws nothing where nothing is conspicuous. */
export const HonestyNotice = ({ signs, forReviewer = false }: HonestyNoticeProps) => {
  const words = useReviewWords()
  const { t } = words
  if (signs.length === 0) return null
  return (
    <Notice tone="warn" title={t('honesty.title')}>
      <ul>
        {signs.map((sign) => (
          <li key={`${sign.is} ${'sha256' in sign ? sign.sha256 : ''}`}>{sentenceOf(sign, words)}</li>
        ))}
      </ul>
      <p>{t(forReviewer ? 'honesty.introReviewer' : 'honesty.intro')}</p>
    </Notice>
  )
}

function sentenceOf(sign: HonestySign, { t, formats, numbersOf, levelText }: ReviewWords): string {
  switch (sign.is) {
    case 'straight-line': {
      const { questions } = sign
      const value = levelText(sign.value as Parameters<typeof levelText>[0])
      const ends = { from: numbersOf(questions.slice(0, 1)), to: numbersOf(questions.slice(-1)) }
      return t('honesty.straight-line', { count: questions.length, value, ...ends })
    }
    case 'pace':
      return sign.ms < 60_000
        ? t('honesty.paceSeconds', { answers: sign.answers, seconds: formats.number(sign.ms / 1000, 0) })
        : t('honesty.pace', { answers: sign.answers, minutes: formats.number(sign.ms / 60_000, 1) })
    case 'old-evidence':
      return t('honesty.old-evidence', { day: formats.day(sign.before), questions: numbersOf(sign.questions) })
    case 'same-photo':
    case 'photo-of-earlier-round':
      return t(`honesty.${sign.is}`, { questions: numbersOf(sign.questions) })
  }
}
