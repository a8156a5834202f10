// Asks for the words without which a decision cannot be taken. What is typed stays in the dialog when it is refused.
import { useState } from 'react'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type ReasonDialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  readonly text?: string
  readonly label: string
  readonly hint?: string
  readonly confirm: string
  readonly cancel: string
  readonly save: (reason: string) => SaveResult
}

export const ReasonDialog = (props: ReasonDialogProps) => {
  const { open, onClose, title, text, label, hint, confirm, cancel, save } = props
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    setBusy(true)
    const saved = await save(reason)
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    setReason('')
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      closeLabel={cancel}
      actions={
        <>
          <Button kind="main" icon="check" busy={isBusy} onClick={() => void send()}>
            {confirm}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {cancel}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        {text !== undefined && <p>{text}</p>}
        <Field label={label} hint={hint}>
          <TextArea name="reason" required value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <ProblemNotice problem={problem} />
      </Stack>
    </Dialog>
  )
}
