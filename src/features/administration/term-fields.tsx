// From when until when a role or a deputising lasts, as it is typed.
import { DateField } from '#ui/date-field.tsx'
import { useText } from '#ui/text/text-context.tsx'

interface Term {
  readonly from: string
  readonly to: string
}

type TermFieldsProps = {
  readonly term: Term
  readonly errorOf: (field: 'from' | 'to') => string | undefined
  readonly onChange: (term: Term) => void
  /** Beside the last day: that it may be left open, or why it may not. */
  readonly beside: { readonly note?: string; readonly hint?: string }
}

export const TermFields = ({ term, errorOf, onChange, beside }: TermFieldsProps) => {
  const { t } = useText('administration')
  return (
    <>
      <DateField
        name="from"
        label={t('field.from')}
        value={term.from}
        onChange={(from) => onChange({ ...term, from })}
        error={errorOf('from')}
      />
      <DateField
        name="to"
        label={t('field.to')}
        {...beside}
        value={term.to}
        onChange={(to) => onChange({ ...term, to })}
        error={errorOf('to')}
      />
    </>
  )
}
