// Points at what matters in a photo, by arrow and pen. The marked picture is a photo of its own beside the first, which
// stays as it was taken (EVI-8). A chunk of its own.
import { useId, useState } from 'react'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, type Result } from '#domain/kernel/result.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './evidence-dialog.module.css'
import { drawPicture, MarkingCanvas, sizeOf } from './marking-canvas.tsx'
import { type Mark, markColours, type MarkColour, markTools, type MarkTool } from './photo-marks.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { Platform } from './screen-props.ts'
import { useMarking } from './use-marking.ts'

export type PhotoMarkerProps = {
  readonly photo: EvidenceView
  readonly picture: HTMLImageElement
  readonly feed: string
  readonly store: Pick<PersonStore, 'evidence' | 'drafts'>
  readonly platform: Platform
  readonly onClose: () => void
  readonly onStored: () => void
}

/** As good as the first picture: it is made small once more, by the same way as every photo. */
const QUALITY = 0.95

async function markedCopy(picture: HTMLImageElement, marks: readonly Mark[]): Promise<Blob | null> {
  const canvas = Object.assign(document.createElement('canvas'), sizeOf(picture))
  drawPicture(canvas, picture, marks)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

async function storeCopy(
  { photo, picture, feed, store, platform }: PhotoMarkerProps,
  marks: readonly Mark[],
): Promise<Result<unknown, Problem>> {
  const copy = await markedCopy(picture, marks)
  const prepared = copy ? await platform.preparePhoto(copy) : err({ code: 'evidence.too-large' } as const)
  if (!prepared.ok) return prepared
  const { of, deliverable, caption, on } = photo
  const belongs = { feed, of, caption, on, ...(deliverable !== null && { deliverable }) }
  return store.evidence.add({ ...belongs, photo: prepared.value })
}

export const PhotoMarker = (props: PhotoMarkerProps) => {
  const { t } = useText('evidence')
  const { picture, store, photo, onClose, onStored } = props
  const helpId = useId()
  const [tool, setTool] = useState<MarkTool>('arrow')
  const [colour, setColour] = useState<MarkColour>('red')
  const marking = useMarking(store, photo.id, tool, colour)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { marks } = marking
  const save = async (): Promise<void> => {
    setBusy(true)
    const stored = await storeCopy(props, marks)
    setBusy(false)
    setProblem(stored.ok ? null : stored.error)
    if (!stored.ok) return
    await marking.drop()
    onStored()
  }
  const ways = (
    <>
      <Button disabled={marks.length === 0} onClick={marking.undo}>
        {t('marks.undo')}
      </Button>
      <Button kind="main" icon="check" disabled={marks.length === 0} busy={isBusy} onClick={() => void save()}>
        {t('marks.save')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('marks.title')} closeLabel={t('common:close')} actions={ways}>
      <Stack gap={2}>
        <Cluster gap={2}>
          <Choice name="tool" options={markTools} value={tool} onChange={setTool} />
          <Choice name="colour" options={markColours} value={colour} onChange={setColour} />
        </Cluster>
        <MarkingCanvas {...{ picture, marking }} describedBy={helpId} />
        <p>{t('marks.help')}</p>
        <p id={helpId} className={styles.keys}>
          {t('marks.keys')}
        </p>
        <output>{marks.length > 0 ? t('marks.count', { count: marks.length }) : ''}</output>
        <ProblemNotice problem={problem} title={t('records:evidence.notAdded')} />
      </Stack>
    </Dialog>
  )
}

type ChoiceProps<V extends string> = {
  readonly name: 'tool' | 'colour'
  readonly options: readonly V[]
  readonly value: V
  readonly onChange: (value: V) => void
}

const Choice = <V extends string>({ name, options, ...choice }: ChoiceProps<V>) => {
  const { t } = useText('evidence')
  return (
    <Segmented
      {...choice}
      legend={t(`marks.${name}.legend`)}
      hideLegend
      name={`mark-${name}`}
      options={options.map((value) => ({ value, label: t(`marks.${name}.${value}`) }))}
    />
  )
}
