// One person of the installation: what they may do and until when, how they get in, from which devices, and the way out
// when they leave. A new code takes the place of the page until it is written down.
import { useState } from 'react'
import type { AdminAccount } from '#data/contract/administration-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { notedPrint } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AccessSection } from './access-section.tsx'
import { AdminPage, type Seen } from './admin-page.tsx'
import { sortDevices } from './admin-list.ts'
import { CodeSlips, type Slip } from './code-slip.tsx'
import { DeviceRows } from './device-rows.tsx'
import { GrantSection } from './grant-section.tsx'
import { OtherWaysSection } from './other-ways-section.tsx'
import { stateOf, toneOfState } from './person-state.ts'

type PersonScreenProps = ScreenProps & { readonly account: string }

const PEOPLE = '/more/admin/people'

export const PersonScreen = ({ platform, today, store, account: id }: PersonScreenProps) => {
  const { t } = useText('administration')
  const [slip, setSlip] = useState<Slip>()
  return (
    <AdminPage platform={platform} title={t('person.title')} back={{ href: PEOPLE, label: t('people.title') }}>
      {(seen) => {
        const account = seen.overview.accounts.find((one) => one.id === id)
        if (!account) return <EmptyState icon="user" title={t('person.none')} text={t('person.noneText')} />
        if (slip)
          return (
            <CodeSlips
              slips={[slip]}
              onPrint={() => void notedPrint({ store, platform }, { what: 'codes' })}
              onDone={() => setSlip(undefined)}
              doneLabel={t('slip.toPerson')}
            />
          )
        return (
          <Person
            seen={seen}
            account={account}
            today={today}
            places={store.identity.places}
            isSelf={store.identity.account.id === id}
            onCode={(issued) => {
              setSlip({ username: account.username, displayName: account.displayName, issued })
              seen.ask()
            }}
          />
        )
      }}
    </AdminPage>
  )
}

export type PersonProps = {
  readonly seen: Seen
  readonly account: AdminAccount
  readonly today: LocalDate
  readonly places: readonly Place[]
  /** The administrator looks at the own account. */
  readonly isSelf: boolean
  readonly onCode: (issued: Slip['issued']) => void
}

const Person = (props: PersonProps) => {
  const { t } = useText('administration')
  const { relative } = useFormats()
  const { seen, account, today, isSelf } = props
  const { overview } = seen
  const state = stateOf(account, today)
  const devices = sortDevices(overview.devices.filter(({ account: owner }) => owner === account.id))
  const lastSeen = account.lastSeenMs === null ? t('accounts.never') : relative(account.lastSeenMs, overview.nowMs)
  return (
    <Stack gap={5}>
      <Stack gap={2}>
        <h2>{account.displayName}</h2>
        <Cluster gap={2}>
          <span>{t('people.line', { username: account.username, seen: lastSeen })}</span>
          <Tag tone={toneOfState[state]}>{t(`state.${state}`)}</Tag>
          {account.isIllustrative && <Tag tone="idle">{t('common:illustrative')}</Tag>}
        </Cluster>
      </Stack>
      <GrantSection {...props} />
      <AccessSection {...props} />
      <OtherWaysSection {...props} />
      <Section title={t('person.devices')}>
        <DeviceRows seen={seen} devices={devices} label={t('person.devices')} withPerson={false} />
      </Section>
      <Section title={t('data.title')} detail={t('data.about')}>
        <Cluster>
          <ButtonLink icon="document" href={`${PEOPLE}/${encodeURIComponent(account.id)}/data`}>
            {t('data.open')}
          </ButtonLink>
        </Cluster>
      </Section>
      {!isSelf && (
        <Section title={t('leaving.title')} detail={t('leaving.about')}>
          <Cluster>
            <ButtonLink icon="user" href={`${PEOPLE}/${encodeURIComponent(account.id)}/leaving`}>
              {t('leaving.open')}
            </ButtonLink>
          </Cluster>
        </Section>
      )}
    </Stack>
  )
}
