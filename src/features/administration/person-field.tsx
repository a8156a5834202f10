// Chooses somebody else: those of the same place first, then everybody who is not shut out.
import { useMemo } from 'react'
import type { AdminAccount } from '#data/contract/administration-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { isDisabled } from './person-state.ts'

type PersonFieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly accounts: readonly AdminAccount[]
  readonly not: string
  /** Place whose people come first. */
  readonly near: string | undefined
  readonly today: LocalDate
  readonly value: string
  readonly onChange: (account: string) => void
  readonly error?: string | undefined
}

export const PersonField = ({ accounts, not, near, today, onChange, ...field }: PersonFieldProps) => {
  const { t } = useText('administration')
  const options = useMemo(() => {
    const isNear = ({ grants }: AdminAccount) => Number(grants.some(({ scope }) => scope === near))
    return accounts
      .filter((account) => account.id !== not && !isDisabled(account, today))
      .toSorted((a, b) => isNear(b) - isNear(a) || a.displayName.localeCompare(b.displayName, 'vi'))
      .map(({ id, displayName, username }) => ({ value: id, label: t('person.option', { displayName, username }) }))
  }, [accounts, not, near, today, t])
  return (
    <SelectField
      {...field}
      options={options}
      placeholder={t('person.choose')}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
