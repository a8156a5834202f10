// What an address of this feature shows where nothing of that name is on this device.
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useFillingWords } from './form-words.ts'
import { FORMS_PATH } from './paths.ts'

type NotHereProps = {
  readonly title: string
  readonly text: string
  readonly href?: string
  /** Where the way back leads, where that is not the list of forms. */
  readonly back?: { readonly href: string; readonly label: string }
}

export const NotHere = ({ title, text, back, href = back?.href ?? FORMS_PATH }: NotHereProps) => {
  const { t } = useFillingWords()
  return (
    <Stack>
      <PageHeader title={t('title')} back={back ?? { href: FORMS_PATH, label: t('title') }} />
      <EmptyState
        icon="document"
        title={title}
        text={text}
        action={<ButtonLink href={href}>{back?.label ?? t('back')}</ButtonLink>}
      />
    </Stack>
  )
}
