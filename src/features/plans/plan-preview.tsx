// What the plan would do before it is kept: the days of every stage beside those of today, the holidays that were counted
// and whether the trial fits. Communes that have begun see their planned days move, so how many there are is said.
import { scheduleOf } from '#domain/plan/plan-time.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { CountedDays, ScheduleTable } from './plan-schedule.tsx'
import { isScheduled, type PlanBase, type ReadPlan } from './read-plan-form.ts'
import { TrialNotice } from './trial-notice.tsx'
import { usePlanWords } from './use-plan-words.ts'

type PlanPreviewProps = { readonly read: ReadPlan; readonly base: PlanBase; readonly begun: number }

export const PlanPreview = ({ read, base, begun }: PlanPreviewProps) => {
  const { t } = usePlanWords()
  const { plan } = read
  if (!isScheduled(read)) {
    return (
      <Section title={t('preview.title')}>
        <p>{t('preview.notYet')}</p>
      </Section>
    )
  }
  const before = base.start === undefined ? undefined : scheduleOf({ ...base, start: base.start })
  const isMoved = before?.some(({ end }, at) => end !== scheduleOf(plan)[at]?.end) === true
  return (
    <Section title={t('preview.title')} detail={t('preview.detail')}>
      <Stack>
        {isMoved && begun > 0 && (
          <Notice tone="warn" title={t('preview.moved', { count: begun })}>
            {t('preview.movedText')}
          </Notice>
        )}
        <TrialNotice plan={plan} />
        <ScheduleTable plan={plan} {...(before && { before })} />
        <CountedDays plan={plan} />
      </Stack>
    </Section>
  )
}
