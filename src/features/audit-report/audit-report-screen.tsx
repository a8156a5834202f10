// The sealed report of an internal audit as an office paper: the same sheet for the commune and for those who follow it,
// with what was added afterwards and the signatures of both sides. Its hash is worked out anew from what is shown.
import type { AuditReportView } from '#data/contract/internal-audit-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import { AmendmentsSection } from '#features/amendments-section.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { OfficialPaper, ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { SignatureSection } from '#features/signature-section.tsx'
import { useContentHash } from '#features/use-content-hash.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ReportBody } from './report-body.tsx'
import { ReportHands } from './report-hands.tsx'
import { useReportWords } from './use-report-words.ts'

type AuditReportScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const AuditReportScreen = ({ unit, id, ...screen }: AuditReportScreenProps) => {
  const { t } = useReportWords()
  const { store, person } = screen
  const report = useLive(() => store.audits.reportOf(unit, id), [store, unit, id])
  useNotedLook(screen, 'audit-report', unit, report?.id)
  const isOwn = person.workplace === 'commune'
  const back = isOwn
    ? { href: '/internal-audit', label: t('back.own') }
    : { href: '/findings', label: t('back.findings') }
  if (report === undefined) return <Skeleton label={t('common:loading')} shape="text" count={8} />
  if (report === null) {
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <EmptyState
          icon="document"
          title={t('missing.title')}
          text={t('missing.text')}
          action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
        />
      </>
    )
  }
  return <Report {...{ screen, report, unit, back }} />
}

type ReportProps = {
  readonly screen: ScreenProps
  readonly report: AuditReportView
  readonly unit: string
  readonly back: { readonly href: string; readonly label: string }
}

const SIDES = ['auditor', 'auditee'] as const

const Report = ({ screen, report, unit, back }: ReportProps) => {
  const { t, formats } = useReportWords()
  const { store } = screen
  const { content } = report
  const commune = store.identity.places.find((place) => place.id === unit)?.name ?? unit
  const sha256 = useContentHash(store, content)
  const signatures = useLive(() => store.signatures.listOf(feedId(unit, 'pub'), report.id), [store, unit, report.id])
  const print = (
    <Button icon="print" onClick={() => void notedPrint(screen, { what: 'audit-report', unit, record: report.id })}>
      {t('common:print')}
    </Button>
  )
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <PageHeader title={t('title')} subtitle={`${commune} · ${content.title}`} back={back} actions={print} />
        <Cluster gap={2}>
          <LocationTag location={report.location} />
          <span>
            {t('seal', { hash: report.sha256.slice(0, 8), time: formats.dateTime(Date.parse(content.closedAt)) })}
          </span>
        </Cluster>
        {sha256 !== undefined && sha256 !== report.sha256 && (
          <Notice tone="bad" title={t('broken.title')}>
            {t('broken.text')}
          </Notice>
        )}
      </ScreenOnly>
      <OfficialPaper
        commune={commune}
        on={localDateAt(Date.parse(content.closedAt), VIETNAM_OFFSET_MINUTES)}
        title={t('paper.title')}
        subtitle={content.title}
      >
        <ReportBody {...{ screen, report, unit }} />
        <ReportHands signatures={signatures ?? []} sha256={sha256 ?? report.sha256} />
      </OfficialPaper>
      <AmendmentsSection
        record={{ feed: feedId(unit, 'pub'), of: report.id, ofKind: 'audit-report' }}
        screen={screen}
      />
      {sha256 !== undefined && (
        <ScreenOnly>
          <SignatureSection
            screen={screen}
            record={{ unit, feed: feedId(unit, 'pub'), of: report.id, ofKind: 'audit-report', sha256 }}
            sides={SIDES}
            title={t('signedTitle', { title: content.title })}
          />
        </ScreenOnly>
      )}
    </Stack>
  )
}
