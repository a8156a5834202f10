// One obstacle: what it is, who at the department has it, what was answered, and the steps this person's side may take.
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import { waitsFor } from '#domain/obstacle/obstacle.ts'
import { possibleSteps } from '#domain/obstacle/obstacle-step.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { OBSTACLES_PATH, toneOfObstacle, useObstacleWords } from '#features/obstacle-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { mayWriteIn, sideOf } from './obstacle-access.ts'
import { ObstacleSteps } from './obstacle-steps.tsx'
import { OwnerForm } from './owner-form.tsx'

type ObstacleScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const ObstacleScreen = ({ unit, id, ...screen }: ObstacleScreenProps) => {
  const { t } = useObstacleWords()
  const { store } = screen
  const back = { href: OBSTACLES_PATH, label: t('back') }
  const obstacles = useLive(() => store.obstacles.list([unit]), [store, unit])
  const obstacle = obstacles?.find((one) => one.id === id)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={obstacle?.text ?? t(obstacles === undefined ? 'loading' : 'one.unknown')} back={back} />
        {obstacles === undefined && <Skeleton label={t('loading')} count={5} />}
        {obstacles !== undefined && obstacle === undefined && (
          <EmptyState
            icon="flag"
            title={t('one.unknown')}
            text={t('one.unknownText')}
            action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
          />
        )}
        {obstacle !== undefined && <OneObstacle key={obstacle.id} {...{ obstacle, screen }} />}
      </Stack>
    </Measure>
  )
}

type OneObstacleProps = { readonly obstacle: ObstacleView; readonly screen: ScreenProps }

const OneObstacle = ({ obstacle, screen }: OneObstacleProps) => {
  const { person, today } = screen
  const { t, stateText, authorText } = useObstacleWords()
  const mayWrite = mayWriteIn(person, obstacle.unit)
  const steps = mayWrite ? possibleSteps(obstacle, sideOf(person)) : []
  const waiting = waitsFor(obstacle)
  return (
    <Stack gap={5}>
      <Cluster>
        <Tag tone={toneOfObstacle(obstacle, today)}>{stateText(obstacle, today)}</Tag>
        <LocationTag location={obstacle.location} />
        <span>{authorText(obstacle)}</span>
      </Cluster>
      {waiting !== null && <p>{t(`one.waitsFor.${waiting}`)}</p>}
      <Facts {...{ obstacle, screen }} />
      {obstacle.answer !== '' && <Answer obstacle={obstacle} />}
      {!mayWrite && <Notice tone="note">{t('one.readOnly')}</Notice>}
      <ObstacleSteps {...{ obstacle, steps, screen }} />
      {steps.includes('assign') && (
        <Disclosure summary={t(obstacle.owner === '' ? 'assign.title' : 'assign.change')} open={obstacle.owner === ''}>
          <OwnerForm {...{ obstacle, screen }} />
        </Disclosure>
      )}
    </Stack>
  )
}

const Facts = ({ obstacle, screen: { store, person } }: OneObstacleProps) => {
  const { t, formats, stageText } = useObstacleWords()
  const place = store.identity.places.find(({ id }) => id === obstacle.unit)
  const dueOn = obstacle.dueOn === null ? t('one.noDue') : formats.day(obstacle.dueOn)
  return (
    <DefinitionList
      items={[
        ...(person.workplace === 'commune' ? [] : [{ term: t('one.unit'), value: place?.name ?? obstacle.unit }]),
        { term: t('one.stage'), value: stageText(obstacle.stage) },
        { term: t('one.raisedOn'), value: formats.day(obstacle.raisedOn) },
        { term: t('one.owner'), value: obstacle.owner === '' ? t('noOwner') : obstacle.owner },
        ...(obstacle.state === 'open' ? [{ term: t('one.dueOn'), value: dueOn }] : []),
      ]}
    />
  )
}

const Answer = ({ obstacle }: { readonly obstacle: ObstacleView }) => {
  const { t, formats } = useObstacleWords()
  const { answer, answeredOn, state } = obstacle
  return (
    <Notice
      tone={state === 'open' ? 'note' : 'good'}
      title={answeredOn === null ? t('one.earlierAnswer') : t('one.answeredOn', { day: formats.day(answeredOn) })}
    >
      {answer}
    </Notice>
  )
}
