// Why a late stage is late: the reasons stated last, for everybody who looks at the stage; for the commune and whoever
// follows it also the way to state them. Nothing where the stage is not late and nothing was ever stated.
import { useState } from 'react'
import type { StageDelayView, StageOfPlan } from '#data/contract/obstacle-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { isDelayAsked } from '#domain/obstacle/stage-delay.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Stack } from '#ui/layout.tsx'
import { LocationTag } from './location-tag.tsx'
import { useObstacleWords } from './obstacle-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { StageDelayForm } from './stage-delay-form.tsx'
import { useLive } from './use-live.ts'

type StageDelaySectionProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'today' | 'clock'>
  readonly unit: string
  /** Id of the plan. */
  readonly plan: string
  readonly stage: Pick<StageState, 'stage' | 'status'>
}

export const StageDelaySection = ({ screen, unit, plan, stage: state }: StageDelaySectionProps) => {
  const { store, person } = screen
  const { t } = useObstacleWords()
  const [isChanging, setChanging] = useState(false)
  const delays = useLive(() => store.obstacles.delays([unit]), [store, unit])
  const { stage } = state
  if (delays === undefined) return null
  const stated = delays.find((delay) => delay.plan === plan && delay.stage === stage)
  const isAsked = isDelayAsked(state)
  if (!isAsked && stated === undefined) return null
  const mayWrite = isAsked && person.may('stage-delay', feedId(unit, 'pub'))
  const of: StageOfPlan = { unit, plan, stage }
  return (
    <Card title={t('delay.title')} tone={isAsked && stated === undefined ? 'warn' : 'idle'}>
      <Stack gap={4}>
        {stated && !isChanging && <Stated delay={stated} />}
        {!stated && <p>{t(mayWrite ? 'delay.ask' : 'delay.none')}</p>}
        {mayWrite &&
          (isChanging ? (
            <StageDelayForm {...{ screen, of, stated }} onSaved={() => setChanging(false)} />
          ) : (
            <Button icon="edit" onClick={() => setChanging(true)}>
              {t(stated ? 'delay.change' : 'delay.say')}
            </Button>
          ))}
      </Stack>
    </Card>
  )
}

const Stated = ({ delay }: { readonly delay: StageDelayView }) => {
  const { t, formats, reasonText, authorText } = useObstacleWords()
  return (
    <Stack gap={2}>
      <ul>
        {delay.reasons.map((reason) => (
          <li key={reason}>{reasonText(reason)}</li>
        ))}
      </ul>
      {delay.text !== '' && <p>{delay.text}</p>}
      <p>
        <b>
          {delay.expectedOn === null
            ? t('delay.noExpected')
            : t('delay.expected', { day: formats.day(delay.expectedOn) })}
        </b>
      </p>
      <p>{authorText(delay)}</p>
      <LocationTag location={delay.location} />
    </Stack>
  )
}
