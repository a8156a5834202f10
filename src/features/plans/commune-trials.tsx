// The trial runs in every commune on a clock of its own: three months from the day it began there, apart from the end of
// the plan (PLN-6). A commune sees its own clock and the three days of each of its stages.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { type TrialClock, trialClock } from '#domain/plan/trial-clock.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { AppLink } from '#ui/link.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { StageDaysTable } from './stage-days-table.tsx'
import { usePlanWords } from './use-plan-words.ts'

type CommuneTrialsProps = { readonly plan: Plan; readonly screen: ScreenProps }

type Trial = { readonly commune: CommuneCockpit; readonly clock: TrialClock }

const tones: Readonly<Record<TrialClock['state'], Tone>> = { ahead: 'idle', running: 'act', over: 'bad', done: 'good' }

export const CommuneTrials = ({ plan, screen: { store, today } }: CommuneTrialsProps) => {
  const { t } = usePlanWords()
  const view = useLive(() => store.cockpit.view(today, plan.id), [store, today, plan.id])
  const trials = (view?.plan.id === plan.id ? view.communes : []).flatMap((commune) => {
    const clock = trialClock(plan, commune.stages, today)
    return clock ? [{ commune, clock }] : []
  })
  const [own] = trials
  if (own === undefined) return null
  return (
    <Section title={t('trials.title')} detail={t('trials.detail')}>
      {trials.length === 1 ? <OwnTrial plan={plan} trial={own} /> : <TrialTable trials={trials} />}
    </Section>
  )
}

const communeLink = ({ place }: CommuneCockpit) => <AppLink href={`/communes/${place.id}`}>{place.name}</AppLink>

function useClockWords() {
  const { t, formats } = usePlanWords()
  return {
    t,
    clockTag: ({ state, daysLeft }: TrialClock) => (
      <Tag tone={tones[state]}>{t(`trials.state.${state}`, { count: daysLeft })}</Tag>
    ),
    beganText: ({ beganOn }: TrialClock) => (beganOn === null ? t('trials.notBegun') : formats.day(beganOn)),
    endText: ({ endsOn, state }: TrialClock) =>
      t(state === 'ahead' ? 'trials.earliest' : 'trials.day', { day: formats.day(endsOn) }),
    afterText: ({ daysAfterPlan }: TrialClock) =>
      daysAfterPlan === null
        ? ''
        : daysAfterPlan === 0
          ? t('trials.fits')
          : t('trials.after', { count: daysAfterPlan }),
  }
}

const OwnTrial = ({ plan, trial: { commune, clock } }: { readonly plan: Plan; readonly trial: Trial }) => {
  const { t, clockTag, beganText, endText, afterText } = useClockWords()
  return (
    <Stack>
      <p>
        {clockTag(clock)} {t('trials.own', { began: beganText(clock), end: endText(clock) })} {afterText(clock)}
      </p>
      <StageDaysTable plan={plan} commune={commune} />
    </Stack>
  )
}

const TrialTable = ({ trials }: { readonly trials: readonly Trial[] }) => {
  const { t, clockTag, beganText, endText, afterText } = useClockWords()
  const count = (state: TrialClock['state']) => trials.filter(({ clock }) => clock.state === state).length
  const after = trials.filter(({ clock }) => (clock.daysAfterPlan ?? 0) > 0).length
  return (
    <Disclosure
      summary={t('trials.summary', { running: count('running'), over: count('over'), done: count('done') })}
      detail={t('trials.afterPlan', { count: after, total: trials.length })}
    >
      <DataTable
        caption={t('trials.caption')}
        captionHidden
        columns={[
          {
            key: 'place',
            head: t('trials.commune'),
            isRowHead: true,
            cell: ({ commune }) => communeLink(commune),
          },
          {
            key: 'state',
            head: t('trials.stateHead'),
            cell: ({ clock }) => clockTag(clock),
          },
          { key: 'began', head: t('trials.began'), cell: ({ clock }) => beganText(clock) },
          { key: 'end', head: t('trials.end'), cell: ({ clock }) => endText(clock) },
          { key: 'after', head: t('trials.planEnd'), cell: ({ clock }) => afterText(clock) },
        ]}
        rows={trials}
        rowKey={({ commune }) => commune.place.id}
      />
    </Disclosure>
  )
}
