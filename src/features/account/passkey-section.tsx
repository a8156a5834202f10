// One's own passkeys: listed, named, removed, and a new one made where the address allows it.
import { useState } from 'react'
import type { AccountAccess, OwnAccess, OwnPasskey } from '#data/contract/account-contract.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { RemovePasskey, RenamePasskey } from './passkey-dialogs.tsx'
import { type Change, OwnList, useChange } from './own-list.tsx'
import { useOwnAccess } from './use-own-access.ts'

type PasskeySectionProps = { readonly access: () => Promise<AccountAccess> }

export const PasskeySection = ({ access }: PasskeySectionProps) => {
  const { own, reload } = useOwnAccess(access)
  const change = useChange(access, reload)
  return (
    <OwnList of="passkeys" own={own} reload={reload} count={1}>
      {(value) => <OwnPasskeys own={value} access={access} change={change} />}
    </OwnList>
  )
}

type OwnPasskeysProps = PasskeySectionProps & { readonly own: OwnAccess; readonly change: Change }

type Asking = { readonly what: 'rename' | 'remove'; readonly passkey: OwnPasskey }

const OwnPasskeys = ({ own, access, change }: OwnPasskeysProps) => {
  const { t } = useText('account')
  const [asking, setAsking] = useState<Asking | null>(null)
  const { passkeys, making, address } = own
  const Question = asking?.what === 'rename' ? RenamePasskey : RemovePasskey
  return (
    <Stack gap={4}>
      {passkeys.length > 0 && (
        <Rows label={t('passkeys.title')}>
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} ask={(what) => setAsking({ what, passkey })} />
          ))}
        </Rows>
      )}
      {passkeys.length === 0 && making === 'possible' && (
        <EmptyState icon="device-check" title={t('passkeys.empty')} text={t('passkeys.emptyText')} level={3} />
      )}
      {making === 'possible' && <AddPasskey access={access} hasPasskeys={passkeys.length > 0} change={change} />}
      {making === 'elsewhere' && <Notice tone="note">{t('passkeys.elsewhere', { address: address ?? '' })}</Notice>}
      {making === 'no-address' && <Notice tone="note">{t('passkeys.noAddress')}</Notice>}
      {making === 'unknown-browser' && <Notice tone="note">{t('passkeys.unknown')}</Notice>}
      {asking && <Question passkey={asking.passkey} change={change} onClose={() => setAsking(null)} />}
    </Stack>
  )
}

type PasskeyRowProps = { readonly passkey: OwnPasskey; readonly ask: (what: Asking['what']) => void }

const PasskeyRow = ({ passkey, ask }: PasskeyRowProps) => {
  const { t } = useText('account')
  const formats = useFormats()
  const { label, createdMs, usedMs, isBackedUp } = passkey
  const created = t('passkeys.created', { day: formats.dayOf(createdMs) })
  const used = usedMs === null ? t('passkeys.unused') : t('passkeys.used', { day: formats.dayOf(usedMs) })
  return (
    <Row
      mark={<Mark tone="act" icon="device-check" />}
      title={label}
      detail={`${created} · ${used}`}
      {...(isBackedUp && { trailing: <Tag tone="note">{t('passkeys.synced')}</Tag> })}
      actions={
        <>
          <IconButton icon="edit" label={t('passkeys.rename', { label })} onClick={() => ask('rename')} />
          <IconButton icon="trash" label={t('passkeys.remove', { label })} onClick={() => ask('remove')} />
        </>
      }
    />
  )
}
