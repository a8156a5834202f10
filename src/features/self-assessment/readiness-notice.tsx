// Whether the key questions allow "sẵn sàng công bố" (SA-6), and if not, each one that stands in the way as a link.
import type { BlockingQuestion, Readiness } from '#domain/self-assessment/results.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { questionPath } from './paths.ts'
import type { LoadedRound } from './round-gate.tsx'
import { questionById, useRoundWords } from './round-words.ts'

type ReadinessNoticeProps = LoadedRound & {
  readonly readiness: Readiness
  /** What follows from not being ready, where the screen decides something. */
  readonly consequence?: string
}

export const ReadinessNotice = ({ round, instrument, readiness, consequence }: ReadinessNoticeProps) => {
  const { t, textOf } = useRoundWords()
  if (readiness.isReady)
    return (
      <Notice tone="good" title={t('readiness.ready')}>
        {t('readiness.readyText')}
      </Notice>
    )
  const title = t('readiness.blocked', { count: readiness.blocking.length })
  const textOfQuestion = ({ question }: BlockingQuestion): string => {
    const found = questionById(instrument, question)
    return found ? textOf(found.text) : question
  }
  return (
    <Stack gap={3}>
      <Notice tone="warn" title={title}>
        {consequence}
      </Notice>
      <Rows label={title}>
        {readiness.blocking.map((blocking) => (
          <Row
            key={blocking.question}
            href={questionPath(round.id, blocking.question)}
            cue={t('round.open')}
            title={textOfQuestion(blocking)}
            detail={t(`readiness.cause.${blocking.cause}`)}
          />
        ))}
      </Rows>
    </Stack>
  )
}
