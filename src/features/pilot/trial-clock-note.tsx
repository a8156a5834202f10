// The trial of this commune on its own clock, apart from the end of the plan: since when it runs, how long, until when.
import type { PilotView } from '#data/contract/pilot-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { trialClock } from '#domain/plan/trial-clock.ts'
import { Card } from '#ui/card.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

type TrialClockNoteProps = { readonly view: PilotView; readonly today: LocalDate }

export const TrialClockNote = ({ view, today }: TrialClockNoteProps) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const clock = trialClock(view.plan, view.stages, today)
  // Before it begins the plan's own arithmetic says enough.
  if (clock === null || clock.beganOn === null) return null
  const { state, beganOn, endsOn, daysLeft, daysAfterPlan } = clock
  const params = { began: formats.day(beganOn), ends: formats.day(endsOn), count: daysLeft }
  return (
    <Card title={t('trialClock.title')}>
      <p>{t(`trialClock.${state}`, params)}</p>
      {daysAfterPlan !== null && daysAfterPlan > 0 && <p>{t('trialClock.afterPlan', { count: daysAfterPlan })}</p>}
    </Card>
  )
}
