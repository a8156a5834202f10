// Reads the codes on another phone's screen with this one's camera, and takes in what they carried like a file.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { CodeCamera } from '#features/code-camera.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { type TakenIn, takeInFile } from '#sync/hand-over/take-in-file.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { TakenNotice } from './taken-notice.tsx'
import { useHandOver } from './use-hand-over.ts'

export const ScanCodesScreen = ({ platform }: ScreenProps) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  const { parts } = useHandOver(platform)
  const [taken, setTaken] = useState<TakenIn>()
  const [problem, setProblem] = useState<Problem>()
  const takeIn = async (bytes: Uint8Array): Promise<void> => {
    const loaded = parts ?? (await platform.handOver?.())
    const result = loaded && (await takeInFile(loaded, bytes))
    if (result?.ok) setTaken(result.value)
    else if (result) setProblem(result.error)
  }
  const isOver = taken !== undefined || problem !== undefined
  return (
    <Measure>
      <Stack gap={4}>
        <PageHeader title={t('scan.title')} back={{ href: '/sync/hand-over', label: t('title') }} />
        {!isOver && <p>{t('scan.text')}</p>}
        <CodeCamera onBytes={(bytes) => void takeIn(bytes)} isOver={isOver} />
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
