// The last step before a record is sealed: what it still lacks, in words, or the button; and the question before the seal,
// which cannot be taken back. The words of the record stand below `seal` in its own namespace.
import { type ReactNode, useState } from 'react'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useProblemSentences } from './use-problem-sentences.ts'
import { useProblemText } from './use-problem-text.ts'

type SealProps = {
  readonly t: (key: string, values?: { readonly time: string }) => string
  readonly seal: () => SaveResult
}

type SealGateProps = SealProps & {
  /** What is still missing; the seal is open without any. */
  readonly problems: readonly Problem[]
  /** The way to where it is mended. */
  readonly correct?: ReactNode
}

export const SealGate = ({ t, seal, problems, correct }: SealGateProps) => {
  useProblemSentences()
  const textOf = useProblemText()
  const [isAsking, setAsking] = useState(false)
  return (
    <Stack gap={4}>
      {problems.length > 0 ? (
        <Notice tone="warn" title={t('seal.missing')} actions={correct}>
          <ul>
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>{textOf(problem)}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good">{t('seal.ready')}</Notice>
      )}
      <Button kind="main" icon="lock" wide disabled={problems.length > 0} onClick={() => setAsking(true)}>
        {t('seal.action')}
      </Button>
      <SealDialog {...{ t, seal }} isOpen={isAsking} onClose={() => setAsking(false)} />
    </Stack>
  )
}

type SealDialogProps = SealProps & { readonly isOpen: boolean; readonly onClose: () => void }

const SealDialog = ({ t, seal, isOpen, onClose }: SealDialogProps) => {
  const formats = useFormats()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    const saved = await seal()
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    onClose()
    showToast({ text: t('seal.done', { time: formats.time(saved.value.savedAt) }), tone: 'good' })
  }
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      title={t('seal.confirmTitle')}
      closeLabel={t('common:cancel')}
      actions={
        <>
          <Button kind="main" icon="lock" busy={isBusy} onClick={() => void confirm()}>
            {t('seal.action')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{t('seal.confirm')}</p>
        <ProblemNotice problem={problem} />
      </Stack>
    </Dialog>
  )
}
