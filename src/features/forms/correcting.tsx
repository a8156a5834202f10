// On top of a form that was sent back and is being corrected: why, which answers were not agreed to, and the way to what
// was handed in, which stays as it is.
import { unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { isOther, verifiableAnswers } from '#domain/questionnaire/filling/filling-verification.ts'
import { useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { sealedForm } from '#features/sealed-sections.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import type { OpenState } from './filling-gate.tsx'
import { handedInPath, questionPath } from './paths.ts'
import { useVerifyWords } from './verify-words.ts'

type CorrectingProps = { readonly screen: ScreenProps; readonly open: OpenState }

export const Correcting = ({ screen: { store }, open: { board } }: CorrectingProps) => {
  const { t, language, authorText } = useReviewWords()
  const words = useVerifyWords().t
  const review = useLive(() => store.fillingReviews.of(board.id), [store, unitOfFilling(board.id), board.id])
  if (!review) return null
  const { submission, verifications, decision } = review
  const { nameOf } = sealedForm(submission.content, board.compiled, board.column(language))
  const wrong = verifiableAnswers(submission.content).filter(({ path }) => isOther(verifications[path]))
  return (
    <Stack gap={3}>
      <Notice
        tone="warn"
        title={t('commune.correcting')}
        actions={
          <ButtonLink icon="document" href={handedInPath(board.id, submission.id)}>
            {words('readHandedIn')}
          </ButtonLink>
        }
      >
        {decision !== null && <p>{t('because', { reason: decision.reason })}</p>}
        {decision !== null && <p>{authorText(decision)}</p>}
        <p>{t('commune.correctingText')}</p>
      </Notice>
      {wrong.length > 0 && (
        <Rows label={words('toCorrect')}>
          {wrong.map(({ path, label }) => (
            <Row
              key={path}
              title={nameOf({ path, label })}
              detail={t('because', { reason: verifications[path]?.reason ?? '' })}
              href={questionPath(board.id, path)}
              cue={words('correct')}
            />
          ))}
        </Rows>
      )}
    </Stack>
  )
}
