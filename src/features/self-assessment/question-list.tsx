// Every question by chapter, narrowed to what is open, in the way or deciding, or to what somebody looks for. The choice
// stands in the address, so that Back and a link from elsewhere show the same list.
import { useDeferredValue, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { Question, Section as Chapter } from '#domain/questionnaire/instrument.ts'
import { findQuestions } from '#domain/questionnaire/question-search.ts'
import { isAnswered } from '#domain/self-assessment/answer.ts'
import { assessmentCompleteness } from '#domain/self-assessment/completeness.ts'
import { obstaclesOf } from '#domain/self-assessment/way.ts'
import { usePainted } from '#features/use-painted.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { ChapterRail } from './chapter-rail.tsx'
import { questionPath } from './paths.ts'
import { QuestionTags } from './question-tags.tsx'
import type { LoadedRound } from './round-gate.tsx'
import styles from './round-list.module.css'
import { useRoundWords } from './round-words.ts'

const shows = ['all', 'unanswered', 'obstacle', 'key'] as const
type Show = (typeof shows)[number]

const showOf = (text: string | null): Show => shows.find((show) => show === text) ?? 'all'

/** Their questions fill a screen; the others are drawn once these have been painted. */
const FIRST_CHAPTERS = 2

const chapterPlace = (chapter: string): string => `chapter-${chapter}`

function goToChapter(chapter: string): void {
  const place = document.getElementById(chapterPlace(chapter))
  place?.scrollIntoView?.({ block: 'start' })
  place?.focus({ preventScroll: true })
}

export const QuestionList = ({ round, instrument }: LoadedRound) => {
  const { t, language } = useRoundWords()
  const [params, setParams] = useSearchParams()
  const [typed, setTyped] = useState('')
  const sought = useDeferredValue(typed)
  const show = showOf(params.get('show'))
  const obstacles = obstaclesOf(instrument, round.answers)
  const isShown = ({ id, isKey }: Question): boolean => {
    if (show === 'key') return isKey
    if (show === 'obstacle') return obstacles.has(id)
    return show === 'all' || !isAnswered(round.answers[id])
  }
  const shown = findQuestions(instrument, sought, language).filter(isShown)
  const isSought = sought.trim() !== ''
  const isPainted = usePainted(round.id)
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
          { value: 'obstacle', label: t('answering.showObstacle'), icon: 'alert' },
          { value: 'key', label: t('round.showKey'), icon: 'star' },
        ]}
      />
      <SearchField
        label={t('answering.search')}
        placeholder={t('answering.searchExample')}
        value={typed}
        onChange={setTyped}
        clearLabel={t('answering.clear')}
        {...(isSought && { status: t('answering.found', { count: shown.length }) })}
      />
      {show === 'all' && !isSought && (
        <ChapterRail {...{ round, instrument }} current="" isMenu onChoose={goToChapter} />
      )}
      {shown.length === 0 && <NothingShown isSought={isSought} />}
      {instrument.sections.slice(0, isPainted ? undefined : FIRST_CHAPTERS).map((chapter) => (
        <ChapterQuestions key={chapter.id} {...{ round, instrument, chapter }} questions={shown} />
      ))}
    </Stack>
  )
}

const NothingShown = ({ isSought }: { readonly isSought: boolean }) => {
  const { t } = useRoundWords()
  if (isSought) return <EmptyState icon="search" title={t('answering.notFound')} text={t('answering.notFoundText')} />
  return <EmptyState icon="check" title={t('round.nothingShown')} text={t('round.nothingUnanswered')} />
}

type ChapterProps = LoadedRound & { readonly chapter: Chapter; readonly questions: readonly Question[] }

const ChapterQuestions = ({ round, instrument, chapter, questions }: ChapterProps) => {
  const { t, textOf, sectionTitle } = useRoundWords()
  const here = questions.filter(({ section }) => section === chapter.id)
  const counts = assessmentCompleteness(instrument, round.answers).bySection[chapter.id]
  if (here.length === 0) return null
  return (
    <div id={chapterPlace(chapter.id)} tabIndex={-1} className={styles.chapter}>
      <Section
        title={sectionTitle(chapter)}
        {...(counts && {
          actions: <b>{t('round.sectionDone', { answered: counts.answered, total: counts.total })}</b>,
        })}
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
    </div>
  )
}
