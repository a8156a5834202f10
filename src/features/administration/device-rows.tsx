// Devices as lines: whose, when last heard of, what the endpoint keeps aside from them. What a device has not sent yet
// only the device knows, and that is said.
import { useState } from 'react'
import type { AdminDevice } from '#data/contract/administration-contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Seen } from './admin-page.tsx'
import { accountName, silentDays } from './admin-list.ts'
import { DialogForm } from './dialog-form.tsx'
import { useChange } from './use-change.ts'

type DeviceRowsProps = {
  readonly seen: Seen
  readonly devices: readonly AdminDevice[]
  readonly label: string
  readonly withPerson: boolean
}

type Open = { readonly what: 'name' | 'revoke'; readonly device: AdminDevice }

export const DeviceRows = ({ seen, devices, label, withPerson }: DeviceRowsProps) => {
  const { t } = useText('administration')
  const [open, setOpen] = useState<Open>()
  const dialog = {
    seen,
    onClose: () => setOpen(undefined),
    onDone: () => {
      setOpen(undefined)
      seen.ask()
    },
  }
  if (devices.length === 0) return <p>{t('devices.none')}</p>
  return (
    <>
      <Rows label={label}>
        {devices.map((device) => (
          <DeviceRow
            key={device.id}
            seen={seen}
            device={device}
            withPerson={withPerson}
            onOpen={(what) => setOpen({ what, device })}
          />
        ))}
      </Rows>
      {open?.what === 'name' && <NameDialog {...dialog} device={open.device} />}
      {open?.what === 'revoke' && <RevokeDialog {...dialog} device={open.device} />}
    </>
  )
}

type DeviceRowProps = Pick<DeviceRowsProps, 'seen' | 'withPerson'> & {
  readonly device: AdminDevice
  readonly onOpen: (what: Open['what']) => void
}

const DeviceRow = ({ seen: { overview }, device, withPerson, onOpen }: DeviceRowProps) => {
  const { t } = useText('administration')
  const { relative } = useFormats()
  const held = overview.quarantine.filter(({ device: id }) => id === device.id).length
  const silent = silentDays(device, overview.nowMs)
  return (
    <Row
      title={t('devices.name', { label: device.label === '' ? t('devices.unnamed') : device.label, id: device.id })}
      detail={
        <>
          {withPerson && (
            <>
              {accountName(overview, device.account)}
              <br />
            </>
          )}
          {t('devices.seen', { time: relative(device.lastSeenMs, overview.nowMs) })}
          <br />
          {t('devices.work', { count: device.lastN, safe: device.safeN })}
        </>
      }
      trailing={
        <Cluster gap={2}>
          {device.isRevoked && <Tag tone="bad">{t('devices.revoked')}</Tag>}
          {!device.isRevoked && silent !== null && <Tag tone="warn">{t('devices.silent', { count: silent })}</Tag>}
          {held > 0 && <Tag tone="warn">{t('devices.held', { count: held })}</Tag>}
        </Cluster>
      }
      actions={
        <Cluster gap={2}>
          <Button icon="edit" onClick={() => onOpen('name')}>
            {t('devices.rename')}
          </Button>
          {!device.isRevoked && <Button onClick={() => onOpen('revoke')}>{t('devices.revoke')}</Button>}
        </Cluster>
      }
    />
  )
}

type DeviceDialogProps = {
  readonly seen: Seen
  readonly device: AdminDevice
  readonly onClose: () => void
  readonly onDone: () => void
}

const NameDialog = ({ seen, device, onClose, onDone }: DeviceDialogProps) => {
  const { t } = useText('administration')
  const [label, setLabel] = useState(device.label)
  const change = useChange()
  const [isAsked, setAsked] = useState(false)
  const save = () => {
    setAsked(true)
    if (label.trim() !== '') change.run(() => seen.administration.nameDevice(device.id, label.trim()), onDone)
  }
  return (
    <DialogForm title={t('devices.rename')} doLabel={t('common:save')} change={change} onDo={save} onClose={onClose}>
      <Field
        label={t('devices.label')}
        hint={t('devices.labelHint')}
        error={isAsked && label.trim() === '' && t('mistake.missing')}
      >
        <TextInput name="label" value={label} maxLength={80} onChange={(event) => setLabel(event.target.value)} />
      </Field>
    </DialogForm>
  )
}

const RevokeDialog = ({ seen, device, onClose, onDone }: DeviceDialogProps) => {
  const { t } = useText('administration')
  const change = useChange()
  return (
    <DialogForm
      title={t('devices.revokeTitle', { label: device.label === '' ? t('devices.unnamed') : device.label })}
      doLabel={t('devices.revoke')}
      isDanger
      change={change}
      onDo={() => change.run(() => seen.administration.revokeDevice(device.id), onDone)}
      onClose={onClose}
    >
      <p>{t('devices.revokeReads')}</p>
      <p>{t('devices.revokeUnsent')}</p>
      <p>{t('devices.revokeAgain')}</p>
    </DialogForm>
  )
}
