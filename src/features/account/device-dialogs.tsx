// Naming one's own device, and ending what is open on it: for now, or for good where it is lost.
import type { OwnDevice } from '#data/contract/account-contract.ts'
import { useText } from '#ui/text/text-context.tsx'
import { type Change, Rename } from './own-list.tsx'
import { Question } from './question.tsx'

const LONGEST = 80

type DeviceDialogProps = { readonly device: OwnDevice; readonly change: Change; readonly onClose: () => void }

export const RenameDevice = ({ device, change, onClose }: DeviceDialogProps) => {
  const { t } = useText('account')
  return (
    <Rename
      title={t('devices.rename')}
      label={t('devices.label')}
      hint={t('devices.labelHint')}
      longest={LONGEST}
      current={device.label}
      change={change}
      rename={(own, name) => own.nameDevice(device.id, name)}
      onClose={onClose}
    />
  )
}

export const EndDevice = ({
  device,
  how,
  change,
  onClose,
}: DeviceDialogProps & { readonly how: 'sign-out' | 'revoke' }) => {
  const { t } = useText('account')
  const key = how === 'revoke' ? 'revoke' : 'signOut'
  return (
    <Question
      title={t(`devices.${key}Title`)}
      action={t(`devices.${key}`)}
      kind={how === 'revoke' ? 'danger' : 'main'}
      run={() =>
        change(t(`devices.${key}Done`), (own) =>
          how === 'revoke' ? own.revokeDevice(device.id) : own.signOutDevice(device.id),
        )
      }
      onClose={onClose}
    >
      <p>{t(`devices.${key}Text`, { label: device.label === '' ? t('devices.unnamed') : device.label })}</p>
    </Question>
  )
}
