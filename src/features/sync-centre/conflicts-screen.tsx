// Two people wrote the same place without having seen each other. Both values are kept; a person says which holds.
import type { ConflictItem } from '#data/contract/store-contract.ts'
import { mayChooseBetween } from '#domain/access/choice-rights.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { useConflicts } from './use-conflicts.ts'

export const ConflictsScreen = ({ store, person }: ScreenProps) => {
  const { t } = useText('sync-centre')
  const { shown, choose } = useConflicts(store)
  const pick = (item: ConflictItem) => (at: number) => void choose(item, at)
  const mayChoose = ({ kind, feed }: ConflictItem): boolean => mayChooseBetween(person, kind, feed)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('conflicts.title')}
          subtitle={t('conflicts.subtitle')}
          back={{ href: '/sync', label: t('title') }}
        />
        {shown === undefined && <Skeleton label={t('common:loading')} shape="cards" count={2} />}
        {shown?.length === 0 && (
          <EmptyState
            icon="check"
            title={t('conflicts.none')}
            text={t('conflicts.noneText')}
            action={<ButtonLink href="/sync">{t('conflicts.back')}</ButtonLink>}
          />
        )}
        {shown?.map((conflict) => (
          <ConflictCard
            key={conflict.key}
            store={store}
            conflict={conflict}
            canChoose={mayChoose(conflict.item)}
            onChoose={pick(conflict.item)}
          />
        ))}
      </Stack>
    </Measure>
  )
}
