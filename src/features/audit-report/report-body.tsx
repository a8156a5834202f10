// The sections of the report in the order offices write them. What was not sealed leaves no empty section, only the words
// of the team have dots to be filled in by hand.
import { Suspense } from 'react'
import type { AuditReportView } from '#data/contract/internal-audit-contract.ts'
import { countByGrade } from '#domain/internal-audit/audit-report.ts'
import { type AuditResult, auditResults } from '#domain/internal-audit/audit-result.ts'
import { editionById } from '#domain/standard/edition.ts'
import { PaperTable } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { ReportAnswers } from './report-answers.tsx'
import { ReportFindings, ReportRequests } from './report-findings.tsx'
import { ReportIndependence, ReportMeetings, ReportSamples } from './report-evidence.tsx'
import { useReportWords } from './use-report-words.ts'

export type ReportPartProps = { readonly content: AuditReportView['content'] }

type ReportBodyProps = { readonly screen: ScreenProps; readonly report: AuditReportView; readonly unit: string }

export const ReportBody = ({ screen, report, unit }: ReportBodyProps) => {
  const { t, orDots } = useReportWords()
  const { content } = report
  const { words } = content
  return (
    <>
      <General content={content} />
      <ReportMeetings content={content} />
      <Section title={t('process.title')} level={3}>
        <Stack gap={3}>
          <p>{orDots(words?.process)}</p>
          <Process content={content} />
          <ReportSamples content={content} />
        </Stack>
      </Section>
      <Section title={t('strengths')} level={3}>
        <p>{orDots(words?.strengths)}</p>
      </Section>
      <ReportFindings content={content} />
      <ReportRequests {...{ screen, content, unit }} />
      <Conclusion content={content} />
      <ReportIndependence content={content} />
      <Suspense fallback={null}>
        <ReportAnswers {...{ screen, content }} />
      </Suspense>
    </>
  )
}

const General = ({ content }: ReportPartProps) => {
  const { t, language, dayText, orDots } = useReportWords()
  const { plan } = content
  const edition = editionById(content.edition)
  const team = (plan?.team ?? []).map(({ name, post, isLeader }) =>
    [name, post, isLeader ? t('general.leader') : ''].filter(Boolean).join(', '),
  )
  const rows: readonly (readonly [string, string])[] = [
    [t('general.on'), dayText(content.on)],
    [t('general.department'), content.department],
    [t('general.standard'), edition ? (language === 'en' ? edition.label.en : edition.label.vi) : content.edition],
    [
      t('general.plan'),
      plan
        ? t('general.planOf', { number: orDots(plan.decisionNumber), day: orDots(plan.decidedOn), round: plan.round })
        : t('general.noPlan'),
    ],
    ...(plan
      ? ([
          [t('general.purpose'), orDots(plan.purpose)],
          [t('general.scope'), orDots(plan.scope)],
        ] as const)
      : []),
    [t('general.team'), team.length === 0 ? t('paper.dots') : team.join('; ')],
  ]
  return (
    <Section title={t('general.title')} level={3}>
      <PaperTable
        label={t('general.title')}
        heads={[t('general.what'), t('general.content')]}
        rows={rows.map(([what, value]) => ({ key: what, cells: [what, value] }))}
      />
    </Section>
  )
}

/** How many items had which result. */
const Process = ({ content: { answers, findings } }: ReportPartProps) => {
  const { t, resultText } = useReportWords()
  const count = (result: AuditResult) => answers.filter((answer) => answer.result === result).length
  const counts = auditResults.filter((result) => count(result) > 0)
  return (
    <p>
      {t('process.items', {
        count: answers.length,
        results: counts.map((result) => `${count(result)} ${resultText(result).toLowerCase()}`).join(', '),
        findings: findings.length,
        strengths: countByGrade(findings).strength,
      })}
    </p>
  )
}

const Conclusion = ({ content: { words } }: ReportPartProps) => {
  const { t, orDots } = useReportWords()
  const conclusion = words?.conclusion ?? null
  return (
    <Section title={t('conclusion.title')} level={3}>
      <Stack gap={2}>
        <p>{t('conclusion.effectiveness', { text: orDots(words?.effectiveness) })}</p>
        <p>
          <strong>{t(`conclusion.${conclusion ?? 'none'}`)}</strong>
        </p>
        <p>{t('conclusion.recommendations', { text: orDots(words?.recommendations) })}</p>
        <p>{t('conclusion.proposals', { text: orDots(words?.proposals) })}</p>
      </Stack>
    </Section>
  )
}
