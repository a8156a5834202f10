// One more role for somebody who has others: where, from when, until when.
import { useState } from 'react'
import { isRole } from '#domain/access/role.ts'
import { formatLocalDate } from '#domain/kernel/local-date.ts'
import { useText } from '#ui/text/text-context.tsx'
import { DialogForm } from './dialog-form.tsx'
import { type Mistakes, readTerm } from './new-person.ts'
import type { PersonProps } from './person-screen.tsx'
import { RolePlaceFields } from './role-place-fields.tsx'
import { TermFields } from './term-fields.tsx'
import { useChange } from './use-change.ts'

export type PersonDialogProps = PersonProps & { readonly onClose: () => void; readonly onDone: () => void }

export const GiveGrantDialog = ({ seen, account, today, places, onClose, onDone }: PersonDialogProps) => {
  const { t } = useText('administration')
  const [what, setWhat] = useState({ role: '', scope: '' })
  const [term, setTerm] = useState({ from: formatLocalDate(today), to: '' })
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const change = useChange()
  const errorOf = (field: keyof Mistakes) => mistakes[field] && t(`mistake.${mistakes[field]}`)
  const give = () => {
    const read = readTerm(term.from, term.to)
    const found: Mistakes = {
      ...(what.role === '' && { role: 'missing' as const }),
      ...(what.scope === '' && { scope: 'missing' as const }),
      ...read.mistakes,
    }
    setMistakes(found)
    const { role, scope } = what
    if (!isRole(role) || read.term === null || Object.keys(found).length > 0) return
    const grant = { account: account.id, scope, role, ...read.term }
    change.run(() => seen.administration.saveGrant(grant), onDone)
  }
  return (
    <DialogForm title={t('grants.give')} doLabel={t('grants.giveDo')} change={change} onDo={give} onClose={onClose}>
      <RolePlaceFields
        {...what}
        places={places}
        today={today}
        errors={{ role: errorOf('role'), scope: errorOf('scope') }}
        onChange={setWhat}
      />
      <TermFields term={term} errorOf={errorOf} onChange={setTerm} beside={{ note: t('common:optional') }} />
    </DialogForm>
  )
}
