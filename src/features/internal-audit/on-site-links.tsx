// What else belongs to an audit on site, as rows with how far each is: the split, the samples, the two meetings and the
// words of the report.
import { samplesByField } from '#domain/internal-audit/sample.ts'
import { hasReportWords } from '#domain/internal-audit/report-words.ts'
import { itemsFor } from '#domain/internal-audit/share.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { meetingsPath, samplesPath, teamPath, wordsPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

export const OnSiteLinks = ({ audit, checklist }: LoadedAudit) => {
  const { t } = useAuditWords()
  const nobody = itemsFor(checklist.questions, audit.shares, 'nobody', []).length
  const total = checklist.questions.length
  const missing = samplesByField(audit.samples).filter((field) => field.missing > 0).length
  const opened = audit.meetings.filter(({ people }) => people.length > 0).length
  const rows = [
    {
      href: teamPath(audit.id),
      title: t('onSite.team'),
      detail: nobody === total ? t('onSite.notShared') : t('onSite.shared', { nobody }),
    },
    {
      href: samplesPath(audit.id),
      title: t('onSite.samples'),
      detail: t(missing > 0 ? 'onSite.samplesMissing' : 'onSite.samplesCount', {
        count: audit.samples.length,
        missing,
      }),
    },
    {
      href: meetingsPath(audit.id),
      title: t('onSite.meetings'),
      detail: t('onSite.meetingsCount', { count: audit.meetings.length, opened }),
    },
    {
      href: wordsPath(audit.id),
      title: t('onSite.words'),
      detail:
        audit.words.conclusion === null
          ? t(hasReportWords(audit.words) ? 'onSite.noConclusion' : 'onSite.noWords')
          : t(`words.conclusion.${audit.words.conclusion}`),
    },
  ]
  return (
    <Section title={t('onSite.title')}>
      <Rows label={t('onSite.title')}>
        {rows.map(({ href, title, detail }) => (
          <Row key={href} {...{ href, title, detail }} cue={t('common:open')} />
        ))}
      </Rows>
    </Section>
  )
}
