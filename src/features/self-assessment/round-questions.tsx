// The questions by section, each with its answer in one figure; filtered by the address, so that Back works.
import { isAnswered } from '#domain/self-assessment/answer.ts'
import type { Question, Section as InstrumentSection } from '#domain/questionnaire/instrument.ts'
import type { AnswerView } from '#data/contract/self-assessment-contract.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Icon } from '#ui/icon.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Tag } from '#ui/tag.tsx'
import { questionPath, roundPath } from './paths.ts'
import type { LoadedRound } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

const filters = ['all', 'unanswered', 'key'] as const
type Filter = (typeof filters)[number]
const isFilter = (text: string | undefined): text is Filter =>
  (filters as readonly (string | undefined)[]).includes(text)
const labelKeys: Readonly<Record<Filter, string>> = {
  all: 'round.showAll',
  unanswered: 'round.showUnanswered',
  key: 'round.showKey',
}

type RoundQuestionsProps = LoadedRound & { readonly show: string | undefined }

export const RoundQuestions = ({ round, instrument, show }: RoundQuestionsProps) => {
  const { t } = useRoundWords()
  const filter: Filter = isFilter(show) ? show : 'all'
  const isShown = (question: Question): boolean =>
    filter === 'all' || (filter === 'key' ? question.isKey : !isAnswered(round.answers[question.id]))
  const shown = instrument.questions.filter(isShown)
  return (
    <Stack gap={4}>
      <Tabs
        label={t('round.show')}
        items={filters.map((one) => ({
          href: one === 'all' ? roundPath(round.id) : `${roundPath(round.id)}?show=${one}`,
          label: t(labelKeys[one]),
          isCurrent: one === filter,
        }))}
      />
      {shown.length === 0 && (
        <EmptyState icon="check" title={t('round.nothingShown')} text={t('round.nothingUnanswered')} />
      )}
      {instrument.sections.map((section) => (
        <SectionRows
          key={section.id}
          section={section}
          questions={shown.filter((question) => question.section === section.id)}
          round={round}
        />
      ))}
    </Stack>
  )
}

type SectionRowsProps = {
  readonly section: InstrumentSection
  readonly questions: readonly Question[]
  readonly round: LoadedRound['round']
}

const SectionRows = ({ section, questions, round }: SectionRowsProps) => {
  const { sectionTitle } = useRoundWords()
  if (questions.length === 0) return null
  return (
    <Section title={sectionTitle(section)}>
      <Rows label={sectionTitle(section)}>
        {questions.map((question) => (
          <QuestionRow key={question.id} question={question} answer={round.answers[question.id]} roundId={round.id} />
        ))}
      </Rows>
    </Section>
  )
}

type QuestionRowProps = {
  readonly question: Question
  readonly answer: AnswerView | undefined
  readonly roundId: string
}

const QuestionRow = ({ question, answer, roundId }: QuestionRowProps) => {
  const { t, textOf } = useRoundWords()
  const photos = answer?.evidence.length ?? 0
  const details = [
    ...(question.clause === null ? [] : [t('clause', { clause: question.clause })]),
    ...(question.isKey ? [t('key')] : []),
    ...(photos === 0 ? [] : [t('round.photos', { count: photos })]),
  ]
  return (
    <Row
      title={
        <>
          {question.isKey && <Icon name="star" />} {textOf(question.text)}
        </>
      }
      detail={details.join(' · ')}
      trailing={<AnswerTag answer={answer} />}
      href={questionPath(roundId, question.id)}
      cue={t('round.open')}
    />
  )
}

const AnswerTag = ({ answer }: { readonly answer: AnswerView | undefined }) => {
  const { t } = useRoundWords()
  if (answer?.hasConflict) return <Tag tone="warn">{t('round.conflict')}</Tag>
  if (answer === undefined || answer.score === null) return <Tag tone="idle">{t('round.notAnswered')}</Tag>
  if (!isAnswered(answer)) return <Tag tone="warn">{t('round.needsReason')}</Tag>
  if (answer.score === 'na') return <Tag tone="idle">{t('records:score.na')}</Tag>
  const tone = answer.score === 0 ? 'bad' : answer.score === 3 ? 'good' : 'act'
  return <Tag tone={tone}>{t('records:score.short', { score: answer.score })}</Tag>
}
