// The internal audits of the commune: what is running first, then what was concluded with what it found.
import type { AuditListItem } from '#data/contract/internal-audit-contract.ts'
import { countByGrade, type GradeCounts } from '#domain/internal-audit/audit-report.ts'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { mayAudit } from './audit-access.ts'
import { auditPath, NEW_AUDIT_PATH } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

export const AuditsScreen = ({ store, person }: ScreenProps) => {
  const { t } = useAuditWords()
  const unit = person.place.id
  const data = useLive(async () => {
    const [audits, reports] = await Promise.all([store.audits.list(unit), store.audits.reports(unit)])
    const counts = new Map(reports.map(({ content }) => [content.auditId, countByGrade(content.findings)]))
    return { running: audits.filter(isRunning), concluded: audits.filter((audit) => !isRunning(audit)), counts }
  }, [store, unit])
  const mayWrite = mayAudit(person, unit)
  const hasAny = data !== undefined && data.running.length + data.concluded.length > 0
  const startLink = (kind: 'main' | 'outline') => (
    <ButtonLink kind={kind} icon="plus" href={NEW_AUDIT_PATH}>
      {t('list.new')}
    </ButtonLink>
  )
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        {...(hasAny && mayWrite && { actions: startLink(data.running.length > 0 ? 'outline' : 'main') })}
      />
      {data === undefined && <Skeleton label={t('loading')} shape="rows" />}
      {hasAny && <AuditLists {...data} mayWrite={mayWrite} />}
      {data !== undefined && !hasAny && (
        <EmptyState
          icon="audit-lens"
          title={t('list.emptyTitle')}
          text={mayWrite ? t('list.emptyText') : t('list.emptyReader')}
          {...(mayWrite && { action: startLink('main') })}
        />
      )}
    </Stack>
  )
}

const isRunning = (audit: AuditListItem): boolean => audit.concludedAt === null

type AuditListsProps = {
  readonly running: readonly AuditListItem[]
  readonly concluded: readonly AuditListItem[]
  readonly counts: ReadonlyMap<string, GradeCounts>
  readonly mayWrite: boolean
}

const AuditLists = ({ running, concluded, counts, mayWrite }: AuditListsProps) => {
  const { t } = useAuditWords()
  return (
    <>
      {running.length > 0 && (
        <Section title={t('list.running')}>
          <Rows label={t('list.running')}>
            {running.map((audit, index) => (
              <AuditRow key={audit.id} audit={audit} isNext={mayWrite && index === 0} />
            ))}
          </Rows>
        </Section>
      )}
      {concluded.length > 0 && (
        <Section title={t('list.concluded')}>
          <Rows label={t('list.concluded')}>
            {concluded.map((audit) => (
              <AuditRow key={audit.id} audit={audit} counts={counts.get(audit.id)} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}

type AuditRowProps = {
  readonly audit: AuditListItem
  readonly counts?: GradeCounts | undefined
  readonly isNext?: boolean
}

const AuditRow = ({ audit, counts, isNext = false }: AuditRowProps) => {
  const { t, headText, countsText } = useAuditWords()
  const { answered, total, findings: count } = audit
  const figures = counts
    ? countsText(counts)
    : t('list.figures', { answered, total, findings: t('list.findings', { count }) })
  // Whoever follows only the completeness has nothing to open (decision D4).
  const isOpenable = audit.instrument !== ''
  return (
    <Row
      mark={
        <Mark
          tone={audit.concludedAt === null ? 'act' : 'good'}
          icon={audit.concludedAt === null ? 'audit-lens' : 'check'}
        />
      }
      title={audit.title}
      detail={
        <>
          {headText(audit)}
          <br />
          {figures}
        </>
      }
      trailing={<LocationTag location={audit.location} />}
      {...(isOpenable && { href: auditPath(audit.id), cue: isNext ? t('common:continue') : t('common:open') })}
      cueIsMain={isNext}
    />
  )
}
