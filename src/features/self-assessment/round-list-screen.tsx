// A round as a list to answer in, for tablets and desks: one chapter at a time with all of its questions, how far every
// chapter is, and the jumps to what is open or in the way. A phone is led to one question at a time instead.
import { useSearchParams } from 'wouter'
import type { Question } from '#domain/questionnaire/instrument.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useWide } from '#features/use-media.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock, FrameTitle } from '#ui/frame-slots.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { ChapterRail } from './chapter-rail.tsx'
import { JumpButtons } from './jump-buttons.tsx'
import { ListedQuestions } from './listed-questions.tsx'
import { roundPath, submitPath, unansweredPath } from './paths.ts'
import { QuestionList } from './question-list.tsx'
import { readOnlyReason } from './round-access.ts'
import styles from './round-list.module.css'
import { type LoadedRound, RoundGate } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'
import { useWay } from './use-way.ts'

type RoundListScreenProps = ScreenProps & { readonly id: string }

export const RoundListScreen = ({ id, ...screen }: RoundListScreenProps) => (
  <RoundGate store={screen.store} id={id}>
    {(loaded) => <RoundList {...{ screen }} {...loaded} />}
  </RoundGate>
)

type RoundListProps = LoadedRound & { readonly screen: ScreenProps }

const RoundList = (props: RoundListProps) => {
  const { screen, round, instrument } = props
  const { t, roundTitle } = useRoundWords()
  const isWide = useWide()
  const title = roundTitle(round.round)
  const readOnly = readOnlyReason(screen.person, round)
  const { answered } = round
  const total = instrument.questions.length
  return (
    <>
      <FrameTitle title={title} subtitle={screen.person.place.name} />
      <PageHeader title={t('answering.list')} subtitle={title} back={{ href: roundPath(round.id), label: title }} />
      <Stack gap={5}>
        {readOnly !== null && <Notice tone="note">{t(`readOnly.${readOnly}`)}</Notice>}
        <ProgressBar
          label={t('round.progress')}
          value={answered}
          max={total}
          valueText={t('answeredOf', { answered, total })}
        />
        {isWide ? <Chapters {...props} /> : <QuestionList {...{ round, instrument }} />}
      </Stack>
    </>
  )
}

const Chapters = ({ screen, round, instrument }: RoundListProps) => {
  const { sectionTitle } = useRoundWords()
  const [params, setParams] = useSearchParams()
  const asked = params.get('at')
  const at = instrument.questions.find(({ id }) => id === asked)
  const chapters = instrument.sections
  const chapter = chapters.find(({ id }) => id === (at?.section ?? params.get('s'))) ?? chapters[0]
  const goTo = (question: string): void => setParams({ at: question }, { replace: true })
  const choose = (id: string): void => setParams({ s: id }, { replace: true })
  const jump = useWay({ store: screen.store, id: round.id, instrument }, goTo)
  if (chapter === undefined) return null
  const questions = instrument.questions.filter(({ section }) => section === chapter.id)
  const from = at?.id ?? lastBefore(instrument.questions, questions)
  return (
    <>
      <div className={styles.room}>
        <div className={styles.aside}>
          <ChapterRail {...{ round, instrument }} current={chapter.id} onChoose={choose} />
          <JumpButtons onJump={(wanted) => void jump(wanted, from)} />
        </div>
        <ListedQuestions
          key={chapter.id}
          {...{ screen, round, instrument, questions }}
          title={sectionTitle(chapter)}
          shown={at?.id ?? null}
        />
      </div>
      <ChapterDock {...{ round, instrument }} at={chapters.indexOf(chapter)} onChoose={choose} />
    </>
  )
}

/** Where a jump starts from while no question was jumped to: in front of the chapter. */
const lastBefore = (all: readonly Question[], [first]: readonly Question[]): string =>
  (first && all[all.indexOf(first) - 1]?.id) ?? ''

type ChapterDockProps = LoadedRound & { readonly at: number; readonly onChoose: (chapter: string) => void }

const ChapterDock = ({ round, instrument, at, onChoose }: ChapterDockProps) => {
  const { t } = useRoundWords()
  const [previous, next] = [instrument.sections[at - 1], instrument.sections[at + 1]]
  const left = instrument.questions.length - round.answered
  return (
    <FrameDock>
      <Dock
        start={
          previous && (
            <Button icon="chevron-left" onClick={() => onChoose(previous.id)}>
              {t('answering.previousChapter')}
            </Button>
          )
        }
        middle={
          <ButtonLink kind="plain" href={unansweredPath(round.id)}>
            {t('unanswered', { count: left })}
          </ButtonLink>
        }
        end={
          next ? (
            <Button kind="main" iconEnd="chevron-right" onClick={() => onChoose(next.id)}>
              {t('answering.nextChapter')}
            </Button>
          ) : (
            <ButtonLink kind="main" iconEnd="chevron-right" href={submitPath(round.id)}>
              {t('question.finish')}
            </ButtonLink>
          )
        }
      />
    </FrameDock>
  )
}
