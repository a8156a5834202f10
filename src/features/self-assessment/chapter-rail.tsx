// The chapters of a round with how far each is and what stands in the way there.
import { assessmentCompleteness } from '#domain/self-assessment/completeness.ts'
import { obstaclesOf } from '#domain/self-assessment/way.ts'
import { useMedia } from '#features/use-media.ts'
import { SectionRail } from '#ui/section-rail.tsx'
import type { LoadedRound } from './round-gate.tsx'
import { useRoundWords } from './round-words.ts'

type ChapterRailProps = LoadedRound & {
  readonly current: string
  /** A menu also where there would be room. */
  readonly isMenu?: boolean
  readonly onChoose: (chapter: string) => void
}

export const ChapterRail = ({ round, instrument, current, isMenu = false, onChoose }: ChapterRailProps) => {
  const { t, sectionTitle } = useRoundWords()
  const hasRoom = useMedia('(min-width: 60em)')
  const { bySection } = assessmentCompleteness(instrument, round.answers)
  const obstacles = obstaclesOf(instrument, round.answers)
  const wrongIn = (chapter: string): number =>
    instrument.questions.filter(({ id, section }) => {
      const obstacle = obstacles.get(id)
      return section === chapter && obstacle !== undefined && obstacle !== 'unanswered'
    }).length
  return (
    <SectionRail
      label={t('answering.chapters')}
      none={t('answering.chooseChapter')}
      hasRoom={hasRoom && !isMenu}
      {...{ current, onChoose }}
      entries={instrument.sections.map((chapter) => {
        const { answered = 0, total = 0 } = bySection[chapter.id] ?? {}
        const wrong = wrongIn(chapter.id)
        return {
          id: chapter.id,
          title: sectionTitle(chapter),
          count:
            wrong === 0
              ? t('round.sectionDone', { answered, total })
              : t('answering.countWrong', { answered, total, wrong }),
        }
      })}
    />
  )
}
