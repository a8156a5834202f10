// Opening a file somebody brought, or reading codes from another screen, and saying what came of it.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { type TakenIn, takeInFile } from '#sync/hand-over/take-in-file.ts'
import { ButtonLink } from '#ui/button.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { TakenNotice } from './taken-notice.tsx'

type OpenSectionProps = { readonly parts: HandOverParts | undefined; readonly onTaken: () => void }

type Opened = { readonly name: string; readonly taken?: TakenIn; readonly problem?: Problem }

async function openOne(parts: HandOverParts, file: File): Promise<Opened> {
  try {
    const result = await takeInFile(parts, new Uint8Array(await file.arrayBuffer()))
    return result.ok ? { name: file.name, taken: result.value } : { name: file.name, problem: result.error }
  } catch (error) {
    // The file was moved or the stick pulled while it was read.
    if (error instanceof DOMException) return { name: file.name, problem: { code: 'hand-over.damaged' } }
    throw error
  }
}

export const OpenSection = ({ parts, onTaken }: OpenSectionProps) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  const [opened, setOpened] = useState<readonly Opened[]>([])
  const [isBusy, setBusy] = useState(false)
  const open = async (files: readonly File[]) => {
    if (!parts) return
    setBusy(true)
    const all: Opened[] = []
    for (const file of files) all.push(await openOne(parts, file))
    setOpened(all)
    setBusy(false)
    onTaken()
  }
  return (
    <Section title={t('open.title')}>
      <Stack gap={4}>
        <p>{t('open.text')}</p>
        <Cluster>
          <FilePick
            label={t('open.pick')}
            accept=".sotay,application/octet-stream"
            multiple
            busy={isBusy}
            disabled={!parts}
            onFiles={(files) => void open(files)}
          />
          <ButtonLink icon="camera" href="/sync/hand-over/scan">
            {t('open.scan')}
          </ButtonLink>
        </Cluster>
        {opened.map(({ name, taken, problem }) => (
          <Section key={name} title={name} level={3}>
            {taken && <TakenNotice taken={taken} />}
            {problem && (
              <Notice tone="warn" announce>
                {textOf(problem)}
              </Notice>
            )}
          </Section>
        ))}
      </Stack>
    </Section>
  )
}
