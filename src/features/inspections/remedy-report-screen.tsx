// A sealed remedy report, read by the commune and by those who follow it, as it is printed and sent.
import type { RemedyReportView } from '#data/contract/inspection-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { remedySubject } from '#domain/inspection/inspection-names.ts'
import type { ReportedLine } from '#domain/inspection/remedy-report.ts'
import { AmendmentsSection } from '#features/amendments-section.tsx'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { OfficialPaper, PaperHands, ScreenOnly } from '#features/official-paper.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { InspectionGate, type InspectionRoute, type Loaded, Missing, placeName } from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'
import { WrittenWords } from './written-words.tsx'

export const RemedyReportScreen = ({ unit, id, report, ...screen }: InspectionRoute & { readonly report: string }) => (
  <InspectionGate {...{ screen, unit, id }}>
    {(loaded) => <Report key={report} {...loaded} wanted={report} />}
  </InspectionGate>
)

const Report = ({ screen, inspection, wanted }: Loaded & { readonly wanted: string }) => {
  const { t } = useInspectionWords()
  const { unit, id } = inspection
  const found = inspection.reports.find((one) => one.id === wanted)
  useNotedLook(screen, 'remedy-report', unit, found?.id)
  if (found === undefined) return <Missing title={t('missing.record')} />
  const print = () => void notedPrint(screen, { what: 'remedy-report', unit, record: found.id })
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <Stack gap={4}>
          <PageHeader
            title={`${t('remedy.title')} · ${t('remedy.number', { number: found.content.number })}`}
            subtitle={placeName(screen, unit)}
            back={{ href: inspectionPath(unit, id), label: t('outline.toOverview') }}
            actions={
              <Button icon="print" onClick={print}>
                {t('common:print')}
              </Button>
            }
          />
          <Seal report={found} />
        </Stack>
      </ScreenOnly>
      <ReportSheet {...{ screen, inspection }} report={found} />
      <ScreenOnly>
        <Stack gap={5}>
          <Proofs {...{ screen, inspection }} report={found} />
          <AmendmentsSection
            record={{ feed: feedId(unit, 'pub'), of: found.id, ofKind: 'remedy-report' }}
            screen={screen}
          />
        </Stack>
      </ScreenOnly>
    </Stack>
  )
}

const Seal = ({ report: { content, sha256, location } }: { readonly report: RemedyReportView }) => {
  const { t, formats } = useInspectionWords()
  return (
    <Notice
      tone="note"
      icon="lock"
      title={t('minutes.sealedOn', { time: formats.dateTime(Date.parse(content.sealedAt)) })}
    >
      <p>{t('minutes.hash', { hash: sha256.slice(0, 8) })}</p>
      <Cluster gap={2}>
        <Tag tone={content.isLate ? 'warn' : 'good'}>{t(content.isLate ? 'remedy.late' : 'remedy.inTime')}</Tag>
        <Tag tone={content.isComplete ? 'good' : 'warn'}>
          {t(content.isComplete ? 'remedy.isComplete' : 'remedy.isPartial')}
        </Tag>
        <LocationTag location={location} />
      </Cluster>
    </Notice>
  )
}

type ReportProps = Loaded & { readonly report: RemedyReportView }

const ReportSheet = ({ screen, inspection, report: { content } }: ReportProps) => {
  const { t, formats } = useInspectionWords()
  const commune = placeName(screen, inspection.unit)
  const [first] = inspection.minutes
  return (
    <OfficialPaper
      commune={commune}
      number={t('sheet.reportNumber')}
      on={content.on}
      title={t('sheet.reportHeading')}
      {...(first !== undefined && { subtitle: t('sheet.reportAbout', { day: formats.day(first.content.on) }) })}
    >
      <p>{t('sheet.to')}</p>
      <Lines lines={content.lines} proofs={content.evidence} />
      <Section title={t('remedy.general')} level={3}>
        <WrittenWords>{content.words}</WrittenWords>
      </Section>
      <PaperHands hands={[{ title: t('sheet.signHead'), post: t('sheet.signChairman') }]} />
    </OfficialPaper>
  )
}

type LinesProps = {
  readonly lines: readonly ReportedLine[]
  readonly proofs: readonly { readonly subject: string }[]
}

const Lines = ({ lines, proofs }: LinesProps) => {
  const { t, dueText } = useInspectionWords()
  const proofOf = ({ shortcoming, papers }: ReportedLine): string => {
    const count = proofs.filter(({ subject }) => subject === shortcoming).length
    return [papers, count > 0 ? t('sheet.evidence', { count }) : ''].filter(Boolean).join('; ')
  }
  return (
    <DataTable
      caption={t('sheet.shortcomings')}
      rows={lines}
      rowKey={({ shortcoming }) => shortcoming}
      columns={[
        { key: 'facts', head: t('sheet.facts'), isRowHead: true, cell: ({ facts }) => facts },
        { key: 'due', head: t('shortcoming.dueOn'), cell: ({ dueOn }) => dueText(dueOn) },
        {
          key: 'done',
          head: t('sheet.done'),
          cell: remedyWords,
        },
        { key: 'proof', head: t('sheet.proof'), cell: proofOf },
      ]}
    />
  )
}

const RemedyWords = ({ line }: { readonly line: ReportedLine }) => {
  const { t, dayText } = useInspectionWords()
  const { state, doneOn, promisedOn, corrective, words, verdict } = line
  const isDone = state === 'done'
  return (
    <Stack gap={1}>
      <b>{t(`standing.${verdict}`)}</b>
      <span>{words}</span>
      <span>{t(isDone ? 'sheet.doneOn' : 'sheet.promisedOn', { day: dayText(isDone ? doneOn : promisedOn) })}</span>
      {corrective !== null && (
        <span>{t('remedy.corrective', { number: corrective.number, state: t(`caState.${corrective.state}`) })}</span>
      )}
    </Stack>
  )
}

const remedyWords = (line: ReportedLine) => <RemedyWords line={line} />

const Proofs = ({ screen, inspection: { unit, id }, report: { content } }: ReportProps) => {
  const { t } = useInspectionWords()
  const proven = content.lines.filter(({ shortcoming }) =>
    content.evidence.some(({ subject }) => subject === shortcoming),
  )
  if (proven.length === 0) return null
  return (
    <Section title={t('remedy.evidence')}>
      <Stack gap={4}>
        {proven.map(({ shortcoming, facts }) => (
          <Stack key={shortcoming} gap={2}>
            <p>{facts}</p>
            <EvidenceStrip
              feed={feedId(unit, 'pub')}
              of={remedySubject(id, shortcoming)}
              store={screen.store}
              platform={screen.platform}
              canEdit={false}
              label={facts}
            />
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}
