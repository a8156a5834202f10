// Visits to one commune, the latest first, each with what was found and recommended.
import type { VisitView } from '#data/contract/visit-contract.ts'
import type { VisitFlag } from '#domain/field-visit/visit.ts'
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { type CommuneWords, useCommuneWords } from './commune-words.ts'
import { pubFeed } from './feeds.ts'
import { newVisitPath } from './paths.ts'

const toneByFlag: Readonly<Record<VisitFlag, Tone>> = { red: 'bad', yellow: 'warn', green: 'good' }

export const VisitsTab = ({
  unit,
  screen: { store, person },
}: {
  readonly unit: string
  readonly screen: ScreenProps
}) => {
  const words = useCommuneWords()
  const { t } = words
  const visits = useLive(() => store.visits.list([unit]), [store, unit])
  if (visits === undefined) return <Skeleton label={t('common:loading')} shape="cards" />
  const mayVisit = person.may('visit', pubFeed(unit))
  const action = (
    <ButtonLink kind="main" icon="pin" href={newVisitPath(unit)}>
      {t('recordVisit')}
    </ButtonLink>
  )
  if (visits.length === 0) {
    return (
      <EmptyState
        icon="pin"
        title={t('visits.emptyTitle')}
        text={t('visits.emptyText')}
        {...(mayVisit && { action })}
      />
    )
  }
  const latestFirst = visits.toSorted((a, b) => ((a.on.date ?? '') < (b.on.date ?? '') ? 1 : -1))
  return (
    <Stack>
      {mayVisit && <Cluster>{action}</Cluster>}
      {latestFirst.map((visit) => (
        <VisitCard key={visit.id} visit={visit} words={words} />
      ))}
    </Stack>
  )
}

const VisitCard = ({ visit, words }: { readonly visit: VisitView; readonly words: CommuneWords }) => {
  const { t } = words
  const reasons = lateReasons.filter(({ id }) => visit.lateReasons.includes(id)).map(({ name }) => words.textOf(name))
  const items = [
    { term: t('visits.stage'), value: words.stageName(visit.stage) },
    { term: t('visits.done'), value: visit.done },
    { term: t('visits.reasons'), value: reasons.join(', ') },
    { term: t('visits.recommendation'), value: visit.recommendation },
  ]
  return (
    <Card
      title={t('visits.on', { day: visit.on.text })}
      actions={
        <Cluster gap={2}>
          <Tag tone={toneByFlag[visit.flag]}>{t(`visits.flag.${visit.flag}`)}</Tag>
          <LocationTag location={visit.location} />
        </Cluster>
      }
    >
      <Stack gap={3}>
        <DefinitionList items={items.filter(({ value }) => value !== '')} />
        <Cluster>
          <ButtonLink kind="plain" icon="document" href={`/visits/${visit.unit}/${visit.id}`}>
            {t('common:open')}
          </ButtonLink>
        </Cluster>
      </Stack>
    </Card>
  )
}
