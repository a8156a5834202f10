// How obstacles and reasons for delay are said wherever they stand: what state they are in, with whom, since when.
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import type { Written } from '#data/contract/review-contract.ts'
import { type LateReason, lateReasons } from '#domain/field-visit/late-reason.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { daysWithoutAnswer, type Obstacle } from '#domain/obstacle/obstacle.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'
import { useStageWords } from './stage-overview.tsx'

export const OBSTACLES_PATH = '/obstacles'
export const obstaclePath = (unit: string, id: string): string => `${OBSTACLES_PATH}/${unit}/${id}`

/** Where one is raised, with what is known already. */
export const raiseObstaclePath = (unit: string, stage?: string): string =>
  `${OBSTACLES_PATH}/new?${new URLSearchParams({ unit, ...(stage !== undefined && { stage }) })}`

const tones: Readonly<Record<Obstacle['state'], Tone>> = { open: 'act', answered: 'note', settled: 'good' }

export const toneOfObstacle = (obstacle: Obstacle, today: LocalDate): Tone =>
  daysWithoutAnswer(obstacle, today) > 0 ? 'bad' : tones[obstacle.state]

export function useObstacleWords() {
  const { t, language } = useText('obstacles')
  const formats = useFormats()
  const { stageName } = useStageWords()
  const stageText = (stage: StageCode | null): string =>
    stage === null ? t('general') : t('stage', { code: stage, name: stageName(stage) })
  return {
    t,
    formats,
    stageText,
    stateText: (obstacle: Obstacle, today: LocalDate): string => {
      const overdue = daysWithoutAnswer(obstacle, today)
      return overdue > 0 ? t('overdue', { count: overdue }) : t(`state.${obstacle.state}`)
    },
    /** One line: where, with whom, until when. `place` is left out where it is plain. */
    detailText: ({ stage, owner, dueOn, raisedOn, state }: ObstacleView, place: string): string =>
      [
        place,
        stageText(stage),
        owner === '' ? state === 'open' && t('noOwner') : t('ownedBy', { owner }),
        state === 'open' && dueOn !== null && t('dueOn', { day: formats.day(dueOn) }),
        t('raisedOn', { day: formats.day(raisedOn) }),
      ]
        .filter(Boolean)
        .join(' · '),
    reasonText: (reason: LateReason): string => {
      const name = lateReasons.find(({ id }) => id === reason)?.name
      return name ? (language === 'en' ? name.en : name.vi) : reason
    },
    authorText: ({ byName, at }: Written): string =>
      t('by', { author: byName ?? t('someone'), time: formats.dateTime(at) }),
  }
}
