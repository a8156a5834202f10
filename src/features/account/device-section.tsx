// One's own devices: where the account is open, and a way to end it there without being there.
import { useCallback, useEffect, useState } from 'react'
import type { AccountAccess, OwnDevice, OwnDevices } from '#data/contract/account-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { EndDevice, RenameDevice } from './device-dialogs.tsx'
import { type Change, OwnList, useChange } from './own-list.tsx'

type DeviceSectionProps = { readonly access: () => Promise<AccountAccess> }

const ask = async (access: DeviceSectionProps['access']) => (await access()).devices()

/** This device first, then the one used last; those that were revoked at the end. */
const sorted = (devices: readonly OwnDevice[]): readonly OwnDevice[] =>
  devices.toSorted(
    (a, b) =>
      Number(b.isThis) - Number(a.isThis) || Number(a.isRevoked) - Number(b.isRevoked) || b.lastSeenMs - a.lastSeenMs,
  )

export const DeviceSection = ({ access }: DeviceSectionProps) => {
  const [own, setOwn] = useState<Result<OwnDevices, Problem>>()
  useEffect(() => {
    void ask(access).then(setOwn)
  }, [access])
  const reload = useCallback(async () => setOwn(await ask(access)), [access])
  const change = useChange(access, reload)
  return (
    <OwnList of="devices" own={own} reload={reload} count={2}>
      {(value) => <Devices own={value} change={change} />}
    </OwnList>
  )
}

const FIRST = 5

type Asking = { readonly what: 'rename' | 'sign-out' | 'revoke'; readonly device: OwnDevice }

const Devices = ({ own, change }: { readonly own: OwnDevices; readonly change: Change }) => {
  const { t } = useText('account')
  const [asking, setAsking] = useState<Asking>()
  const [isWhole, setWhole] = useState(false)
  const devices = sorted(own.devices)
  const close = () => setAsking(undefined)
  return (
    <Stack gap={3}>
      <Rows label={t('devices.title')}>
        {(isWhole ? devices : devices.slice(0, FIRST)).map((device) => (
          <DeviceRow key={device.id} device={device} nowMs={own.nowMs} ask={(what) => setAsking({ what, device })} />
        ))}
      </Rows>
      {devices.length > FIRST && !isWhole && (
        <Button wide onClick={() => setWhole(true)}>
          {t('devices.all', { count: devices.length })}
        </Button>
      )}
      {asking?.what === 'rename' && <RenameDevice device={asking.device} change={change} onClose={close} />}
      {asking && asking.what !== 'rename' && (
        <EndDevice device={asking.device} how={asking.what} change={change} onClose={close} />
      )}
    </Stack>
  )
}

type DeviceRowProps = {
  readonly device: OwnDevice
  readonly nowMs: number
  readonly ask: (what: Asking['what']) => void
}

const DeviceRow = ({ device, nowMs, ask: onAsk }: DeviceRowProps) => {
  const { t } = useText('account')
  const { relative, dayOf } = useFormats()
  const { label, createdMs, lastSeenMs, isThis, isRevoked } = device
  const seen = isThis ? t('devices.now') : t('devices.seen', { time: relative(lastSeenMs, nowMs) })
  return (
    <Row
      mark={<Mark tone={isRevoked ? 'idle' : 'act'} icon="device-check" />}
      title={label === '' ? t('devices.unnamed') : label}
      detail={`${seen} · ${t('devices.since', { day: dayOf(createdMs) })}`}
      {...((isThis || isRevoked) && {
        trailing: <Tag tone={isThis ? 'good' : 'idle'}>{t(isThis ? 'devices.this' : 'devices.revoked')}</Tag>,
      })}
      {...(!isRevoked && {
        actions: (
          <Cluster gap={2}>
            <Button icon="edit" onClick={() => onAsk('rename')}>
              {t('devices.rename')}
            </Button>
            {!isThis && <Button onClick={() => onAsk('sign-out')}>{t('devices.signOut')}</Button>}
            {!isThis && <Button onClick={() => onAsk('revoke')}>{t('devices.revoke')}</Button>}
          </Cluster>
        ),
      })}
    />
  )
}
