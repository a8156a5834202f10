// The minutes before they are sealed: what is still missing, with the way to it, the sheet as it would be printed, and the
// button that seals. Sealing asks once more, because nothing takes it back.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { itemIn } from '#domain/inspection/inspection-outline.ts'
import { type GapPlace, type MinutesGap, minutesGaps } from '#domain/inspection/minutes.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { InspectionGate, type InspectionRoute, type Loaded, placeName, readOnlyReason } from './inspection-gate.tsx'
import { MinutesSheet, sheetOfWork } from './minutes-sheet.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'

export const InspectionPreviewScreen = ({ unit, id, ...screen }: InspectionRoute) => (
  <InspectionGate {...{ screen, unit, id }}>{(loaded) => <Preview key={id} {...loaded} />}</InspectionGate>
)

const Preview = ({ screen, inspection }: Loaded) => {
  const { t } = useInspectionWords()
  const { unit, id, conflicts } = inspection
  const reason = readOnlyReason(screen.person, inspection)
  const gaps = minutesGaps(inspection, screen.today)
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <Stack gap={4}>
          <PageHeader
            title={t('minutes.previewTitle')}
            subtitle={placeName(screen, unit)}
            back={{ href: inspectionPath(unit, id), label: t('outline.toOverview') }}
          />
          {reason !== null && <Notice tone="note">{t(`readOnly.${reason}`)}</Notice>}
          {reason === null && gaps.length > 0 && <Gaps {...{ inspection, gaps }} />}
          {inspection.strays.length > 0 && (
            <Notice tone="warn">{t('outline.strays', { count: inspection.strays.length })}</Notice>
          )}
          {reason === null && conflicts > 0 && (
            <Notice
              tone="warn"
              actions={<ButtonLink href="/sync/conflicts">{t('minutes.chooseConflicts')}</ButtonLink>}
            >
              {t('minutes.conflicts', { count: conflicts })}
            </Notice>
          )}
          {reason === null && gaps.length === 0 && conflicts === 0 && <Seal {...{ screen, inspection }} />}
          <Notice tone="note">{t('sheet.draft')}</Notice>
        </Stack>
      </ScreenOnly>
      <MinutesSheet content={sheetOfWork(inspection)} commune={placeName(screen, unit)} isDraft />
    </Stack>
  )
}

type GapsProps = Pick<Loaded, 'inspection'> & { readonly gaps: readonly MinutesGap[] }

/** Where something is missing, and the screen on which it is written. */
function pathOfGap({ unit, id, outline }: Loaded['inspection'], { place, about }: MinutesGap): string {
  const [first] = about
  const isContent = (about: string) => outline !== null && itemIn(outline, about) !== undefined
  const paths: Readonly<Record<GapPlace, readonly string[]>> = {
    head: ['head'],
    outline: [],
    items: first === undefined ? [] : ['item', first],
    shortcomings: first === undefined ? [] : [isContent(first) ? 'item' : 'shortcoming', first],
    sections: ['sections'],
  }
  return inspectionPath(unit, id, ...paths[place])
}

const Gaps = ({ inspection, gaps }: GapsProps) => {
  const { t } = useInspectionWords()
  const textOf = useProblemText()
  return (
    <Stack gap={3}>
      <Notice tone="warn" title={t('minutes.gaps', { count: gaps.length })} />
      <Rows label={t('minutes.gaps', { count: gaps.length })}>
        {gaps.map((gap, at) => (
          <Row
            // oxlint-disable-next-line react/no-array-index-key -- two shortcomings may lack the same
            key={`${gap.problem.code} ${at}`}
            title={textOf(gap.problem)}
            href={pathOfGap(inspection, gap)}
            cue={t('common:open')}
          />
        ))}
      </Rows>
    </Stack>
  )
}

const Seal = ({ screen, inspection: { unit, id } }: Loaded) => {
  const { t } = useInspectionWords()
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const seal = async () => {
    setAsking(false)
    const sealed = await screen.store.inspections.seal(unit, id)
    setProblem(sealed.ok ? null : sealed.error)
    if (sealed.ok) navigate(inspectionPath(unit, id, 'minutes', sealed.value))
  }
  return (
    <Stack gap={3}>
      <p>
        {t('minutes.ready')} {t('minutes.sealHint')}
      </p>
      <Cluster>
        <Button kind="main" icon="lock" onClick={() => setAsking(true)}>
          {t('minutes.seal')}
        </Button>
      </Cluster>
      <ProblemNotice problem={problem} title={t('minutes.notSealed')} />
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('minutes.confirm')}
        closeLabel={t('common:close')}
        actions={
          <Button kind="main" icon="lock" onClick={() => void seal()}>
            {t('minutes.seal')}
          </Button>
        }
      >
        <p>{t('minutes.sealHint')}</p>
      </Dialog>
    </Stack>
  )
}
