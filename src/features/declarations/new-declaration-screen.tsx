// Declares conformity, or enters a certificate: first what speaks against it today, then the form. Nothing is blocked in
// silence, and nothing is overridden without words.
import type { DeclarationOutlook } from '#data/contract/declaration-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { DECLARATIONS_PATH, useDeclarationWords } from '#features/declaration-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { DeclarationForm } from './declaration-form.tsx'

export const NewDeclarationScreen = (screen: ScreenProps) => {
  const { t } = useDeclarationWords()
  const { store, person } = screen
  const unit = person.place.id
  const mayDeclare = person.workplace === 'commune' && person.may('declaration', feedId(unit, 'pub'))
  const outlook = useLive(() => store.declarations.outlook(unit), [store, unit])
  const back = { href: DECLARATIONS_PATH, label: t('back') }
  return (
    <Measure>
      <PageHeader title={t('form.title')} subtitle={person.place.name} back={back} />
      {!mayDeclare && (
        <EmptyState
          icon="star"
          title={t('form.noRight')}
          action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
        />
      )}
      {mayDeclare && outlook === undefined && <Skeleton label={t('loading')} shape="rows" count={6} />}
      {mayDeclare && outlook !== undefined && <Begun outlook={outlook} screen={screen} />}
    </Measure>
  )
}

type BegunProps = { readonly outlook: DeclarationOutlook; readonly screen: ScreenProps }

const Begun = ({ outlook, screen }: BegunProps) => {
  const { t } = useDeclarationWords()
  const { plan } = outlook
  return (
    <Stack gap={5}>
      {plan !== null && <p>{t('form.byPlan', { type: t(`type.${plan.mode}`) })}</p>}
      <DeclarationForm outlook={outlook} screen={screen} />
    </Stack>
  )
}
