// Said on the first day, before anybody works against it: the trial of three months and the end of the plan, and by how
// many days they miss each other – at best, and by the plan's own schedule (PIL-14, PLN-7).
import { type Plan, trialShortfall } from '#domain/pilot/plan.ts'
import { TRIAL_STAGE } from '#domain/pilot/stage-template.ts'
import { scheduleOf } from '#domain/plan/plan-time.ts'
import { scheduledShortfall } from '#domain/plan/trial-clock.ts'
import { Notice } from '#ui/notice.tsx'
import { usePlanWords } from './use-plan-words.ts'

export const TrialNotice = ({ plan }: { readonly plan: Plan }) => {
  const { t, formats } = usePlanWords()
  const atBest = trialShortfall(plan)
  const scheduled = scheduledShortfall(plan)
  const trialEnd = scheduleOf(plan).find(({ stage }) => stage === TRIAL_STAGE)?.end
  if (atBest === null || scheduled === null || trialEnd === undefined) {
    return (
      <Notice tone="warn" title={t('trial.unknown')}>
        {t('trial.unknownText', { end: plan.end.text })}
      </Notice>
    )
  }
  const days = { end: plan.end.text, trialEnd: formats.day(trialEnd) }
  if (atBest > 0)
    return (
      <Notice tone="warn" title={t('trial.cannot', { count: atBest })}>
        {t('trial.cannotText', { count: scheduled, ...days })}
      </Notice>
    )
  if (scheduled > 0)
    return (
      <Notice tone="warn" title={t('trial.late', { count: scheduled })}>
        {t('trial.lateText', days)}
      </Notice>
    )
  return <Notice tone="note">{t('trial.fits', days)}</Notice>
}
