// Findings as rows: number, grade, the facts in one line. The same under an audit and under one of its items.
import type { AuditView, FindingView } from '#data/contract/internal-audit-contract.ts'
import { GradeTag, useFindingWords } from '#features/finding-content.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { FindingFromPhoto } from './finding-from-photo.tsx'
import { findingPath, newFindingPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

type AuditFindingsProps = { readonly audit: AuditView; readonly screen: ScreenProps; readonly mayWrite: boolean }

export const AuditFindings = ({ audit, screen, mayWrite }: AuditFindingsProps) => {
  const { t } = useAuditWords()
  const add = (
    <ButtonLink icon="plus" href={newFindingPath(audit.id, null)}>
      {t('finding.add')}
    </ButtonLink>
  )
  return (
    <Section title={t('findings')} {...(mayWrite && { actions: add })}>
      {audit.findingViews.length === 0 ? (
        <p>{t('noFindings')}</p>
      ) : (
        <FindingRows audit={audit} findings={audit.findingViews} />
      )}
      {mayWrite && <FindingFromPhoto {...{ audit, screen }} />}
    </Section>
  )
}

type FindingRowsProps = { readonly audit: AuditView; readonly findings: readonly FindingView[] }

export const FindingRows = ({ audit, findings }: FindingRowsProps) => {
  const { t } = useAuditWords()
  const { clauseText } = useFindingWords()
  return (
    <Rows label={t('findings')}>
      {findings.map((finding) => (
        <Row
          key={finding.id}
          title={finding.facts.trim() === '' ? t('finding.noFacts') : finding.facts}
          detail={
            <>
              {finding.number}
              <br />
              {clauseText(finding.clause)}
            </>
          }
          trailing={
            <Cluster gap={2}>
              <GradeTag grade={finding.grade} />
              <LocationTag location={finding.location} />
            </Cluster>
          }
          href={findingPath(audit.id, finding.id)}
          cue={t('common:open')}
        />
      ))}
    </Rows>
  )
}
