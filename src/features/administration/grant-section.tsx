// What a person may do where and from when to when: given, ended on a day, and lent to a deputy for a time.
import { useState } from 'react'
import type { PlacedGrant } from '#data/contract/administration-contract.ts'
import { grantsInForce } from '#domain/access/deputising.ts'
import { isActive } from '#domain/access/role.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { accountName, sortGrants } from './admin-list.ts'
import { DeputyDialog } from './deputy-dialog.tsx'
import { EndGrantDialog } from './end-grant-dialog.tsx'
import { GiveGrantDialog } from './give-grant-dialog.tsx'
import type { PersonProps } from './person-screen.tsx'

type Open = { readonly what: 'give' } | { readonly what: 'end' | 'lend'; readonly grant: PlacedGrant }

export const GrantSection = (props: PersonProps) => {
  const { t } = useText('administration')
  const { account, today, seen } = props
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    seen.ask()
  }
  const dialog = { ...props, onClose: close, onDone: done }
  return (
    <Section
      title={t('grants.title')}
      actions={
        <Button icon="plus" onClick={() => setOpen({ what: 'give' })}>
          {t('grants.give')}
        </Button>
      }
    >
      {account.grants.length === 0 ? (
        <p>{t('accounts.noGrant')}</p>
      ) : (
        <Rows label={t('grants.title')}>
          {sortGrants(account.grants, today).map((grant) => (
            <GrantRow
              key={`${grant.role} ${grant.scope} ${grant.from}`}
              {...props}
              grant={grant}
              onOpen={(what) => setOpen({ what, grant })}
            />
          ))}
        </Rows>
      )}
      {open?.what === 'give' && <GiveGrantDialog {...dialog} />}
      {open?.what === 'end' && <EndGrantDialog {...dialog} grant={open.grant} />}
      {open?.what === 'lend' && <DeputyDialog {...dialog} grant={open.grant} />}
    </Section>
  )
}

const grantsOf = ({ overview }: PersonProps['seen'], account: string): readonly PlacedGrant[] =>
  overview.accounts.find(({ id }) => id === account)?.grants ?? []

type GrantRowProps = PersonProps & {
  readonly grant: PlacedGrant
  readonly onOpen: (what: 'end' | 'lend') => void
}

const GrantRow = ({ grant, today, seen, onOpen }: GrantRowProps) => {
  const { t } = useText('administration')
  const { day } = useFormats()
  const { role, place, from, to, deputyFor } = grant
  const isOver = to !== null && to < today
  // Acting for somebody goes no further than that person's own role (ACC-17).
  const inForce = grantsInForce([grant], deputyFor === undefined ? [] : grantsOf(seen, deputyFor))
  const holds = inForce.some((part) => isActive(part, today))
  const isEndedWith = !holds && isActive(grant, today)
  const period =
    to === null ? t('accounts.since', { from: day(from) }) : t('accounts.fromTo', { from: day(from), to: day(to) })
  return (
    <Row
      title={t('people.duty', { role: t(`common:role.${role}`), place })}
      detail={
        <>
          {period}
          {deputyFor !== undefined && (
            <>
              <br />
              {t('grants.deputyFor', { name: accountName(seen.overview, deputyFor) })}
            </>
          )}
        </>
      }
      trailing={
        <Tag tone={holds ? 'good' : 'idle'}>
          {t(isEndedWith ? 'grants.endedWith' : isOver ? 'grants.over' : holds ? 'grants.holds' : 'grants.later')}
        </Tag>
      }
      {...(!isOver && {
        actions: (
          <Cluster gap={2}>
            {deputyFor === undefined && <Button onClick={() => onOpen('lend')}>{t('grants.lend')}</Button>}
            <Button onClick={() => onOpen('end')}>{t('grants.end')}</Button>
          </Cluster>
        ),
      })}
    />
  )
}
