// One version of one form: its facts, its questions, what changed since the version before, and what can be done with it.
import { useEffect, useState } from 'react'
import type { FormListing } from '#data/contract/form-library-contract.ts'
import { isChecklist } from '#domain/questionnaire/checklist/check-items.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { FormRevisionNotice } from '#features/form-revision-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { FormActions } from './form-actions.tsx'
import { FormFacts } from './form-facts.tsx'
import { FormOutline } from './form-outline.tsx'
import { FormTags } from './form-tags.tsx'
import { ItemOutline } from './item-outline.tsx'
import { titleOf } from './form-words.ts'

/** The form, null where it is not here, undefined while it is read. */
function useForm(store: ScreenProps['store'], key: string | undefined): Form | null | undefined {
  const [read, setRead] = useState<{ readonly key: string; readonly form: Form | null }>()
  useEffect(() => {
    if (key === undefined) return
    let isCurrent = true
    void store.forms.load(key).then((form) => {
      if (isCurrent) setRead({ key, form: form ?? null })
    })
    return () => {
      isCurrent = false
    }
  }, [store, key])
  return read?.key === key ? read?.form : undefined
}

/** The version that stands next below in the list. */
const versionBefore = (forms: readonly FormListing[], { id, key }: FormListing): FormListing | undefined => {
  const versions = forms.filter((one) => one.id === id)
  return versions[versions.findIndex((one) => one.key === key) + 1]
}

export const FormScreen = (screen: ScreenProps & { readonly form: string }) => {
  const { store, form: key } = screen
  const { t } = useText('form-library')
  const forms = useLive(() => store.forms.list(), [store])
  const listing = forms?.find((one) => one.key === key)
  const back = { href: '/more/forms', label: t('title') }
  if (forms === undefined) return <Skeleton label={t('common:loading')} shape="rows" count={6} />
  if (listing === undefined)
    return (
      <Stack gap={5}>
        <PageHeader title={t('title')} back={back} />
        <EmptyState icon="document" title={t('gone')} text={t('goneText')} />
      </Stack>
    )
  return <FormPage screen={screen} listing={listing} before={versionBefore(forms, listing)} back={back} />
}

type FormPageProps = {
  readonly screen: ScreenProps
  readonly listing: FormListing
  readonly before: FormListing | undefined
  readonly back: { readonly href: string; readonly label: string }
}

const FormPage = ({ screen, listing, before, back }: FormPageProps) => {
  const { t, language } = useText('form-library')
  const { day } = useFormats()
  const form = useForm(screen.store, listing.key)
  const earlier = useForm(screen.store, before?.key)
  return (
    <Stack gap={5}>
      <PageHeader
        title={titleOf(listing, language)}
        more={t('wholeTitle')}
        subtitle={
          <Cluster gap={1}>
            <FormTags form={listing} />
          </Cluster>
        }
        back={back}
      />
      {listing.withdrawal !== null && (
        <Notice tone="warn" title={t('withdrawnOn', { day: day(listing.withdrawal.on) })}>
          {listing.withdrawal.reason}
        </Notice>
      )}
      {form === undefined && <Skeleton label={t('common:loading')} shape="rows" count={6} />}
      {form === null && (
        <Notice tone="warn" title={t('notWhole')}>
          {t('notWholeText')}
        </Notice>
      )}
      {form && <FormFacts form={form} more={[{ term: t('fact.publishedOn'), value: day(listing.publishedOn) }]} />}
      <FormActions screen={screen} listing={listing} form={form ?? null} />
      {form && earlier && <FormRevisionNotice before={earlier} after={form} />}
      {form && (isChecklist(form) ? <ItemOutline form={form} /> : <FormOutline form={form} />)}
    </Stack>
  )
}
