// The first thing to see: the stage the commune is in, who does it, until when, and what comes after.
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import type { Person } from '#features/screen-props.ts'
import { StageTag, useStageWords } from '#features/stage-overview.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { stagePath } from './paths.ts'
import { readOnlyReason } from './stage-access.ts'

type CurrentStageProps = { readonly view: PilotView; readonly today: LocalDate; readonly person: Person }

export const CurrentStage = ({ view, today, person }: CurrentStageProps) => {
  const { t } = useText('pilot')
  const { stageName } = useStageWords()
  const { currentStage, nextStage } = view.progress
  const state = view.stages.find(({ stage }) => stage === currentStage)
  const stage = state?.definition
  if (!state || !stage)
    return (
      <Notice tone="good" title={t('current.allDone')}>
        {t('current.allDoneText')}
      </Notice>
    )
  const mayDeclare = readOnlyReason(person, view.unitId, stage) === null
  const named = (code: StageState['stage']) => t('stageNamed', { code, name: stageName(code) })
  return (
    <Card title={t('current.title', { stage: named(state.stage) })} actions={<StageTag state={state} />}>
      <Stack gap={4}>
        <DefinitionList
          items={[
            { term: t('current.who'), value: stage.weight === 0 ? t('current.whoProvince') : t('current.whoCommune') },
            { term: t('current.until'), value: <Deadline state={state} today={today} /> },
            { term: t('current.next'), value: nextStage ? named(nextStage) : t('current.nothingNext') },
          ]}
        />
        <ButtonLink kind="main" wide href={stagePath(state.stage)}>
          {t(mayDeclare ? 'current.work' : 'current.view')}
        </ButtonLink>
      </Stack>
    </Card>
  )
}

const Deadline = ({ state, today }: { readonly state: StageState; readonly today: LocalDate }) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const left = daysBetween(today, state.plannedEnd)
  const key = left < 0 ? 'current.overdue' : left === 0 ? 'current.today' : 'current.left'
  return <>{t(key, { day: formats.day(state.plannedEnd), count: Math.abs(left) })}</>
}
