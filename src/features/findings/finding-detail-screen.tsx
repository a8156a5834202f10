// One published finding in full, with its evidence: the same sheet for the commune and for those who follow it.
import { RecordTrailLink } from '#features/record-trail-link.tsx'
import { feedId } from '#domain/change/feed.ts'
import type { FindingView } from '#data/contract/internal-audit-contract.ts'
import type { RequestContent } from '#domain/corrective-action/request.ts'
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { FindingContent } from '#features/finding-content.tsx'
import { FindingResponses } from '#features/finding-responses.tsx'
import { OpenCorrectiveAction } from '#features/open-corrective-action.tsx'
import { useNotedLook } from '#features/note-activity.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { FINDINGS_PATH } from './findings-screen.tsx'

type FindingDetailScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

const requestOf = (finding: FindingView, unit: string): RequestContent => ({
  unit,
  source: 'internal-audit',
  of: finding.id,
  grade: finding.grade,
  clause: finding.clause,
  department: finding.department,
  description: finding.facts,
  requirement: finding.requirement,
  evidence: finding.objectiveEvidence,
  dueOn: finding.dueOn,
  inspection: null,
})

export const FindingDetailScreen = ({ unit, id, ...screen }: FindingDetailScreenProps) => {
  const { store, person, platform, today } = screen
  const { t } = useText('findings')
  const found = useLive(async () => {
    const findings = await store.audits.publishedFindings([unit])
    return { finding: findings.find((one) => one.id === id) }
  }, [store, unit, id])
  useNotedLook({ store }, 'finding', unit, found?.finding?.id)
  const back = { href: FINDINGS_PATH, label: t('title') }
  if (found === undefined) {
    return (
      <>
        <PageHeader title={t('detail.loading')} back={back} />
        <Skeleton label={t('common:loading')} shape="text" count={6} />
      </>
    )
  }
  const { finding } = found
  if (finding === undefined) {
    return (
      <>
        <PageHeader title={t('detail.unknown')} back={back} />
        <EmptyState
          icon="audit-lens"
          title={t('detail.unknownTitle')}
          text={t('detail.unknownText')}
          action={<ButtonLink href={FINDINGS_PATH}>{t('detail.toList')}</ButtonLink>}
        />
      </>
    )
  }
  const place = store.identity.places.find((one) => one.id === unit)
  const area = store.identity.places.find((one) => one.id === place?.parent)
  const isFollower = person.workplace === 'monitor' || person.workplace === 'province'
  return (
    <>
      <PageHeader
        title={finding.number}
        subtitle={[place?.name, area?.kind === 'area' ? area.name : undefined].filter(Boolean).join(' · ')}
        back={back}
        {...(isFollower && {
          actions: <ButtonLink href={`/communes/${unit}?tab=findings`}>{t('detail.toCommune')}</ButtonLink>,
        })}
      />
      <FindingContent {...{ finding, today, store, platform }} />
      <FindingResponses screen={screen} finding={finding} />
      {isNonconformity(finding.grade) && (
        <Section title={t('detail.corrective')}>
          <OpenCorrectiveAction screen={screen} request={requestOf(finding, unit)} />
        </Section>
      )}
      <Cluster>
        <ButtonLink icon="document" href={`/audit-reports/${unit}/${finding.audit}`}>
          {t('detail.toReport')}
        </ButtonLink>
      </Cluster>
      <RecordTrailLink feed={feedId(unit, 'pub')} entity={finding.id} />
    </>
  )
}
