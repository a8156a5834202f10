// Naming a passkey anew, and removing one: the only question asked here, because it cannot be undone.
import { type ReactNode, useState } from 'react'
import type { OwnPasskey } from '#data/contract/account-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Change } from './passkey-section.tsx'

const LONGEST = 60

type PasskeyDialogProps = { readonly passkey: OwnPasskey; readonly change: Change; readonly onClose: () => void }

type QuestionProps = {
  readonly title: string
  readonly action: string
  readonly kind: 'main' | 'danger'
  readonly run: () => Promise<Problem | null>
  readonly onClose: () => void
  readonly children: ReactNode
}

const Question = ({ title, action, kind, run, onClose, children }: QuestionProps) => {
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

export const RenamePasskey = ({ passkey, change, onClose }: PasskeyDialogProps) => {
  const { t } = useText('account')
  const [label, setLabel] = useState(passkey.label)
  const name = label.trim() === '' ? passkey.label : label.trim()
  return (
    <Question
      title={t('passkeys.renameTitle')}
      action={t('passkeys.renameAction')}
      kind="main"
      run={() => change(t('passkeys.renamed'), (own) => own.renamePasskey(passkey.id, name))}
      onClose={onClose}
    >
      <Field label={t('passkeys.label')}>
        <TextInput maxLength={LONGEST} value={label} onChange={(event) => setLabel(event.target.value)} />
      </Field>
    </Question>
  )
}

export const RemovePasskey = ({ passkey, change, onClose }: PasskeyDialogProps) => {
  const { t } = useText('account')
  return (
    <Question
      title={t('passkeys.removeTitle')}
      action={t('passkeys.removeAction')}
      kind="danger"
      run={() => change(t('passkeys.removed'), (own) => own.removePasskey(passkey.id))}
      onClose={onClose}
    >
      <p>{t('passkeys.removeText', { label: passkey.label })}</p>
    </Question>
  )
}
