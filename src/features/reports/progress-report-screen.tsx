// The progress report as a sheet of A4: every commune by area with its sums, the target of the plan, and what the
// figures were counted from and when. What is on the screen is what is printed.
import { useMemo } from 'react'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { SyncStatus } from '#data/contract/store-contract.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { notedPrint } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { reportGroups, totalsOf } from './report-figures.ts'
import { ReportTable } from './report-table.tsx'
import { ReportTarget } from './report-target.tsx'

export const ProgressReportScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useText('reports')
  const rows = useLive(() => store.communes.list(), [store])
  const plans = useLive(() => store.pilot.plans(), [store])
  const status = useLive(() => store.syncCentre.status(), [store])
  const isReady = rows !== undefined && plans !== undefined && status !== undefined
  const plan = plans?.find(({ state }) => state === 'live') ?? null
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={person.place.name}
        {...(isReady &&
          rows.length > 0 && {
            actions: (
              <Button kind="main" icon="print" onClick={() => void notedPrint(screen, { what: 'progress-report' })}>
                {t('common:print')}
              </Button>
            ),
          })}
      />
      {!isReady && <Skeleton label={t('common:loading')} shape="rows" count={8} />}
      {isReady && rows.length === 0 && <EmptyState icon="chart" title={t('empty.title')} text={t('empty.text')} />}
      {isReady && rows.length > 0 && <Report rows={rows} plan={plan} status={status} screen={screen} />}
    </>
  )
}

type ReportProps = {
  readonly rows: readonly CommuneRow[]
  readonly plan: Plan | null
  readonly status: SyncStatus
  readonly screen: ScreenProps
}

const Report = ({ rows, plan, status, screen: { person, today } }: ReportProps) => {
  const { t } = useText('reports')
  const groups = useMemo(() => reportGroups(rows, today), [rows, today])
  const totals = useMemo(() => totalsOf(rows, today), [rows, today])
  return (
    <>
      <Source plan={plan} status={status} today={today} />
      {plan?.targets.map((target) => (
        <ReportTarget
          key={target.text.vi}
          target={target}
          reached={totals.declared}
          isWholeScope={person.workplace === 'province'}
        />
      ))}
      <Section title={t('table.title')} detail={t('table.note')}>
        <ReportTable groups={groups} totals={totals} />
      </Section>
    </>
  )
}

type SourceProps = Pick<ReportProps, 'plan' | 'status'> & { readonly today: string }

/** A figure without its date and source is worth nothing on paper. */
const Source = ({ plan, status: { lastContactAt, pendingChanges }, today }: SourceProps) => {
  const { t, language } = useText('reports')
  const formats = useFormats()
  const sync = lastContactAt === null ? t('source.never') : t('source.contact', { at: formats.dateTime(lastContactAt) })
  return (
    <div>
      {plan !== null && (
        <p>
          {t('source.plan', {
            number: plan.number,
            day: plan.date.text,
            issuer: language === 'en' ? plan.issuer.en : plan.issuer.vi,
          })}
        </p>
      )}
      <p>{t('source.counted', { day: formats.day(today), sync })}</p>
      {pendingChanges > 0 && <p>{t('source.pending', { count: pendingChanges })}</p>}
      {plan?.illustrative && (
        <p>
          <strong>{t('common:illustrative')}</strong>
        </p>
      )}
    </div>
  )
}
