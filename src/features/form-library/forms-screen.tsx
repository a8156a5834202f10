// Every form there is here: those the program brings and those the province has published, versions side by side.
import type { FormListing } from '#data/contract/form-library-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { FormTags } from './form-tags.tsx'
import { titleOf } from './form-words.ts'
import { mayPublish } from './publish-right.ts'

export const FormsScreen = ({ store, person }: ScreenProps) => {
  const { t } = useText('form-library')
  const forms = useLive(() => store.forms.list(), [store])
  const offered = forms?.filter(({ isWithdrawn }) => !isWithdrawn) ?? []
  const withdrawn = forms?.filter(({ isWithdrawn }) => isWithdrawn) ?? []
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        back={{ href: '/more', label: t('back') }}
        {...(mayPublish({ store, person }) && {
          actions: (
            <ButtonLink kind="main" icon="upload" href="/more/forms/import">
              {t('import.open')}
            </ButtonLink>
          ),
        })}
      />
      {forms === undefined && <Skeleton label={t('common:loading')} shape="rows" count={4} />}
      {offered.length > 0 && <FormRows title={t('offered')} forms={offered} />}
      {withdrawn.length > 0 && <FormRows title={t('withdrawnOnes')} forms={withdrawn} />}
    </Stack>
  )
}

const FormRows = ({ title, forms }: { readonly title: string; readonly forms: readonly FormListing[] }) => {
  const { t, language } = useText('form-library')
  const { day } = useFormats()
  return (
    <Section title={title}>
      <Rows label={title}>
        {forms.map((form) => (
          <Row
            key={form.key}
            href={`/more/forms/${encodeURIComponent(form.key)}`}
            title={titleOf(form, language)}
            detail={t('line', { version: form.version, count: form.questions, day: day(form.publishedOn) })}
            trailing={
              <Cluster gap={1}>
                <FormTags form={form} />
              </Cluster>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
