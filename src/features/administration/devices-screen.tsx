// From where people come in: found by person or device, those that fell silent marked, each named and revoked here.
import { useDeferredValue, useMemo, useState } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { findDevices, isDeviceShow } from './admin-list.ts'
import { AdminPage, type Seen } from './admin-page.tsx'
import { DeviceRows } from './device-rows.tsx'

type DevicesScreenProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

const STEP = 20

export const DevicesScreen = ({ platform, query }: DevicesScreenProps) => {
  const { t } = useText('administration')
  return (
    <AdminPage platform={platform} title={t('devices.title')} back={{ href: '/more/admin', label: t('title') }}>
      {(seen) => <Devices seen={seen} choice={query} />}
    </AdminPage>
  )
}

type DevicesProps = { readonly seen: Seen; readonly choice: Readonly<Record<string, string>> }

const Devices = ({ seen, choice: { q = '', show = '' } }: DevicesProps) => {
  const { t } = useText('administration')
  const choose = useAddressChoice()
  const [shown, setShown] = useState(STEP)
  const wanted = useDeferredValue(q)
  const kind = isDeviceShow(show) ? show : 'all'
  const found = useMemo(() => findDevices(seen.overview, wanted, kind), [seen.overview, wanted, kind])
  return (
    <Stack gap={4}>
      <p>{t('devices.about')}</p>
      <SearchField
        label={t('devices.search')}
        value={q}
        onChange={(text) => choose('q', text, { isTyped: true })}
        clearLabel={t('common:clear')}
        status={t('devices.found', { count: found.length })}
      />
      <Segmented
        legend={t('devices.show')}
        name="show"
        value={kind}
        onChange={(value) => choose('show', value === 'all' ? '' : value)}
        options={[
          { value: 'all', label: t('devices.all') },
          { value: 'silent', label: t('devices.silentOnly') },
          { value: 'revoked', label: t('devices.revokedOnly') },
        ]}
      />
      <DeviceRows seen={seen} devices={found.slice(0, shown)} label={t('devices.title')} withPerson />
      {found.length > shown && (
        <Button wide onClick={() => setShown(shown + STEP)}>
          {t('people.more', { count: Math.min(STEP, found.length - shown) })}
        </Button>
      )}
    </Stack>
  )
}
