// Who may come in: role, place, period, last seen. Positions, not names of persons, in the demonstration.
import { useDeferredValue, useMemo, useState } from 'react'
import type { AdminAccount, AdminOverview } from '#data/contract/administration-contract.ts'
import { isActive } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Stack } from '#ui/layout.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { findAccounts, SHOWN, sortGrants } from './admin-list.ts'

type AccountTableProps = { readonly overview: AdminOverview; readonly today: LocalDate }

export const AccountTable = ({ overview, today }: AccountTableProps) => {
  const { t } = useText('administration')
  const { relative } = useFormats()
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const found = useMemo(() => findAccounts(overview.accounts, wanted), [overview.accounts, wanted])
  const isCut = found.length > SHOWN
  const columns: readonly Column<AdminAccount>[] = [
    { key: 'name', head: t('accounts.name'), isRowHead: true, cell: nameCell },
    { key: 'grants', head: t('accounts.grants'), cell: grantsCell(today) },
    {
      key: 'seen',
      head: t('accounts.lastSeen'),
      cell: ({ lastSeenMs }) => (lastSeenMs === null ? t('accounts.never') : relative(lastSeenMs, overview.nowMs)),
    },
  ]
  return (
    <Section title={t('accounts.title')}>
      <Stack gap={3}>
        <SearchField
          label={t('accounts.search')}
          value={query}
          onChange={setQuery}
          clearLabel={t('common:clear')}
          status={
            isCut
              ? t('accounts.first', { shown: SHOWN, total: found.length })
              : t('accounts.found', { count: found.length })
          }
        />
        <DataTable
          caption={t('accounts.list')}
          captionHidden
          columns={columns}
          rows={found.slice(0, SHOWN)}
          rowKey={({ id }) => id}
          empty={<p>{t('accounts.none')}</p>}
        />
      </Stack>
    </Section>
  )
}

const nameCell = (account: AdminAccount) => <Name account={account} />

const grantsCell = (today: LocalDate) => (account: AdminAccount) => <Grants account={account} today={today} />

const Name = ({ account }: { readonly account: AdminAccount }) => {
  const { t } = useText('administration')
  return (
    <>
      {account.displayName}
      <br />
      {account.username} {account.isIllustrative && <Tag tone="idle">{t('common:illustrative')}</Tag>}
      {!account.canSignIn && <Tag tone="warn">{t('accounts.cannotSignIn')}</Tag>}
    </>
  )
}

const Grants = ({ account, today }: { readonly account: AdminAccount; readonly today: LocalDate }) => {
  const { t } = useText('administration')
  const { day } = useFormats()
  if (account.grants.length === 0) return <>{t('accounts.noGrant')}</>
  const period = (from: LocalDate, to: LocalDate | null) =>
    to === null ? t('accounts.since', { from: day(from) }) : t('accounts.fromTo', { from: day(from), to: day(to) })
  return (
    <Stack gap={1}>
      {sortGrants(account.grants, today).map((grant) => (
        <span key={`${grant.role} ${grant.scope} ${grant.from}`}>
          {t('accounts.grant', {
            role: t(`common:role.${grant.role}`),
            place: grant.place,
            period: period(grant.from, grant.to),
          })}{' '}
          {!isActive(grant, today) && <Tag tone="idle">{t('accounts.notActive')}</Tag>}
        </span>
      ))}
    </Stack>
  )
}
