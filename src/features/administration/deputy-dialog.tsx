// Acting for somebody for a time (ký thay, KT.): the same role in the same place, always with a last day.
import { useState } from 'react'
import type { PlacedGrant } from '#data/contract/administration-contract.ts'
import { formatLocalDate } from '#domain/kernel/local-date.ts'
import { useText } from '#ui/text/text-context.tsx'
import { DialogForm } from './dialog-form.tsx'
import type { PersonDialogProps } from './give-grant-dialog.tsx'
import { type Mistakes, readTerm } from './new-person.ts'
import { PersonField } from './person-field.tsx'
import { TermFields } from './term-fields.tsx'
import { useChange } from './use-change.ts'

type DeputyDialogProps = PersonDialogProps & { readonly grant: PlacedGrant }

export const DeputyDialog = ({ seen, account, today, grant, onClose, onDone }: DeputyDialogProps) => {
  const { t } = useText('administration')
  const [deputy, setDeputy] = useState('')
  const [term, setTerm] = useState({ from: formatLocalDate(today), to: '' })
  const [mistakes, setMistakes] = useState<Mistakes & { readonly deputy?: 'missing' }>({})
  const change = useChange()
  const lend = () => {
    const read = readTerm(term.from, term.to === '' ? '-' : term.to)
    const found = { ...read.mistakes, ...(deputy === '' && { deputy: 'missing' as const }) }
    setMistakes(found)
    if (read.term === null || deputy === '') return
    const { scope, role } = grant
    const lent = { account: deputy, scope, role, ...read.term, deputyFor: account.id }
    change.run(() => seen.administration.saveGrant(lent), onDone)
  }
  const errorOf = (field: 'from' | 'to') => mistakes[field] && t(`mistake.${mistakes[field]}`)
  return (
    <DialogForm title={t('deputy.title')} doLabel={t('deputy.do')} change={change} onDo={lend} onClose={onClose}>
      <p>
        {t('deputy.about', {
          name: account.displayName,
          role: t(`common:role.${grant.role}`),
          place: grant.place,
        })}
      </p>
      <PersonField
        name="deputy"
        label={t('deputy.who')}
        accounts={seen.overview.accounts}
        not={account.id}
        near={grant.scope}
        today={today}
        value={deputy}
        onChange={setDeputy}
        error={mistakes.deputy && t('mistake.missing')}
      />
      <TermFields term={term} errorOf={errorOf} onChange={setTerm} beside={{ hint: t('deputy.toHint') }} />
    </DialogForm>
  )
}
