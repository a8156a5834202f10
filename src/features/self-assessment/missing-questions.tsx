// Which questions still wait for an answer, each one a link; or that none does.
import { unansweredQuestions } from '#domain/self-assessment/completeness.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { questionPath } from './paths.ts'
import { QuestionRows } from './question-rows.tsx'
import type { LoadedRound } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

/** A longer list is folded: what else stands in the way is then seen too. */
const AT_ONCE = 5

export const MissingQuestions = ({ round, instrument }: LoadedRound) => {
  const { t } = useRoundWords()
  const missing = unansweredQuestions(instrument, round.answers)
  const [first] = missing
  if (first === undefined) {
    return (
      <Section title={t('submit.completeness')}>
        <Notice tone="good">{t('submit.complete', { total: instrument.questions.length })}</Notice>
      </Section>
    )
  }
  const title = t('submit.missing', { count: missing.length })
  const rows = <QuestionRows {...{ round, instrument }} ids={missing} label={title} cue={t('submit.answer')} />
  return (
    <Section
      title={title}
      actions={
        <ButtonLink kind="main" href={questionPath(round.id, first)}>
          {t('submit.answerNow')}
        </ButtonLink>
      }
    >
      {missing.length <= AT_ONCE ? rows : <Disclosure summary={t('submit.missingList')}>{rows}</Disclosure>}
    </Section>
  )
}
