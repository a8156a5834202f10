// Where the commune stands in the pilot model, at a glance: stages, what comes next, when it will probably declare, and
// openly where the plan is too short for its own trial (PIL-14). How it is counted stands on the progress screen.
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { daysBetween } from '#domain/kernel/local-date.ts'
import { trialShortfall } from '#domain/pilot/plan.ts'
import { isStageDone, type StageStatus } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE } from '#domain/pilot/stage-template.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Notice } from '#ui/notice.tsx'
import { Stack } from '#ui/layout.tsx'
import { StageCells, type StageState as CellState } from '#ui/stage-cells.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { PROGRESS_PATH } from './paths.ts'
import { type TodayWords, useTodayWords } from './use-today-words.ts'

type PilotPart = Pick<PilotView, 'plan' | 'stages' | 'progress'>

const cells: Readonly<Record<StageStatus, CellState>> = {
  'not-reached': 'empty',
  'in-progress': 'now',
  late: 'late',
  declared: 'done',
  confirmed: 'confirmed',
}

const tones: Readonly<Record<PilotView['progress']['state'], Tone>> = {
  'on-time': 'good',
  'at-risk': 'warn',
  late: 'bad',
  done: 'good',
}

export const PilotCard = ({ pilot }: { readonly pilot: PilotPart | null }) => {
  const words = useTodayWords()
  const { t } = words
  if (pilot === null) {
    return (
      <Card title={t('pilot.title')}>
        <p>{t('pilot.none')}</p>
        <ButtonLink href="/more/plans">{t('pilot.plans')}</ButtonLink>
      </Card>
    )
  }
  const { progress, stages } = pilot
  const state =
    progress.state === 'late' ? t('pilot.late', { count: progress.daysLate }) : t(`pilot.state.${progress.state}`)
  return (
    <Card title={t('pilot.title')} actions={<Tag tone={tones[progress.state]}>{state}</Tag>}>
      <Stack gap={3}>
        <StageCells
          label={t('pilot.stages')}
          showShort
          stages={stages.map(({ stage, status, daysLate }) => ({
            key: stage,
            short: stage,
            state: cells[status],
            label: t('pilot.cell', {
              stage: words.stageNamed(stage),
              state: t(`status.${status}`, { count: daysLate }),
            }),
          }))}
        />
        <Where progress={progress} words={words} />
        <Forecast pilot={pilot} words={words} />
        <ButtonLink href={PROGRESS_PATH} wide>
          {t('pilot.open')}
        </ButtonLink>
      </Stack>
    </Card>
  )
}

type PartProps = { readonly words: TodayWords }

const Where = ({ progress, words: { t, stageNamed } }: PartProps & Pick<PilotView, 'progress'>) => (
  <div>
    <b>{progress.currentStage ? t('pilot.now', { stage: stageNamed(progress.currentStage) }) : t('pilot.allDone')}</b>
    {progress.nextStage && <div>{t('pilot.next', { stage: stageNamed(progress.nextStage) })}</div>}
  </div>
)

const Forecast = ({
  pilot: { plan, stages, progress },
  words: { t, formats },
}: PartProps & { readonly pilot: PilotPart }) => {
  const declaration = stages.find(({ stage }) => stage === DECLARATION_STAGE)
  const isDeclared = declaration !== undefined && isStageDone(declaration)
  const day = formats.day(progress.forecast)
  if (isDeclared) return <Notice tone="good" title={t('pilot.declared', { day })} />
  const shortfall = trialShortfall(plan) ?? 0
  const after = declaration ? daysBetween(declaration.plannedEnd, progress.forecast) : 0
  const isBehind = after > 0 || shortfall > 0
  return (
    <Notice tone={isBehind ? 'warn' : 'note'} title={t('pilot.forecast', { day })}>
      <Stack gap={2}>
        {declaration && (
          <span>
            {t(after > 0 ? 'pilot.after' : 'pilot.within', {
              count: Math.max(0, after),
              day: formats.day(declaration.plannedEnd),
            })}
          </span>
        )}
        {shortfall > 0 && <span>{t('pilot.trialShort', { end: plan.end.text, count: shortfall })}</span>}
        <ButtonLink kind="plain" href={PROGRESS_PATH}>
          {t('pilot.howCounted')}
        </ButtonLink>
      </Stack>
    </Notice>
  )
}
