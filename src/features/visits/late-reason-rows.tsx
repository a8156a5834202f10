// Why the commune is behind, from the one list. Folded away: most visits need none, and ten rows would push the rest of the
// form out of sight.
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import { CheckRow } from '#ui/check-row.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { useVisitWords } from './use-visit-words.ts'
import type { VisitForm } from './visit-form.ts'

export const LateReasonRows = ({ form }: { readonly form: UseFormReturn<VisitForm> }) => {
  const { t, textOf } = useVisitWords()
  const count = form.watch('lateReasons').length
  const [isOpen, setOpen] = useState(false)
  if (count > 0 && !isOpen) setOpen(true)
  return (
    <Disclosure summary={t('lateReasons')} detail={t('reasonsChosen', { count })} open={isOpen}>
      {lateReasons.map(({ id, name }) => (
        <CheckRow key={id} label={textOf(name)} value={id} {...form.register('lateReasons')} />
      ))}
    </Disclosure>
  )
}
