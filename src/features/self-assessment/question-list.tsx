// Every question by chapter, narrowed to what is open or what decides. The choice stands in the address, so that Back
// and a link from elsewhere show the same list.
import { useSearchParams } from 'wouter'
import type { Question, Section as Chapter } from '#domain/questionnaire/instrument.ts'
import { isAnswered } from '#domain/self-assessment/answer.ts'
import { assessmentCompleteness } from '#domain/self-assessment/completeness.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { questionPath } from './paths.ts'
import { QuestionTags } from './question-tags.tsx'
import type { LoadedRound } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

type Show = 'all' | 'unanswered' | 'key'

const showOf = (text: string | null): Show => (text === 'unanswered' || text === 'key' ? text : 'all')

export const QuestionList = ({ round, instrument }: LoadedRound) => {
  const { t } = useRoundWords()
  const [params, setParams] = useSearchParams()
  const show = showOf(params.get('show'))
  const isShown = ({ id, isKey }: Question): boolean => {
    if (show === 'key') return isKey
    return show === 'all' || !isAnswered(round.answers[id])
  }
  const shown = instrument.questions.filter(isShown)
  return (
    <Stack gap={5}>
      <Segmented
        legend={t('round.show')}
        name="show"
        value={show}
        onChange={(next) => setParams(next === 'all' ? {} : { show: next }, { replace: true })}
        options={[
          { value: 'all', label: t('round.showAll') },
          { value: 'unanswered', label: t('round.showUnanswered') },
          { value: 'key', label: t('round.showKey'), icon: 'star' },
        ]}
      />
      {shown.length === 0 && (
        <EmptyState icon="check" title={t('round.nothingShown')} text={t('round.nothingUnanswered')} />
      )}
      {instrument.sections.map((chapter) => (
        <ChapterQuestions key={chapter.id} {...{ round, instrument, chapter }} questions={shown} />
      ))}
    </Stack>
  )
}

type ChapterProps = LoadedRound & { readonly chapter: Chapter; readonly questions: readonly Question[] }

const ChapterQuestions = ({ round, instrument, chapter, questions }: ChapterProps) => {
  const { t, textOf, sectionTitle } = useRoundWords()
  const here = questions.filter(({ section }) => section === chapter.id)
  const counts = assessmentCompleteness(instrument, round.answers).bySection[chapter.id]
  if (here.length === 0) return null
  return (
    <Section
      title={sectionTitle(chapter)}
      {...(counts && { actions: <b>{t('round.sectionDone', { answered: counts.answered, total: counts.total })}</b> })}
    >
      <Rows label={sectionTitle(chapter)}>
        {here.map((question) => (
          <Row
            key={question.id}
            href={questionPath(round.id, question.id)}
            cue={t('round.open')}
            title={textOf(question.text)}
            detail={question.clause === null ? undefined : t('clause', { clause: question.clause })}
            trailing={<QuestionTags question={question} answer={round.answers[question.id]} />}
          />
        ))}
      </Rows>
    </Section>
  )
}
