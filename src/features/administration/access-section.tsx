// How somebody gets in: a new code for the first time or a forgotten password, another name of the position, shut out
// and let in again.
import { useState } from 'react'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { DialogForm } from './dialog-form.tsx'
import type { PersonDialogProps } from './give-grant-dialog.tsx'
import type { PersonProps } from './person-screen.tsx'
import { isDisabled } from './person-state.ts'
import { useChange } from './use-change.ts'

export const AccessSection = (props: PersonProps) => {
  const { t } = useText('administration')
  const { dateTime, day } = useFormats()
  const { seen, account, today, isSelf, onCode } = props
  const [open, setOpen] = useState<'rename' | 'disable'>()
  const change = useChange()
  const close = () => setOpen(undefined)
  const dialog = {
    ...props,
    onClose: close,
    onDone: () => {
      close()
      seen.ask()
    },
  }
  const isShutOut = isDisabled(account, today)
  const enable = () =>
    change.run(() => seen.administration.changeAccount({ account: account.id, disabledFrom: null }), seen.ask)
  const how = isShutOut
    ? t('access.disabledSince', { day: day(account.disabledFrom ?? today) })
    : account.invitation
      ? t('access.invited', { time: dateTime(account.invitation.expiresMs) })
      : t(account.canSignIn ? 'access.password' : 'access.nothing')
  return (
    <Section title={t('access.title')} detail={how}>
      <Stack gap={3}>
        <Cluster>
          {!isShutOut && (
            <Button
              icon="lock"
              busy={change.busy}
              onClick={() => change.run(() => seen.administration.issueCode(account.id), onCode)}
            >
              {t(account.canSignIn ? 'access.newCode' : 'access.firstCode')}
            </Button>
          )}
          <Button icon="edit" onClick={() => setOpen('rename')}>
            {t('access.rename')}
          </Button>
          {isShutOut && (
            <Button icon="check" busy={change.busy} onClick={enable}>
              {t('access.enable')}
            </Button>
          )}
          {!isShutOut && !isSelf && (
            <Button kind="danger" onClick={() => setOpen('disable')}>
              {t('access.disable')}
            </Button>
          )}
        </Cluster>
        <ProblemNotice problem={change.problem} title={t('notDone')} />
      </Stack>
      {open === 'rename' && <RenameDialog {...dialog} />}
      {open === 'disable' && <DisableDialog {...dialog} />}
    </Section>
  )
}

const RenameDialog = ({ seen, account, onClose, onDone }: PersonDialogProps) => {
  const { t } = useText('administration')
  const [name, setName] = useState(account.displayName)
  const change = useChange()
  const save = () =>
    change.run(() => seen.administration.changeAccount({ account: account.id, displayName: name.trim() }), onDone)
  return (
    <DialogForm title={t('access.rename')} doLabel={t('common:save')} change={change} onDo={save} onClose={onClose}>
      <Field label={t('field.position')} hint={t('field.positionHint')}>
        <TextInput name="displayName" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
      </Field>
    </DialogForm>
  )
}

const DisableDialog = ({ seen, account, today, onClose, onDone }: PersonDialogProps) => {
  const { t } = useText('administration')
  const change = useChange()
  const disable = () =>
    change.run(() => seen.administration.changeAccount({ account: account.id, disabledFrom: today }), onDone)
  return (
    <DialogForm
      title={t('access.disableTitle', { name: account.displayName })}
      doLabel={t('access.disable')}
      isDanger
      change={change}
      onDo={disable}
      onClose={onClose}
    >
      <p>{t('access.disableText')}</p>
    </DialogForm>
  )
}
