// The days of every stage, and what they were reckoned with: the holidays that took working days away, those of them
// that still have to be checked, and the days off that are worked.
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { Schedule } from '#domain/pilot/schedule.ts'
import { countedDays, yearsWithoutLunarDays } from '#domain/plan/plan-days.ts'
import { scheduleOf, stageOf } from '#domain/plan/plan-time.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { usePlanWords } from './use-plan-words.ts'

type ScheduleTableProps = {
  readonly plan: Plan
  /** The days as they are kept now, where something else is being tried. */
  readonly before?: Schedule
}

export const ScheduleTable = ({ plan, before }: ScheduleTableProps) => {
  const { t, formats, stageText, durationText } = usePlanWords()
  const rows = scheduleOf(plan).flatMap((planned) => {
    const stage = stageOf(plan, planned.stage)
    return stage ? [{ ...planned, ...stage, was: before?.find((one) => one.stage === planned.stage)?.end }] : []
  })
  const endOf = (end: LocalDate, was: LocalDate | undefined) => (
    <>
      {formats.day(end)}
      {was !== undefined && was !== end && <> {t('endBefore', { day: formats.day(was) })}</>}
    </>
  )
  return (
    <DataTable
      caption={t('scheduleCaption')}
      captionHidden
      columns={[
        { key: 'stage', head: t('stage'), isRowHead: true, cell: (row) => stageText(row.stage) },
        { key: 'duration', head: t('durationHead'), cell: (row) => durationText(row.duration) },
        { key: 'weight', head: t('weight'), align: 'end', cell: (row) => t('percent', { value: row.weight }) },
        { key: 'start', head: t('from'), cell: (row) => formats.day(row.start) },
        { key: 'end', head: t('to'), cell: (row) => endOf(row.end, row.was) },
      ]}
      rows={rows}
      rowKey={(row) => row.stage}
    />
  )
}

export const CountedDays = ({ plan }: { readonly plan: Plan }) => {
  const { t, formats, dayOffText } = usePlanWords()
  const last = scheduleOf(plan).at(-1)?.end ?? plan.start
  const days = countedDays(plan, plan.start, last)
  const toCheck = days.filter(({ needsChecking }) => needsChecking).length
  const unknown = yearsWithoutLunarDays(plan.start, last)
  return (
    <>
      {unknown.length > 0 && (
        <Notice tone="warn" title={t('days.unknown', { years: unknown.join(', ') })}>
          {t('days.unknownText')}
        </Notice>
      )}
      <Disclosure
        summary={t('days.title', { count: days.length })}
        detail={toCheck > 0 ? t('days.toCheck', { count: toCheck }) : t('days.detail')}
      >
        {days.length === 0 && <p>{t('days.none')}</p>}
        <ul>
          {days.map((day) => (
            <li key={day.on}>
              <Cluster gap={2}>
                <span>{t('days.line', { day: formats.dayWithWeekday(day.on), what: dayOffText(day) })}</span>
                {day.needsChecking && <Tag tone="warn">{t('common:toCheck')}</Tag>}
              </Cluster>
            </li>
          ))}
        </ul>
        <p>{t('days.source')}</p>
      </Disclosure>
    </>
  )
}
