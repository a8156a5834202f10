// From where people come in: one line per account and browser, with how much of its work is stored and backed up.
import type { AdminDevice, AdminOverview } from '#data/contract/administration-contract.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { accountName, SHOWN, sortDevices } from './admin-list.ts'

export const DeviceTable = ({ overview }: { readonly overview: AdminOverview }) => {
  const { t } = useText('administration')
  const { number, relative } = useFormats()
  const devices = sortDevices(overview.devices)
  const columns: readonly Column<AdminDevice>[] = [
    { key: 'label', head: t('devices.label'), isRowHead: true, cell: labelCell },
    { key: 'account', head: t('devices.account'), cell: ({ account }) => accountName(overview, account) },
    { key: 'seen', head: t('devices.lastSeen'), cell: ({ lastSeenMs }) => relative(lastSeenMs, overview.nowMs) },
    { key: 'ops', head: t('devices.stored'), align: 'end', cell: ({ lastN }) => number(lastN) },
    { key: 'safe', head: t('devices.backedUp'), align: 'end', cell: ({ safeN }) => number(safeN) },
  ]
  return (
    <Section title={t('devices.title')}>
      <DataTable
        caption={t('devices.list')}
        captionHidden
        columns={columns}
        rows={devices.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        empty={<p>{t('devices.none')}</p>}
        {...(devices.length > SHOWN && { foot: t('devices.first', { shown: SHOWN, total: devices.length }) })}
      />
    </Section>
  )
}

const labelCell = (device: AdminDevice) => <Label device={device} />

const Label = ({ device: { id, label, isRevoked } }: { readonly device: AdminDevice }) => {
  const { t } = useText('administration')
  return (
    <>
      {label === '' ? t('devices.unnamed') : label} {t('devices.id', { id })}{' '}
      {isRevoked && <Tag tone="bad">{t('devices.revoked')}</Tag>}
    </>
  )
}
