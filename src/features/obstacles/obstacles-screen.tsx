// Everything that holds communes up, what waited longest first: of the own commune, or of every commune in scope. What is
// chosen stands in the address, so that a link leads to "nobody has taken it on yet".
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { obstaclePath, raiseObstaclePath, toneOfObstacle, useObstacleWords } from '#features/obstacle-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { communesThatMayRaise } from './obstacle-access.ts'
import { ObstacleFilters } from './obstacle-filters.tsx'
import { chosenObstacles, readObstacleQuery } from './obstacle-query.ts'

type ObstaclesScreenProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

export const ObstaclesScreen = ({ query, ...screen }: ObstaclesScreenProps) => {
  const { store, person } = screen
  const { t } = useObstacleWords()
  const back = useBackToMore(person)
  const units = person.communes.map(({ id }) => id)
  const obstacles = useLive(() => store.obstacles.list(units), [store, units.join(' ')])
  const [first] = communesThatMayRaise(person)
  const raise = first && (
    <ButtonLink kind="main" icon="plus" href={raiseObstaclePath(first.id)}>
      {t('raise')}
    </ButtonLink>
  )
  return (
    <Stack gap={4}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} back={back} {...(raise && { actions: raise })} />
      {obstacles === undefined && <Skeleton label={t('loading')} shape="rows" count={4} />}
      {obstacles?.length === 0 && (
        <EmptyState
          icon="flag"
          title={t('list.emptyTitle')}
          text={t(person.workplace === 'commune' ? 'list.emptyText' : 'list.emptyTextReader')}
          {...(raise && { action: raise })}
        />
      )}
      {obstacles !== undefined && obstacles.length > 0 && <ObstacleList {...{ obstacles, query, screen }} />}
    </Stack>
  )
}

type ObstacleListProps = {
  readonly obstacles: readonly ObstacleView[]
  readonly query: Readonly<Record<string, string>>
  readonly screen: ScreenProps
}

const ObstacleList = ({ obstacles, query, screen }: ObstacleListProps) => {
  const { person, today } = screen
  const { t, stateText, detailText } = useObstacleWords()
  const chosen = readObstacleQuery(query)
  const parentOf = new Map(person.communes.map(({ id, parent }) => [id, parent]))
  const shown = chosenObstacles(obstacles, chosen, parentOf)
  const placeOf = (unit: string): string =>
    person.communes.length === 1 ? '' : (person.communes.find(({ id }) => id === unit)?.name ?? unit)
  return (
    <Stack gap={4}>
      <ObstacleFilters {...{ obstacles, chosen, screen }} found={shown.length} />
      {shown.length === 0 && <EmptyState icon="check" title={t('list.nothing')} />}
      <Rows label={t('title')}>
        {shown.map((obstacle) => (
          <Row
            key={obstacle.id}
            title={obstacle.text}
            detail={detailText(obstacle, placeOf(obstacle.unit))}
            trailing={<Tag tone={toneOfObstacle(obstacle, today)}>{stateText(obstacle, today)}</Tag>}
            href={obstaclePath(obstacle.unit, obstacle.id)}
            cue={t('see')}
          />
        ))}
      </Rows>
    </Stack>
  )
}
