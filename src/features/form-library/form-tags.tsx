// What a form is at a glance: where it comes from, whether it is offered, whether all of it is here.
import type { FormListing } from '#data/contract/form-library-contract.ts'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const FormTags = ({ form }: { readonly form: FormListing }) => {
  const { t } = useText('form-library')
  return (
    <>
      <Tag tone="idle">{t(`origin.${form.origin}`)}</Tag>
      {form.use !== 'commune' && <Tag tone="note">{t(`use.${form.use}`)}</Tag>}
      {form.isWithdrawn && <Tag tone="warn">{t('withdrawn')}</Tag>}
      {!form.isWhole && <Tag tone="warn">{t('notWhole')}</Tag>}
    </>
  )
}
