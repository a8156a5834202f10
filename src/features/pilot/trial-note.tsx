// The arithmetic of the plan itself: three months of trial, begun at the earliest on the plan's own date, may end after
// the plan. Said openly with its sum, because no commune can work against it (PIL-14).
import { type Plan, trialShortfall } from '#domain/pilot/plan.ts'
import { endOfPeriod } from '#domain/pilot/schedule.ts'
import { TRIAL_STAGE } from '#domain/pilot/stage-template.ts'
import { planCalendar, stageOf } from '#domain/plan/plan-time.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export const TrialNote = ({ plan }: { readonly plan: Plan }) => {
  const { t } = useText('pilot')
  const shortfall = trialShortfall(plan)
  if (shortfall === null) {
    return (
      <Notice tone="warn" title={t('trial.unknown')}>
        {t('trial.unknownText', { date: plan.date.text, end: plan.end.text })}
      </Notice>
    )
  }
  const title = shortfall > 0 ? t('trial.short', { count: shortfall }) : t('trial.fits')
  return (
    <Stack gap={2}>
      <Notice tone={shortfall > 0 ? 'warn' : 'note'} title={title}>
        {t(shortfall > 0 ? 'trial.shortText' : 'trial.fitsText')}
      </Notice>
      <Disclosure summary={t('howCounted')}>
        <TrialSum plan={plan} shortfall={shortfall} />
      </Disclosure>
    </Stack>
  )
}

const TrialSum = ({ plan, shortfall }: { readonly plan: Plan; readonly shortfall: number }) => {
  const { t } = useText('pilot')
  const formats = useFormats()
  const duration = stageOf(plan, TRIAL_STAGE)?.duration
  const { date } = plan.date
  if (!duration || date === null || plan.end.date === null) return null
  const params = {
    date: formats.day(date),
    duration: t(`duration.${duration.unit}`, { count: duration.amount }),
    end: formats.day(endOfPeriod(date, duration, planCalendar(plan))),
    planEnd: formats.day(plan.end.date),
  }
  return (
    <Stack gap={2}>
      <p>{t('trial.sum', params)}</p>
      <p>
        {shortfall > 0
          ? t('trial.difference', { count: shortfall, planEnd: params.planEnd })
          : t('trial.noDifference', { planEnd: params.planEnd })}
      </p>
    </Stack>
  )
}
