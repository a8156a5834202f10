// The first day of a commune: five steps, each with what it is for, how long it takes, and the one button that begins it.
// Any may be left for later; the person says when it is enough.
import { useEffect, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { type SetUp, type SetUpStep, setUpOf, type StepState } from '#domain/first-day/set-up.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { keepSkipped, readSkipped } from '#features/first-day-memory.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'
import { mayTell, stepPath } from './paths.ts'

export const FirstDayScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useText('first-day')
  const unit = person.place.id
  const known = useLive(async () => {
    const [facts, skipped] = await Promise.all([store.profiles.facts(unit), readSkipped(store.drafts, unit)])
    return { facts, skipped: skipped ?? [], isOpened: skipped !== null }
  }, [store, unit])
  const canWrite = mayTell(person)
  // From now on the first screen leads back here until it is over.
  useEffect(() => {
    if (known && canWrite && !known.isOpened) void keepSkipped(store.drafts, unit, [])
  }, [known, canWrite, store, unit])
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('title')} subtitle={person.place.name} back={{ href: '/more', label: t('back') }} />
        {known === undefined ? (
          <Skeleton label={t('common:loading')} shape="rows" count={5} />
        ) : (
          <Steps
            screen={screen}
            setUp={setUpOf(known.facts, known.skipped)}
            skipped={known.skipped}
            canWrite={canWrite}
            endedOn={known.facts.profile.setUpOn}
          />
        )}
      </Stack>
    </Measure>
  )
}

type StepsProps = {
  readonly screen: ScreenProps
  readonly setUp: SetUp
  readonly skipped: readonly string[]
  readonly canWrite: boolean
  readonly endedOn: string | null
}

const Steps = ({ screen, setUp, skipped, canWrite, endedOn }: StepsProps) => {
  const { store, person } = screen
  const { t } = useText('first-day')
  const formats = useFormats()
  const { steps, next, settled } = setUp
  const leave = (step: SetUpStep, isLeft: boolean) => {
    const others = skipped.filter((one) => one !== step)
    void keepSkipped(store.drafts, person.place.id, isLeft ? [...others, step] : others)
  }
  return (
    <Stack gap={5}>
      {!canWrite && <Notice tone="note">{t('readOnly')}</Notice>}
      {endedOn !== null && (
        <Notice tone="good" title={t('ended', { day: formats.day(endedOn) })}>
          {t('endedText')}
        </Notice>
      )}
      <p>{t('about')}</p>
      <ProgressBar
        label={t('settled')}
        value={settled}
        max={steps.length}
        valueText={t('settledOf', { settled, total: steps.length })}
      />
      <Rows label={t('steps')}>
        {steps.map(({ step, state }) => (
          <StepRow
            key={step}
            {...{ step, state }}
            isNext={step === next}
            {...(canWrite && { onLeave: (isLeft: boolean) => leave(step, isLeft) })}
          />
        ))}
      </Rows>
      {canWrite && endedOn === null && <EndSetUp screen={screen} isOver={next === null} />}
    </Stack>
  )
}

const looks: Readonly<Record<StepState, { readonly tone: Tone; readonly icon: IconName }>> = {
  done: { tone: 'good', icon: 'check' },
  skipped: { tone: 'idle', icon: 'clock' },
  open: { tone: 'act', icon: 'edit' },
}

type StepRowProps = {
  readonly step: SetUpStep
  readonly state: StepState
  readonly isNext: boolean
  readonly onLeave?: (isLeft: boolean) => void
}

const StepRow = ({ step, state, isNext, onLeave }: StepRowProps) => {
  const { t } = useText('first-day')
  const title = t(`step.${step}.title`)
  return (
    <Row
      mark={<Mark {...looks[state]} />}
      title={title}
      detail={t(`step.${step}.text`)}
      trailing={<Tag {...looks[state]}>{t(`state.${state}`)}</Tag>}
      href={stepPath[step]}
      cue={t(state === 'open' ? 'do' : 'see')}
      cueIsMain={isNext}
      actions={
        onLeave &&
        state !== 'done' && (
          <Button
            kind="plain"
            aria-label={t(state === 'open' ? 'laterOf' : 'nowOf', { step: title })}
            onClick={() => onLeave(state === 'open')}
          >
            {t(state === 'open' ? 'later' : 'now')}
          </Button>
        )
      }
    />
  )
}

const EndSetUp = ({
  screen: { store, person, today },
  isOver,
}: {
  readonly screen: ScreenProps
  readonly isOver: boolean
}) => {
  const { t } = useText('first-day')
  const [problem, setProblem] = useState<Problem | null>(null)
  const end = async (): Promise<void> => {
    const unit = person.place.id
    const profile = await store.profiles.get(unit)
    const saved = await store.profiles.save(unit, { ...profile, setUpOn: today })
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) navigate('/')
  }
  return (
    <Stack gap={2}>
      <ProblemNotice problem={problem} />
      <p>{t(isOver ? 'endHint' : 'endEarlyHint')}</p>
      <Cluster>
        <Button kind={isOver ? 'main' : 'outline'} icon="check" onClick={() => void end()}>
          {t('end')}
        </Button>
        <ButtonLink href="/" icon="calendar-check">
          {t('common:home')}
        </ButtonLink>
      </Cluster>
    </Stack>
  )
}
