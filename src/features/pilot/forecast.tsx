// When the commune will probably declare conformity, how that compares with the plan, and how it was counted (PIL-11).
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { isStageDone } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE, type Stage } from '#domain/pilot/stage-template.ts'
import { useStageWords } from '#features/stage-overview.tsx'
import { Card } from '#ui/card.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

const toneByState: Readonly<Record<PilotView['progress']['state'], Tone>> = {
  'on-time': 'good',
  'at-risk': 'warn',
  late: 'bad',
  done: 'good',
}

export const Forecast = ({ view, today }: { readonly view: PilotView; readonly today: LocalDate }) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const { forecast, state } = view.progress
  const declaration = view.stages.find(({ stage }) => stage === DECLARATION_STAGE)
  const isDeclared = declaration !== undefined && isStageDone(declaration)
  const planned = declaration?.plannedEnd
  const after = planned === undefined ? 0 : daysBetween(planned, forecast)
  const comparison = after > 0 ? 'forecast.later' : after < 0 ? 'forecast.earlier' : 'forecast.onDay'
  return (
    <Card
      title={t(isDeclared ? 'forecast.declared' : 'forecast.title')}
      actions={<Tag tone={toneByState[state]}>{t(`overallState.${state}`)}</Tag>}
    >
      <Stack gap={3}>
        <b>{formats.day(forecast)}</b>
        {planned !== undefined && <p>{t(comparison, { day: formats.day(planned), count: Math.abs(after) })}</p>}
        {!isDeclared && <ForecastSum {...{ view, today }} />}
      </Stack>
    </Card>
  )
}

const ForecastSum = ({ view, today }: { readonly view: PilotView; readonly today: LocalDate }) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const { stageName } = useStageWords()
  const last = view.stages.findIndex(({ stage }) => stage === DECLARATION_STAGE)
  const open = view.stages.slice(0, last + 1).filter((state) => !isStageDone(state))
  const counted = open.map(({ definition }) => definition)
  const first = view.stages.find(({ stage }) => stage === counted[0]?.code)
  const lasting = ({ duration }: Stage) => t(`duration.${duration.unit}`, { count: duration.amount })
  return (
    <Disclosure summary={t('howCounted')}>
      <Stack gap={2}>
        <p>
          {t('forecast.rule', {
            start: formats.day(first?.startedOn ?? first?.plannedStart ?? today),
            today: formats.day(today),
          })}
        </p>
        <ul>
          {counted.map((stage) => (
            <li key={stage.code}>
              {t('forecast.part', {
                stage: t('stageNamed', { code: stage.code, name: stageName(stage.code) }),
                duration: lasting(stage),
              })}
            </li>
          ))}
        </ul>
        <p>{t('forecast.proposal')}</p>
      </Stack>
    </Disclosure>
  )
}
