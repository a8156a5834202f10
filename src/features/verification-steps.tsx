// The dock of a question that is verified: the one before, how many wait, the next one or the end. Of a self-assessment and
// of a form alike.
import { ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { useReviewWords } from './review-words.ts'

type VerificationStepsProps = {
  /** Addresses; undefined at the first and at the last. */
  readonly previous: string | undefined
  readonly next: string | undefined
  /** Address of all questions. */
  readonly all: string
  /** How many nobody has looked at. */
  readonly waiting: number
  /** Where the last one leads; back to the self-assessment unless told. */
  readonly finish?: string
}

export const VerificationSteps = ({ previous, next, all, waiting, finish }: VerificationStepsProps) => {
  const { t } = useReviewWords()
  return (
    <FrameDock>
      <Dock
        start={
          previous !== undefined && (
            <ButtonLink icon="chevron-left" iconOnlyOnPhone href={previous}>
              {t('question.previous')}
            </ButtonLink>
          )
        }
        middle={
          <ButtonLink kind="plain" href={`${all}?show=waiting`}>
            {t('question.left', { count: waiting })}
          </ButtonLink>
        }
        end={
          <ButtonLink kind="main" iconEnd="chevron-right" href={next ?? all}>
            {next === undefined ? (finish ?? t('question.finish')) : t('question.next')}
          </ButtonLink>
        }
      />
    </FrameDock>
  )
}
