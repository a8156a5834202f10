// One question about one's own account, with what became of it: the dialog stays where the endpoint said no.
import { type ReactNode, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'

type QuestionProps = {
  readonly title: string
  readonly action: string
  readonly kind: 'main' | 'danger'
  readonly run: () => Promise<Problem | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

export const Question = ({ title, action, kind, run, onClose, children }: QuestionProps) => {
  const { t } = useText('account')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const go = async (): Promise<void> => {
    setBusy(true)
    const failure = await run()
    if (failure === null) return onClose()
    setProblem(failure)
    setBusy(false)
  }
  const buttons = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button kind={kind} busy={isBusy} onClick={() => void go()}>
        {action}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={t('cancel')} actions={buttons}>
      <Stack gap={3}>
        <ProblemNotice problem={problem} title={t('notDone')} />
        {children}
      </Stack>
    </Dialog>
  )
}
