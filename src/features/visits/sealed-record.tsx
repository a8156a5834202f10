// A sealed record: the paper, its mark, the signatures of both sides and the print; earlier records of the visit below.
import { useState } from 'react'
import type { VisitRecordView } from '#data/contract/visit-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import { PaperSignatures } from '#features/paper-signatures.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { VISITS_PATH } from './paths.ts'
import { RecordPaper } from './record-paper.tsx'
import { useVisitWords } from './use-visit-words.ts'

type SealedRecordProps = {
  readonly screen: ScreenProps
  readonly record: VisitRecordView
  readonly earlier: readonly VisitRecordView[]
  readonly commune: string
  readonly mayWrite: boolean
}

export const SealedRecord = ({ screen, record, earlier, commune, mayWrite }: SealedRecordProps) => {
  const { t } = useVisitWords()
  const { content, sha256 } = record
  const { unit } = content
  const feed = feedId(unit, 'pub')
  const [problem, setProblem] = useState<Problem | null>(null)
  const print = async (): Promise<void> => {
    setProblem((await notedPrint(screen, { what: 'visit-record', unit, record: record.id })) ?? null)
  }
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <Stack gap={4}>
          <PageHeader
            title={t('page.title', { day: content.on.text })}
            subtitle={commune}
            back={{ href: VISITS_PATH, label: t('title') }}
            actions={
              <Button icon="print" onClick={() => void print()}>
                {t('common:print')}
              </Button>
            }
          />
          <ProblemNotice problem={problem} />
          <SealNote record={record} />
        </Stack>
      </ScreenOnly>
      <RecordPaper content={content} commune={commune} />
      <PaperSignatures
        screen={screen}
        record={{ unit, feed, of: record.id, ofKind: 'visit-record', sha256 }}
        sides={['team', 'auditee']}
        title={t('paper.title')}
      />
      <ScreenOnly>
        <Stack gap={4}>
          {mayWrite && <Further screen={screen} unit={unit} visit={content.visit} />}
          {earlier.map((one) => (
            <Disclosure key={one.id} summary={t('earlier', { number: one.content.number })}>
              <RecordPaper content={one.content} commune={commune} />
            </Disclosure>
          ))}
        </Stack>
      </ScreenOnly>
    </Stack>
  )
}

const SealNote = ({ record: { content, sha256, location, byName } }: { readonly record: VisitRecordView }) => {
  const { t, formats } = useVisitWords()
  return (
    <Notice tone="note" icon="lock" title={t('sealed.tag')}>
      <p>
        {t('sealed.on', {
          time: formats.dateTime(Date.parse(content.sealedAt)),
          author: byName ?? t('sealed.someone'),
        })}
      </p>
      <p>{t('sealed.hash', { hash: sha256.slice(0, 8) })}</p>
      <Cluster>
        <LocationTag location={location} />
      </Cluster>
    </Notice>
  )
}

type FurtherProps = { readonly screen: ScreenProps; readonly unit: string; readonly visit: string }

const Further = ({ screen: { store }, unit, visit }: FurtherProps) => {
  const { t } = useVisitWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const open = async (): Promise<void> => {
    const opened = await store.visits.reopen(unit, visit)
    setProblem(opened.ok ? null : opened.error)
  }
  return (
    <Stack gap={2}>
      <Cluster>
        <Button kind="plain" icon="plus" onClick={() => void open()}>
          {t('further.action')}
        </Button>
      </Cluster>
      <p>{t('further.detail')}</p>
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
