// What was found: counted by clause, field and grade, then one by one with the auditee's answer, then the corrective
// action requests that came of it, as they stand today.
import { Fragment } from 'react'
import { countByClauseAndField, countByGrade } from '#domain/internal-audit/audit-report.ts'
import { type Finding, findingGrades } from '#domain/internal-audit/finding.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { useFindingWords } from '#features/finding-content.tsx'
import { PaperTable } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import type { ReportPartProps } from './report-body.tsx'
import { useReportWords } from './use-report-words.ts'
import styles from './audit-report.module.css'

export const ReportFindings = ({ content }: ReportPartProps) => {
  const { t } = useReportWords()
  return (
    <Section title={t('findings.title')} level={3}>
      {content.findings.length === 0 ? (
        <p>{t('findings.none')}</p>
      ) : (
        <Stack gap={4}>
          <Counts content={content} />
          <OneByOne content={content} />
        </Stack>
      )}
    </Section>
  )
}

const Counts = ({ content: { findings } }: ReportPartProps) => {
  const { t } = useReportWords()
  const { gradeText } = useFindingWords()
  const totals = countByGrade(findings)
  const rows = countByClauseAndField(findings).map(({ clause, field, counts }) => ({
    key: `${clause} ${field}`,
    cells: [clause === '' ? t('findings.outside') : clause, field, ...findingGrades.map((grade) => counts[grade])],
  }))
  const total = { key: 'total', cells: [t('findings.total'), '', ...findingGrades.map((grade) => totals[grade])] }
  return (
    <PaperTable
      label={t('findings.counts')}
      heads={[t('findings.clause'), t('findings.field'), ...findingGrades.map(gradeText)]}
      rows={[...rows, total]}
    />
  )
}

const OneByOne = ({ content }: ReportPartProps) => {
  const { t } = useReportWords()
  return (
    <PaperTable
      label={t('findings.list')}
      heads={[t('findings.number'), t('findings.facts'), t('findings.answer')]}
      rows={content.findings.map((finding) => ({
        key: finding.id,
        cells: [
          <Numbered key="number" finding={finding} />,
          <div key="facts" className={styles.facts}>
            <Facts finding={finding} />
          </div>,
          <Answers key="answers" content={content} finding={finding.id} />,
        ],
      }))}
    />
  )
}

/** A number may break behind every stroke: it is wider than its column. */
const Numbered = ({ finding: { number, grade, dueOn } }: { readonly finding: Finding }) => {
  const { t } = useReportWords()
  const { gradeText } = useFindingWords()
  const due = dueOn?.text ?? ''
  return (
    <>
      {number.split('/').map((part, i) => (
        <Fragment key={part}>
          {i > 0 && '/'}
          {i > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
      <br />
      <b>{gradeText(grade)}</b>
      <br />
      {due !== '' && t('findings.dueOn', { day: due })}
    </>
  )
}

const Facts = ({ finding }: { readonly finding: Finding }) => {
  const { t } = useReportWords()
  const { facts, requirement, objectiveEvidence, department, clause } = finding
  const parts = [
    ['facts', facts],
    ['requirement', requirement],
    ['evidence', objectiveEvidence],
    ['where', [department, clause === '' ? '' : t('findings.clauseOf', { clause })].filter(Boolean).join(', ')],
  ] as const
  return parts
    .filter(([, text]) => text.trim() !== '')
    .map(([name, text]) => (
      <Fragment key={name}>
        {name === 'facts' ? text : t(`findings.part.${name}`, { text })}
        <br />
      </Fragment>
    ))
}

const Answers = ({ content, finding }: ReportPartProps & { readonly finding: string }) => {
  const { t, formats } = useReportWords()
  const answers = (content.responses ?? []).filter(({ of }) => of === finding)
  if (answers.length === 0) return t('findings.noAnswer')
  return answers.map(({ agrees, words, name, post, on, isOld }) => (
    <Fragment key={`${name} ${on} ${words}`}>
      {t(agrees ? 'findings.agrees' : 'findings.disagrees', { name, post, day: formats.day(on), words })}
      {isOld === true && ` (${t('findings.oldWords')})`}
      <br />
    </Fragment>
  ))
}

type ReportRequestsProps = ReportPartProps & { readonly screen: ScreenProps; readonly unit: string }

/** Opened after the report was sealed: read as they stand, not sealed with it. */
export const ReportRequests = ({ screen: { store, today }, content, unit }: ReportRequestsProps) => {
  const { t } = useReportWords()
  const { numberText, dueText, ...words } = useCorrectiveWords()
  const ids = content.findings.map(({ id }) => id).join(' ')
  const requests = useLive(
    async () =>
      (
        await Promise.all(
          ids
            .split(' ')
            .filter(Boolean)
            .map((id) => store.corrective.openedFrom(unit, id)),
        )
      ).flat(),
    [store, unit, ids],
  )
  if (requests === undefined || requests.length === 0) return null
  return (
    <Section title={t('requests.title')} level={3} detail={t('requests.asOf', { day: words.formats.day(today) })}>
      <PaperTable
        label={t('requests.title')}
        heads={[t('requests.number'), t('requests.what'), t('requests.state'), t('requests.due')]}
        rows={requests.map((request) => ({
          key: request.id,
          cells: [
            numberText(request),
            request.description,
            words.stateText(request.course.state),
            dueText(request, today),
          ],
        }))}
      />
    </Section>
  )
}
