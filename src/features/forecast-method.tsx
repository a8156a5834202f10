// How the forecast was reckoned, in words: whoever relies on it must be able to see what it rests on (CKP-8).
import { useMemo } from 'react'
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { StagePace } from '#domain/forecast/forecast-range.ts'
import { LEAST_SAMPLE } from '#domain/forecast/forecast-range.ts'
import type { StageTemplate } from '#domain/pilot/stage-template.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { useCockpitWords } from './cockpit-words.ts'

interface Forecasts {
  readonly communes: readonly Pick<CommuneCockpit, 'range'>[]
  readonly template: StageTemplate
}

/** Pace of each open stage, once, in the order of the template. */
function pacesOf({ communes, template }: Forecasts): readonly StagePace[] {
  const byStage = new Map(communes.flatMap(({ range }) => range.stages.map((pace) => [pace.stage, pace] as const)))
  return template.flatMap(({ code }) => byStage.get(code) ?? [])
}

export const ForecastMethod = ({ view }: { readonly view: Forecasts }) => {
  const { t, shortOf } = useCockpitWords(view.template)
  const paces = useMemo(() => pacesOf(view), [view])
  const seen = paces.filter(({ from }) => from === 'comparable')
  const normal = paces.filter(({ from }) => from === 'normal')
  return (
    <Disclosure summary={t('method.title')}>
      <Stack gap={3}>
        <p>{t('method.pace', { least: LEAST_SAMPLE })}</p>
        <p>{t('method.range')}</p>
        {seen.length > 0 && (
          <p>
            {t('method.seen', {
              stages: seen
                .map(({ stage, sample }) => t('method.seenStage', { stage: shortOf(stage), sample }))
                .join('; '),
            })}
          </p>
        )}
        {normal.length > 0 && (
          <p>{t('method.normal', { stages: normal.map(({ stage }) => shortOf(stage)).join('; ') })}</p>
        )}
      </Stack>
    </Disclosure>
  )
}
