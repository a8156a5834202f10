// Reads the codes on another phone's screen with this one's camera, and takes in what they carried like a file.
import { useRef, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { type TakenIn, takeInFile } from '#sync/hand-over/take-in-file.ts'
import { ButtonLink } from '#ui/button.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './codes.module.css'
import { TakenNotice } from './taken-notice.tsx'
import { type CodeScan, useCodeScan } from './use-code-scan.ts'
import { useHandOver } from './use-hand-over.ts'

export const ScanCodesScreen = ({ platform }: ScreenProps) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  const { parts } = useHandOver(platform)
  const view = useRef<HTMLVideoElement>(null)
  const [taken, setTaken] = useState<TakenIn>()
  const [problem, setProblem] = useState<Problem>()
  const scan = useCodeScan(view, (bytes) => {
    void (async () => {
      const loaded = parts ?? (await platform.handOver?.())
      const result = loaded && (await takeInFile(loaded, bytes))
      if (result?.ok) setTaken(result.value)
      else if (result) setProblem(result.error)
    })()
  })
  const isOver = taken !== undefined || problem !== undefined
  return (
    <Measure>
      <Stack gap={4}>
        <PageHeader title={t('scan.title')} back={{ href: '/sync/hand-over', label: t('title') }} />
        {!isOver && <p>{t('scan.text')}</p>}
        <video
          ref={view}
          className={styles.view}
          muted
          playsInline
          aria-label={t('scan.view')}
          hidden={isOver || scan.state !== 'live'}
        />
        {!isOver && <Looking scan={scan} />}
        {taken && <TakenNotice taken={taken} />}
        {problem && (
          <Notice tone="warn" announce>
            {textOf(problem)}
          </Notice>
        )}
        {isOver && (
          <div>
            <ButtonLink icon="share" href="/sync/hand-over">
              {t('scan.back')}
            </ButtonLink>
          </div>
        )}
      </Stack>
    </Measure>
  )
}

const Looking = ({ scan: { state, progress, readFiles } }: { readonly scan: CodeScan }) => {
  const { t } = useText('hand-over')
  const { seen, needed } = progress
  return (
    <Stack gap={3}>
      {needed > 0 && (
        <ProgressBar
          label={t('scan.progress')}
          value={seen}
          max={needed}
          valueText={t('scan.seen', { seen, needed })}
        />
      )}
      {(state === 'refused' || state === 'absent' || state === 'no-reader') && (
        <Notice tone="note" announce>
          {t(`scan.${state}`)}
        </Notice>
      )}
      {state !== 'no-reader' && state !== 'starting' && (
        <Cluster>
          <FilePick label={t('scan.film')} accept="video/*" fromCamera onFiles={(files) => void readFiles(files)} />
          <FilePick label={t('scan.photographs')} multiple onFiles={(files) => void readFiles(files)} />
        </Cluster>
      )}
    </Stack>
  )
}
