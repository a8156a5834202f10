// What shows that the audit was held as it should be: the two meetings, the dossiers that were looked at, and that nobody
// audited their own work.
import { Fragment } from 'react'
import { samplesByField } from '#domain/internal-audit/sample.ts'
import { unrecordedSteps } from '#domain/internal-audit/unrecorded-steps.ts'
import { PaperTable } from '#features/official-paper.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import type { ReportPartProps } from './report-body.tsx'
import { useReportWords } from './use-report-words.ts'

export const ReportMeetings = ({ content }: ReportPartProps) => {
  const { t } = useReportWords()
  const missing = unrecordedSteps(content).filter((step) => step !== 'samples')
  return (
    <Section title={t('meetings.title')} level={3}>
      <Stack gap={2}>
        <HeldMeetings content={content} />
        {missing.map((type) => (
          <p key={type}>{t(`meetings.unrecorded.${type}`)}</p>
        ))}
      </Stack>
    </Section>
  )
}

const HeldMeetings = ({ content: { meetings = [] } }: ReportPartProps) => {
  const { t, formats } = useReportWords()
  if (meetings.length === 0) return null
  return (
    <PaperTable
      label={t('meetings.title')}
      heads={[t('meetings.meeting'), t('meetings.when'), t('meetings.people')]}
      rows={meetings.map((meeting) => ({
        key: `${meeting.type} ${meeting.on} ${meeting.from}`,
        cells: [
          t(`meetings.${meeting.type}`),
          t('meetings.at', {
            day: formats.day(meeting.on),
            from: meeting.from,
            to: meeting.to,
            place: meeting.place,
          }),
          meeting.attendance
            .filter(({ isPresent }) => isPresent)
            .map(({ name, post, side }) => (
              <Fragment key={`${side} ${name}`}>
                {t('meetings.person', { name, post, side: t(`meetings.side.${side}`) })}
                <br />
              </Fragment>
            )),
        ],
      }))}
    />
  )
}

export const ReportSamples = ({ content: { samples = [] } }: ReportPartProps) => {
  const { t } = useReportWords()
  if (samples.length === 0) return <p>{t('samples.unrecorded')}</p>
  const fields = samplesByField(samples.map((sample, i) => ({ ...sample, id: String(i) })))
  const numbers = (field: string) =>
    [...new Set(samples.filter((one) => one.field === field).map(({ dossier }) => dossier))].join(', ')
  return (
    <PaperTable
      label={t('samples.title')}
      heads={[t('samples.field'), t('samples.count'), t('samples.onTime'), t('samples.late'), t('samples.numbers')]}
      rows={fields.map(({ field, count, onTime, late, missing }) => ({
        key: field,
        cells: [field, missing > 0 ? t('samples.fewer', { count, missing }) : count, onTime, late, numbers(field)],
      }))}
    />
  )
}

export const ReportIndependence = ({ content: { independence = [] } }: ReportPartProps) => {
  const { t, formats } = useReportWords()
  const looks = independence.filter(({ auditedField }) => auditedField !== '')
  if (looks.length === 0) return null
  return (
    <Section title={t('independence.title')} level={3}>
      <Stack gap={2}>
        <p>{t('independence.text')}</p>
        <PaperTable
          label={t('independence.title')}
          heads={[
            t('independence.when'),
            t('independence.auditor'),
            t('independence.own'),
            t('independence.audited'),
            t('independence.verdict'),
          ]}
          rows={looks.map((line) => ({
            key: `${line.on} ${line.from} ${line.auditor} ${line.auditedField}`,
            cells: [
              // An audit without a plan has its day alone.
              line.from === ''
                ? formats.day(line.on)
                : t('independence.at', { day: formats.day(line.on), from: line.from, to: line.to }),
              line.name,
              line.ownFields.length === 0 ? t('independence.noField') : line.ownFields.join(', '),
              line.auditedField,
              t(`independence.is.${line.verdict}`),
            ],
          }))}
        />
      </Stack>
    </Section>
  )
}
