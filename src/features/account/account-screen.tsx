// A person's own account: who they are here, their password and passkeys, the devices it is open on, and a copy of
// everything that is kept about them.
import { Suspense } from 'react'
import { OwnDataSection } from '#features/own-data-section.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { DeviceSection } from './device-section.tsx'
import { PasskeySection } from './passkey-section.tsx'
import { PasswordSection } from './password-section.tsx'

export const AccountScreen = ({ store, platform }: ScreenProps) => {
  const { t } = useText('account')
  const { account } = store.identity
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('title')} back={{ href: '/more', label: t('back') }} />
        <DefinitionList
          items={[
            { term: t('name'), value: account.displayName },
            { term: t('username'), value: account.username },
          ]}
        />
        {platform.account && (
          <>
            <PasskeySection access={platform.account} />
            <PasswordSection access={platform.account} owner={account} />
            <DeviceSection access={platform.account} />
          </>
        )}
        <Suspense fallback={null}>
          <OwnDataSection platform={platform} />
        </Suspense>
      </Stack>
    </Measure>
  )
}
