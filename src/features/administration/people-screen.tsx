// Who may come in: found by position, place or sign-in name without tone marks, narrowed by role and by where they stand.
import { useDeferredValue, useMemo, useState } from 'react'
import type { AdminAccount } from '#data/contract/administration-contract.ts'
import { isActive, roles } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AdminPage, type Seen } from './admin-page.tsx'
import { findPeople, personStates, stateOf, toneOfState } from './person-state.ts'

type PeopleScreenProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

const PEOPLE = '/more/admin/people'

export const PeopleScreen = ({ platform, today, query }: PeopleScreenProps) => {
  const { t } = useText('administration')
  return (
    <AdminPage platform={platform} title={t('people.title')} back={{ href: '/more/admin', label: t('title') }}>
      {(seen) => (
        <Stack gap={4}>
          <Cluster>
            <ButtonLink kind="main" icon="plus" href={`${PEOPLE}/new`}>
              {t('people.add')}
            </ButtonLink>
            <ButtonLink icon="upload" href={`${PEOPLE}/import`}>
              {t('people.import')}
            </ButtonLink>
          </Cluster>
          <People seen={seen} today={today} choice={query} />
        </Stack>
      )}
    </AdminPage>
  )
}

/** A phone shows each as a card: more than this is asked for. */
const STEP = 20

type PeopleProps = {
  readonly seen: Seen
  readonly today: LocalDate
  readonly choice: Readonly<Record<string, string>>
}

const People = ({ seen: { overview }, today, choice }: PeopleProps) => {
  const { t } = useText('administration')
  const [shown, setShown] = useState(STEP)
  const { q = '', role = '', state = '' } = choice
  const query = useDeferredValue(q)
  const found = useMemo(
    () => findPeople(overview.accounts, { query, role, state }, today),
    [overview.accounts, query, role, state, today],
  )
  const status =
    found.length > shown
      ? t('people.first', { shown, total: found.length })
      : t('accounts.found', { count: found.length })
  return (
    <Stack gap={4}>
      <PeopleFilter choice={{ q, role, state }} status={status} />
      {found.length === 0 ? (
        <EmptyState icon="search" level={2} title={t('accounts.none')} text={t('people.noneText')} />
      ) : (
        <Rows label={t('people.title')}>
          {found.slice(0, shown).map((account) => (
            <PersonRow key={account.id} account={account} today={today} nowMs={overview.nowMs} />
          ))}
        </Rows>
      )}
      {found.length > shown && (
        <Button wide onClick={() => setShown(shown + STEP)}>
          {t('people.more', { count: Math.min(STEP, found.length - shown) })}
        </Button>
      )}
    </Stack>
  )
}

type FilterProps = {
  readonly choice: { readonly q: string; readonly role: string; readonly state: string }
  readonly status: string
}

const PeopleFilter = ({ choice: { q, role, state }, status }: FilterProps) => {
  const { t } = useText('administration')
  const choose = useAddressChoice()
  return (
    <Stack gap={3}>
      <SearchField
        label={t('accounts.search')}
        value={q}
        onChange={(text) => choose('q', text, { isTyped: true })}
        clearLabel={t('common:clear')}
        status={status}
      />
      <Cluster>
        <SelectField
          label={t('people.role')}
          value={role}
          onChange={(event) => choose('role', event.target.value)}
          placeholder={t('people.everyRole')}
          options={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        />
        <SelectField
          label={t('people.state')}
          value={state}
          onChange={(event) => choose('state', event.target.value)}
          placeholder={t('people.everyState')}
          options={personStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </Cluster>
    </Stack>
  )
}

type PersonRowProps = { readonly account: AdminAccount; readonly today: LocalDate; readonly nowMs: number }

const PersonRow = ({ account, today, nowMs }: PersonRowProps) => {
  const { t } = useText('administration')
  const { relative, list } = useFormats()
  const { id, username, displayName, grants, isIllustrative, lastSeenMs } = account
  const state = stateOf(account, today)
  const held = grants.filter((grant) => isActive(grant, today))
  const duties = held.map(({ role, place }) => t('people.duty', { role: t(`common:role.${role}`), place }))
  const seen = lastSeenMs === null ? t('accounts.never') : relative(lastSeenMs, nowMs)
  return (
    <Row
      href={`${PEOPLE}/${encodeURIComponent(id)}`}
      title={displayName}
      detail={
        <>
          {held.length === 0 ? t('people.noDuty') : list(duties)}
          <br />
          {t('people.line', { username, seen })}
        </>
      }
      trailing={
        <Cluster gap={2}>
          <Tag tone={toneOfState[state]}>{t(`state.${state}`)}</Tag>
          {isIllustrative && <Tag tone="idle">{t('common:illustrative')}</Tag>}
        </Cluster>
      }
    />
  )
}
