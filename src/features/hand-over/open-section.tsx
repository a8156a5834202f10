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
import { CodeReaderRow } from './code-reader-row.tsx'
import { PhraseForm } from './phrase-form.tsx'
import { TakenNotice } from './taken-notice.tsx'

type OpenSectionProps = { readonly parts: HandOverParts | undefined; readonly onTaken: () => void }

type Opened = { readonly file: File; readonly taken?: TakenIn; readonly problem?: Problem }

async function openOne(parts: HandOverParts, file: File, phrase?: string): Promise<Opened> {
  try {
    const result = await takeInFile(parts, new Uint8Array(await file.arrayBuffer()), phrase)
    return result.ok ? { file, taken: result.value } : { file, problem: result.error }
  } catch (error) {
    // The file was moved or the stick pulled while it was read.
    if (error instanceof DOMException) return { file, problem: { code: 'hand-over.damaged' } }
    throw error
  }
}

/** Parts that wait for the phrase, one tried in vain included. */
const isLocked = ({ taken }: Opened): boolean =>
  taken !== undefined && (taken.locked > 0 || taken.refused.has('hand-over.wrong-phrase'))

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
  const unlock = async (file: File, phrase: string) => {
    if (!parts) return
    const again = await openOne(parts, file, phrase)
    setOpened((all) => all.map((one) => (one.file === file ? again : one)))
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
        <CodeReaderRow />
        {opened.map((one) => (
          <Section key={one.file.name} title={one.file.name} level={3}>
            <Stack gap={3}>
              {one.taken && <TakenNotice taken={one.taken} />}
              {one.problem && (
                <Notice tone="warn" announce>
                  {textOf(one.problem)}
                </Notice>
              )}
              {isLocked(one) && <PhraseForm onPhrase={(phrase) => unlock(one.file, phrase)} />}
            </Stack>
          </Section>
        ))}
      </Stack>
    </Section>
  )
}
