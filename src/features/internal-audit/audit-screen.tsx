// One audit at a glance: how far it is, the next item, its twelve items, its findings, and how it is concluded.
import type { ScreenProps } from '#features/screen-props.ts'
import { AmendmentsSection } from '#features/amendments-section.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { useLive } from '#features/use-live.ts'
import { feedId } from '#domain/change/feed.ts'
import { auditCompleteness } from '#domain/internal-audit/audit-completeness.ts'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import { countByGrade } from '#domain/internal-audit/audit-report.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { readOnlyReason } from './audit-access.ts'
import { AuditFindings } from './audit-findings.tsx'
import { AuditGate, type LoadedAudit } from './audit-gate.tsx'
import { AuditItems } from './audit-items.tsx'
import { ConcludeAudit } from './conclude-audit.tsx'
import { OnSiteLinks } from './on-site-links.tsx'
import { AUDITS_PATH, itemPath, reportPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

export const AuditScreen = ({ id, ...screen }: ScreenProps & { readonly id: string }) => (
  <AuditGate store={screen.store} id={id}>
    {(loaded) => <Audit {...screen} {...loaded} />}
  </AuditGate>
)

const Audit = ({ audit, checklist, ...screen }: ScreenProps & LoadedAudit) => {
  const { store, person } = screen
  const { t, headText } = useAuditWords()
  const readOnly = readOnlyReason(person, audit)
  return (
    <Stack gap={5}>
      <PageHeader
        title={audit.title}
        subtitle={headText(audit)}
        back={{ href: AUDITS_PATH, label: t('title') }}
        aside={<LocationTag location={audit.location} />}
      />
      {readOnly === 'role' && <Notice tone="note">{t('readOnly.role')}</Notice>}
      {readOnly === 'concluded' ? (
        <Concluded {...{ screen, audit }} />
      ) : (
        <AuditProgress {...{ audit, checklist }} mayWrite={readOnly === null} />
      )}
      {readOnly !== 'concluded' && <OnSiteLinks {...{ audit, checklist }} />}
      <AuditItems {...{ audit, checklist, store }} today={screen.today} />
      <AuditFindings {...{ audit, screen }} mayWrite={readOnly === null} />
      {readOnly === null && <ConcludeAudit {...{ store, audit, checklist }} today={screen.today} />}
    </Stack>
  )
}

const AuditProgress = ({ audit, checklist, mayWrite }: LoadedAudit & { readonly mayWrite: boolean }) => {
  const { t } = useAuditWords()
  const { answered, total, missingItems } = auditCompleteness(checklist, audit.items, audit.findingViews)
  const [next] = missingItems
  const words = t('progress', { answered, total })
  return (
    <Card>
      <Stack gap={4}>
        <ProgressBar label={t('progressLabel')} value={answered} max={total} valueText={words} />
        {mayWrite && next !== undefined && (
          <ButtonLink kind="main" wide iconEnd="chevron-right" href={itemPath(audit.id, next)}>
            {t(answered === 0 ? 'firstItem' : 'nextItem', { item: itemLabel(checklist, next) })}
          </ButtonLink>
        )}
        {mayWrite && next === undefined && <p>{t('allAnswered')}</p>}
      </Stack>
    </Card>
  )
}

type ConcludedProps = Pick<LoadedAudit, 'audit'> & { readonly screen: ScreenProps }

const Concluded = ({ screen, audit }: ConcludedProps) => {
  const { store } = screen
  const { t, formats, countsText } = useAuditWords()
  const reports = useLive(() => store.audits.reports(audit.unitId), [store, audit.unitId])
  const report = reports?.find(({ content }) => content.auditId === audit.id)
  return (
    <>
      <Notice tone="good" title={t('concluded.title', { time: formats.dateTime(audit.concludedAt ?? 0) })}>
        <Stack gap={2}>
          <span>{t('concluded.text')}</span>
          <span>{countsText(countByGrade(audit.findingViews))}</span>
          {report && (
            <Cluster gap={2}>
              <LocationTag location={report.location} />
              <span>{t('concluded.seal', { hash: report.sha256.slice(0, 8) })}</span>
            </Cluster>
          )}
          <Cluster>
            <ButtonLink kind="main" icon="document" href={reportPath(audit.unitId, audit.id)}>
              {t('concluded.open')}
            </ButtonLink>
          </Cluster>
        </Stack>
      </Notice>
      {report && (
        <AmendmentsSection
          record={{ feed: feedId(audit.unitId, 'pub'), of: report.id, ofKind: 'audit-report' }}
          screen={screen}
        />
      )}
    </>
  )
}
