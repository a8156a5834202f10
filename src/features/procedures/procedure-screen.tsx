// One procedure: what the list says of it, the office's own document for it, and whether the system covers it.
import type { ProcedureView } from '#data/contract/procedure-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { listPath, NEW } from './paths.ts'
import { ProcedureForm } from './procedure-form.tsx'

type ProcedureScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const ProcedureScreen = ({ unit, id, ...screen }: ProcedureScreenProps) => {
  const { store, person } = screen
  const { t } = useText('procedures')
  const found = useLive(
    async (): Promise<{ readonly procedure: ProcedureView | null }> => ({
      procedure: id === NEW ? null : await store.procedures.get(unit, id),
    }),
    [store, unit, id],
  )
  const back = { href: listPath(person, unit), label: t('title') }
  const isUnknown = found?.procedure === null && id !== NEW
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={id === NEW ? t('new') : (found?.procedure?.name ?? t('one'))}
          subtitle={person.communes.find((place) => place.id === unit)?.name}
          back={back}
        />
        {found === undefined && <Skeleton label={t('common:loading')} count={6} />}
        {isUnknown && (
          <EmptyState
            icon="list"
            title={t('unknown.title')}
            text={t('unknown.text')}
            action={<ButtonLink href={back.href}>{t('title')}</ButtonLink>}
          />
        )}
        {found !== undefined && !isUnknown && (
          <ProcedureForm key={`${unit} ${id}`} screen={screen} unit={unit} procedure={found.procedure} />
        )}
      </Stack>
    </Measure>
  )
}
