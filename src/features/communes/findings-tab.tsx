// What internal audits of the commune found and reported. Drafts of auditors are not shared upward.
import type { AuditReportView, FindingView } from '#data/contract/internal-audit-contract.ts'
import { countByGrade } from '#domain/internal-audit/audit-report.ts'
import { findingGrades } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { AmendmentsSection } from '#features/amendments-section.tsx'
import { GradeTag, useFindingWords } from '#features/finding-content.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { useNotedLooks } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { type CommuneWords, useCommuneWords } from './commune-words.ts'
import { pubFeed } from './feeds.ts'
import { findingPath } from './paths.ts'

type FindingsTabProps = { readonly unit: string; readonly screen: ScreenProps }

export const FindingsTab = ({ unit, screen }: FindingsTabProps) => {
  const { store, today } = screen
  const words = useCommuneWords()
  const { t } = words
  const findings = useLive(() => store.audits.publishedFindings([unit]), [store, unit])
  const reports = useLive(() => store.audits.reports(unit), [store, unit])
  // Reports are read here: they have no page of their own.
  useNotedLooks(screen, 'audit-report', unit, reports?.map(({ id }) => id) ?? [])
  if (findings === undefined || reports === undefined) return <Skeleton label={t('common:loading')} shape="rows" />
  if (findings.length === 0 && reports.length === 0) {
    return <EmptyState icon="audit-lens" title={t('findings.emptyTitle')} text={t('findings.emptyText')} />
  }
  return (
    <Stack gap={5}>
      {findings.length > 0 && (
        <Section title={t('findings.title')}>
          <Rows label={t('findings.title')}>
            {findings.map((finding) => (
              <FindingRow key={finding.id} finding={finding} unit={unit} words={words} today={today} />
            ))}
          </Rows>
        </Section>
      )}
      {reports.length > 0 && (
        <Section title={t('findings.reports')}>
          <Rows label={t('findings.reports')}>
            {reports.map((report) => (
              <ReportRow key={report.id} report={report} words={words} />
            ))}
          </Rows>
        </Section>
      )}
      {reports.map(({ id, content }) => (
        <AmendmentsSection
          key={id}
          record={{ feed: pubFeed(unit), of: id, ofKind: 'audit-report' }}
          screen={screen}
          about={content.title}
        />
      ))}
    </Stack>
  )
}

type FindingRowProps = {
  readonly finding: FindingView
  readonly unit: string
  readonly words: CommuneWords
  readonly today: LocalDate
}

const FindingRow = ({ finding: { id, number, grade, facts, dueOn }, unit, words: { t }, today }: FindingRowProps) => {
  const { dueText } = useFindingWords()
  return (
    <Row
      title={facts}
      detail={[number, dueText(dueOn, today)].filter(Boolean).join(' · ')}
      trailing={<GradeTag grade={grade} />}
      href={findingPath(unit, id)}
      cue={t('common:open')}
    />
  )
}

/** The line says what a report holds and with which seal; its page is the paper itself. */
const ReportRow = ({ report, words: { t } }: { readonly report: AuditReportView; readonly words: CommuneWords }) => {
  const { content, sha256, location } = report
  const { gradeText } = useFindingWords()
  const counts = countByGrade(content.findings)
  const found = findingGrades
    .filter((grade) => counts[grade] > 0)
    .map((grade) => `${counts[grade]} ${gradeText(grade).toLowerCase()}`)
  const detail = [
    content.on.text,
    content.department,
    found.length === 0 ? t('findings.nothingFound') : found.join(', '),
    t('sealed', { hash: sha256.slice(0, 8) }),
  ]
  return (
    <Row
      title={content.title}
      detail={detail.filter(Boolean).join(' · ')}
      trailing={<LocationTag location={location} />}
      href={`/audit-reports/${content.unit}/${content.auditId}`}
      cue={t('common:open')}
    />
  )
}
