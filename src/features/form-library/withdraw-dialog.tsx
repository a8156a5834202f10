// Withdrawing asks for the reason, because those who used the form will ask.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'

type WithdrawDialogProps = {
  readonly store: ScreenProps['store']
  readonly formKey: string
  readonly onClose: () => void
}

export const WithdrawDialog = ({ store, formKey, onClose }: WithdrawDialogProps) => {
  const { t } = useText('form-library')
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const withdraw = async (): Promise<void> => {
    const saved = await store.forms.withdraw(formKey, reason)
    if (!saved.ok) return setProblem(saved.error)
    toast({ text: t('withdraw.done'), tone: 'good' })
    onClose()
    return undefined
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('withdraw.title')}
      closeLabel={t('common:cancel')}
      actions={
        <Button kind="danger" onClick={() => void withdraw()}>
          {t('withdraw.do')}
        </Button>
      }
    >
      <Stack gap={4}>
        <p>{t('withdraw.text')}</p>
        {problem !== null && <ProblemNotice problem={problem} />}
        <Field label={t('withdraw.reason')}>
          <TextArea value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </Stack>
    </Dialog>
  )
}
