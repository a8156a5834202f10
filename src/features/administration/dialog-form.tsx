// A small form in a dialog: its fields, what the endpoint refused, and the one button that does it.
import type { ReactNode } from 'react'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Change } from './use-change.ts'

type DialogFormProps = {
  readonly title: string
  readonly doLabel: string
  readonly isDanger?: boolean
  readonly change: Pick<Change, 'busy' | 'problem'>
  readonly onDo: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

export const DialogForm = ({ title, doLabel, isDanger, change, onDo, onClose, children }: DialogFormProps) => {
  const { t } = useText('administration')
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t('common:close')}
      isBlocking={change.busy}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button kind={isDanger ? 'danger' : 'main'} busy={change.busy} onClick={onDo}>
            {doLabel}
          </Button>
        </>
      }
    >
      <Stack gap={4}>
        {children}
        <ProblemNotice problem={change.problem} title={t('notDone')} />
      </Stack>
    </Dialog>
  )
}
