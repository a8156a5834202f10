// The last day of a role. What was written until then is still taken for a while afterwards; that is said before.
import { useState } from 'react'
import type { PlacedGrant } from '#data/contract/administration-contract.ts'
import { formatLocalDate } from '#domain/kernel/local-date.ts'
import { DateField } from '#ui/date-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { DialogForm } from './dialog-form.tsx'
import type { PersonDialogProps } from './give-grant-dialog.tsx'
import { readTerm } from './new-person.ts'
import { useChange } from './use-change.ts'

export const EndGrantDialog = ({
  seen,
  today,
  grant,
  onClose,
  onDone,
}: PersonDialogProps & { readonly grant: PlacedGrant }) => {
  const { t } = useText('administration')
  const [last, setLast] = useState(formatLocalDate(today))
  const [mistake, setMistake] = useState<string>()
  const change = useChange()
  const end = () => {
    const { term, mistakes } = readTerm(formatLocalDate(grant.from), last === '' ? '-' : last)
    setMistake(mistakes.to)
    if (term === null) return
    const { place: _place, ...rest } = grant
    change.run(() => seen.administration.saveGrant({ ...rest, to: term.to }), onDone)
  }
  return (
    <DialogForm
      title={t('grants.endTitle', { role: t(`common:role.${grant.role}`), place: grant.place })}
      doLabel={t('grants.endDo')}
      change={change}
      onDo={end}
      onClose={onClose}
    >
      <DateField
        name="to"
        label={t('grants.lastDay')}
        hint={t('grants.endHint')}
        value={last}
        onChange={setLast}
        error={mistake && t(`mistake.${mistake}`)}
      />
    </DialogForm>
  )
}
