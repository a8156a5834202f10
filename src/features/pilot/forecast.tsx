// When the commune will probably have declared conformity: a range, what it rests on and how it was reckoned (FC-1). Until
// the cockpit has read the rows, and where the plan is closed, nothing is said rather than a bare day.
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { isStageDone } from '#domain/pilot/stage-event.ts'
import { DECLARATION_STAGE } from '#domain/pilot/stage-template.ts'
import { toneOfState, useCockpitWords } from '#features/cockpit-words.ts'
import { ForecastMethod } from '#features/forecast-method.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Card } from '#ui/card.tsx'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'

type ForecastProps = Pick<ScreenProps, 'store' | 'today'> & { readonly view: PilotView }

export const Forecast = ({ view, store, today }: ForecastProps) => {
  const { t } = useText('pilot')
  const template = view.stages.map(({ definition }) => definition)
  const { forecastText, basisText, slippageText } = useCockpitWords()
  const seen = useLive(() => store.cockpit.commune(view.unitId, today, view.plan.id), [store, view.unitId, today])
  const declaration = view.stages.find(({ stage }) => stage === DECLARATION_STAGE)
  const isDeclared = declaration !== undefined && isStageDone(declaration)
  const { state } = view.progress
  if (!seen) return null
  return (
    <Card
      title={t(isDeclared ? 'forecast.declared' : 'forecast.title')}
      actions={<Tag tone={toneOfState[state]}>{t(`overallState.${state}`)}</Tag>}
    >
      <Stack gap={3}>
        <b>{forecastText(seen.range)}</b>
        <p>{slippageText(seen.slippage)}</p>
        {!isDeclared && (
          <>
            <p>{t('forecast.basis', { basis: basisText(seen.range) })}</p>
            <ForecastMethod view={{ communes: [seen], template }} />
          </>
        )}
      </Stack>
    </Card>
  )
}
