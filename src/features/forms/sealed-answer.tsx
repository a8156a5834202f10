// One answer as it was handed in: its words, its photos, what was found about it, and from a gap the way to an action.
import { feedId } from '#domain/change/feed.ts'
import type { FilledAnswer } from '#domain/questionnaire/filling/filling-content.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { isOpenToVerify } from '#domain/self-assessment/verification.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { MakeAction } from '#features/make-action.tsx'
import { useReviewWords } from '#features/review-words.ts'
import { Row } from '#ui/rows.tsx'
import { FoundAnswer } from './found-answer.tsx'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import { verifyAnswerPath } from './paths.ts'
import type { AnswerParts } from './sealed-answers.tsx'
import { useFoundWords } from './use-found-words.ts'
import { ownWords, useVerifyWords } from './verify-words.ts'

type SealedAnswerProps = AnswerParts & { readonly answer: FilledAnswer }

export const SealedAnswer = (props: SealedAnswerProps) => {
  const { screen, review, compiled, form } = props
  const answer = form.inWords(props.answer)
  const { t } = useFillingWords()
  const words = useReviewWords().t
  const verify = useVerifyWords().t
  const { id, filling, evidence } = review.submission
  const found = review.verifications[answer.path]
  const foundWords = useFoundWords(compiled, form.questionOf(answer.path))
  const of = fillingAnswerId(filling, answer.path)
  const mayVerify = screen.person.may('verification', feedId(review.submission.content.unit, 'pub'))
  const cue = mayVerify && isOpenToVerify(review.state) ? 'verification' : 'read'
  const hasPhotos = evidence.some((photo) => photo.of === of)
  const beside = [answer.reason === undefined ? '' : t('sealed.reason', { reason: answer.reason }), answer.note ?? '']
  const { kind } = form.questionOf(answer.path) ?? {}
  const isNumberOfPhotos = hasPhotos && kind !== undefined ? kind === 'image' || kind === 'file' : hasPhotos
  const said = [isNumberOfPhotos ? '' : ownWords(answer, verify('unanswered')), ...beside]
    .filter((word) => word !== '')
    .join(' · ')
  return (
    <Row
      title={answer.label || answer.path}
      detail={
        <>
          {said}
          <FoundAnswer found={found} foundWords={foundWords(found?.value ?? '')} />
        </>
      }
      {...(answer.computed !== true && { href: verifyAnswerPath(filling, id, answer.path), cue: words(cue) })}
      {...((hasPhotos || props.isGap(answer)) && {
        actions: <Below {...props} answer={answer} of={of} hasPhotos={hasPhotos} />,
      })}
    />
  )
}

type BelowProps = SealedAnswerProps & { readonly of: string; readonly hasPhotos: boolean }

const Below = ({ screen, review, form, answer, actions, isGap, of, hasPhotos }: BelowProps) => {
  const { t } = useFillingWords()
  const { content, id } = review.submission
  const name = form.nameOf(answer)
  return (
    <>
      {hasPhotos && (
        <div className={styles.evidence}>
          <EvidenceStrip
            store={screen.store}
            platform={screen.platform}
            feed={feedId(content.unit, 'pub')}
            of={of}
            canEdit={false}
            label={t('sealed.photos', { label: answer.label })}
          />
        </div>
      )}
      {isGap(answer) && (
        <MakeAction
          screen={screen}
          unit={content.unit}
          of={id}
          question={{ id: answer.path, evidence: { vi: name, en: name } }}
          actions={actions}
        />
      )}
    </>
  )
}
