// What holds one commune up, where its stages and visits are looked at: the obstacles still waiting, each a way to its own
// page, and the button that raises one. With a stage only those of that stage, and a new one is about it.
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { waitsFor } from '#domain/obstacle/obstacle.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { obstaclePath, raiseObstaclePath, toneOfObstacle, useObstacleWords } from './obstacle-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

type ObstaclesSectionProps = {
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'today'>
  readonly unit: string
  readonly stage?: StageCode
}

export const ObstaclesSection = ({ screen, unit, stage }: ObstaclesSectionProps) => {
  const { store, person } = screen
  const { t } = useObstacleWords()
  const obstacles = useLive(() => store.obstacles.list([unit]), [store, unit])
  const shown = obstacles?.filter(
    (one) => waitsFor(one) !== null && (stage === undefined || one.stage === stage || one.stage === null),
  )
  const mayRaise = person.may('obstacle', feedId(unit, 'pub'))
  const raise = (
    <ButtonLink icon="plus" href={raiseObstaclePath(unit, stage)}>
      {t('raise')}
    </ButtonLink>
  )
  return (
    <Section title={t('title')} {...(mayRaise && { actions: raise })}>
      <Stack gap={3}>
        {shown === undefined && <Skeleton label={t('loading')} shape="rows" count={1} />}
        {shown?.length === 0 && <p>{t('none')}</p>}
        {shown !== undefined && shown.length > 0 && <Waiting obstacles={shown} today={screen.today} />}
      </Stack>
    </Section>
  )
}

type WaitingProps = Pick<ScreenProps, 'today'> & { readonly obstacles: readonly ObstacleView[] }

const Waiting = ({ obstacles, today }: WaitingProps) => {
  const { t, stateText, detailText } = useObstacleWords()
  return (
    <Rows label={t('title')}>
      {obstacles.map((obstacle) => (
        <Row
          key={obstacle.id}
          title={obstacle.text}
          detail={detailText(obstacle, '')}
          trailing={<Tag tone={toneOfObstacle(obstacle, today)}>{stateText(obstacle, today)}</Tag>}
          href={obstaclePath(obstacle.unit, obstacle.id)}
          cue={t('see')}
        />
      ))}
    </Rows>
  )
}
