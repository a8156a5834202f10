// Every move ever made, in the order that counts: who, when and in which words. A move that does not count stands where it
// was made, with the reason, so that its author and everybody else reads what became of it.
import { useState } from 'react'
import type { CorrectiveView, KeptAsideView, MoveView } from '#data/contract/corrective-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import { AsideStep } from './aside-step.tsx'
import { LatePromise } from './late-promise.tsx'
import { MoveEvidence } from './move-evidence.tsx'
import { moveFacts } from './move-facts.ts'

type CourseStepsProps = { readonly view: CorrectiveView; readonly screen: ScreenProps }

interface Step {
  readonly move: MoveView
  /** Null where it counts. */
  readonly problem: Problem | null
}

/** A move that is on this device, its author's, stands there itself. */
function asideOf({ course: { taken, refused }, keptAside }: CorrectiveView): readonly KeptAsideView[] {
  const here = new Set([...taken, ...refused.map(({ move }) => move)].map(({ id }) => id))
  return keptAside.filter(({ move, outcome }) => outcome !== 'entered' && !here.has(move))
}

const stepsOf = (view: CorrectiveView): readonly (Step | KeptAsideView)[] => {
  const { taken, refused } = view.course
  const steps = [...taken.map((move) => ({ move, problem: null })), ...refused].map((step: Step) => ({
    step,
    at: step.move.madeAt,
    order: step.move.at,
    id: step.move.id,
  }))
  const aside = asideOf(view).map((step) => ({ step, at: step.at, order: 0, id: step.move }))
  return [...steps, ...aside]
    .toSorted((a, b) => a.at - b.at || a.order - b.order || (a.id < b.id ? -1 : 1))
    .map(({ step }) => step)
}

export const CourseSteps = ({ view, screen }: CourseStepsProps) => {
  const { t } = useCorrectiveWords()
  const steps = stepsOf(view)
  if (steps.length === 0) return <p>{t('noSteps')}</p>
  return (
    <Stack gap={3}>
      {steps.map((step) =>
        'outcome' in step ? (
          <AsideStep key={step.move} notice={step} view={view} />
        ) : (
          <StepCard key={step.move.id} step={step} {...{ view, screen }} />
        ),
      )}
    </Stack>
  )
}

const StepCard = ({ step: { move, problem }, view, screen }: CourseStepsProps & { readonly step: Step }) => {
  const words = useCorrectiveWords()
  const { t, formats } = words
  const facts = moveFacts(move, words)
  const author = t('madeBy', { author: move.byName ?? t('someone'), time: formats.dateTime(move.madeAt) })
  return (
    <Card
      level={3}
      title={t(`done.${move.name}`)}
      {...(problem !== null && { tone: 'warn' as const })}
      actions={
        <Cluster gap={2}>
          {problem !== null && <Tag tone="warn">{t('notCounted')}</Tag>}
          <LocationTag location={move.location} />
        </Cluster>
      }
    >
      <Stack gap={3}>
        <p>{author}</p>
        {problem !== null && <NotCounted {...{ move, problem, view, screen }} />}
        <LatePromise {...{ move, view }} />
        {facts.length > 0 && <DefinitionList items={facts} />}
        <MoveEvidence {...{ move, screen }} unit={view.unit} />
        <Cluster>
          <ButtonLink kind="plain" href={trailOf(view.unit, move.id)}>
            {t('moveTrail')}
          </ButtonLink>
        </Cluster>
      </Stack>
    </Card>
  )
}

/** On which device, and who has read it. */
const trailOf = (unit: string, entity: string): string =>
  `/more/trail?${new URLSearchParams({ feed: feedId(unit, 'pub'), entity })}`

type OneMoveProps = CourseStepsProps & { readonly move: MoveView }

const NotCounted = ({ move, problem, view, screen: { store } }: OneMoveProps & { readonly problem: Problem }) => {
  const { t } = useCorrectiveWords()
  const textOf = useProblemText()
  const [failed, setFailed] = useState<Problem | null>(null)
  const repeat = async (): Promise<void> => {
    const saved = await store.corrective.repeat(view.unit, move.id)
    setFailed(saved.ok ? null : saved.error)
  }
  // Others read a move that does not count too, except one that the endpoint kept aside.
  const isAside = move.location === 'needs-attention' && problem.code === 'corrective.moved-meanwhile'
  const again = (
    <Button icon="share" onClick={() => void repeat()}>
      {t('repeat')}
    </Button>
  )
  return (
    <>
      <Notice tone="warn" title={t('notCountedBecause')} {...(isAside && { actions: again })}>
        <p>{textOf(problem)}</p>
        {isAside && <p>{t('repeatText')}</p>}
      </Notice>
      <ProblemNotice problem={failed} />
    </>
  )
}
