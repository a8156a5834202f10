// The progress report as a sheet of A4: every commune by area with its sums, the target of the plan, and what the
// figures were counted from and when. What is on the screen is what is printed, with the office's head and room to sign.
import { useMemo } from 'react'
import type { CockpitView } from '#data/contract/cockpit-contract.ts'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { SyncStatus } from '#data/contract/store-contract.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { PrintedByOffice } from '#features/followers-paper.tsx'
import { notedPrint } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { TargetOutlookCard } from '#features/target-outlook.tsx'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { reportGroups, totalsOf } from './report-figures.ts'
import { ReportTable } from './report-table.tsx'

export const ProgressReportScreen = (screen: ScreenProps) => {
  const { store, person, today } = screen
  const { t } = useText('reports')
  const rows = useLive(() => store.communes.list(), [store])
  const view = useLive(() => store.cockpit.view(today), [store, today])
  const status = useLive(() => store.syncCentre.status(), [store])
  const isReady = rows !== undefined && view !== undefined && status !== undefined
  return (
    <>
      <ScreenOnly>
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
      </ScreenOnly>
      {!isReady && <Skeleton label={t('common:loading')} shape="rows" count={8} />}
      {isReady && rows.length === 0 && <EmptyState icon="chart" title={t('empty.title')} text={t('empty.text')} />}
      {isReady && rows.length > 0 && (
        <PrintedByOffice person={person} on={today} title={t('title')}>
          <Report rows={rows} view={view} status={status} screen={screen} />
        </PrintedByOffice>
      )}
    </>
  )
}

type ReportProps = {
  readonly rows: readonly CommuneRow[]
  readonly view: CockpitView | null
  readonly status: SyncStatus
  readonly screen: ScreenProps
}

const Report = ({ rows, view, status, screen: { today } }: ReportProps) => {
  const { t } = useText('reports')
  const groups = useMemo(() => reportGroups(rows, today), [rows, today])
  const totals = useMemo(() => totalsOf(rows, today), [rows, today])
  const ranges = useMemo(() => new Map(view?.communes.map(({ place, range }) => [place.id, range])), [view])
  return (
    <>
      <Source plan={view?.plan ?? null} status={status} today={today} />
      {view?.targets.map((outlook) => (
        <TargetOutlookCard key={outlook.target.text.vi} outlook={outlook} view={view} />
      ))}
      <Section title={t('table.title')} detail={t('table.note')}>
        <ReportTable groups={groups} totals={totals} ranges={ranges} />
      </Section>
    </>
  )
}

type SourceProps = Pick<ReportProps, 'status'> & { readonly plan: Plan | null; readonly today: string }

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
