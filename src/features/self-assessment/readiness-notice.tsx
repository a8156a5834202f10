// Whether the key questions allow a declaration, and which do not, each with the way to it.
import type { Readiness } from '#domain/self-assessment/results.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { AppLink } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { questionPath } from './paths.ts'
import styles from './readiness-notice.module.css'
import { questionById, useRoundWords } from './round-words.ts'

type ReadinessNoticeProps = {
  readonly readiness: Readiness
  readonly instrument: Instrument
  readonly roundId: string
}

export const ReadinessNotice = ({ readiness, instrument, roundId }: ReadinessNoticeProps) => {
  const { t, textOf } = useRoundWords()
  if (readiness.isReady) {
    return (
      <Notice tone="good" title={t('readiness.ready')}>
        {t('readiness.readyText')}
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title={t('readiness.blocked', { count: readiness.blocking.length })}>
      <ul className={styles.list}>
        {readiness.blocking.map(({ question, cause }) => {
          const asked = questionById(instrument, question)
          return (
            <li key={question}>
              <AppLink className={styles.link} href={questionPath(roundId, question)}>
                {asked ? textOf(asked.text) : question}
              </AppLink>{' '}
              <span>({t(`readiness.cause.${cause}`)})</span>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
