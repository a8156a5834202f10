// Opens the next round and goes to its first question. Without any round it teaches what a self-assessment is for.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { offeredInstrument } from '#domain/questionnaire/instrument-versions.ts'
import { editions } from '#domain/standard/edition.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { questionPath, roundPath } from './paths.ts'
import { useRoundWords } from './round-words.ts'

const DEFAULT_EDITION = '2015'
type StartRoundProps = {
  readonly store: Pick<PersonStore, 'assessments'>
  readonly unit: string
  readonly isFirst: boolean
}

export const StartRound = ({ isFirst, ...parts }: StartRoundProps) => {
  const { t } = useRoundWords()
  const count = offeredInstrument('self-assessment')?.questionCount ?? 0
  if (isFirst)
    return (
      <EmptyState
        icon="document"
        title={t('rounds.emptyTitle')}
        text={t('rounds.emptyText', { count })}
        action={<StartForm {...parts} />}
      />
    )
  return (
    <Section title={t('rounds.new')} detail={t('rounds.newDetail', { count })}>
      <StartForm {...parts} />
    </Section>
  )
}

const StartForm = ({ store, unit }: Omit<StartRoundProps, 'isFirst'>) => {
  const { t, textOf } = useRoundWords()
  const [edition, setEdition] = useState<string>(DEFAULT_EDITION)
  const { start, isBusy, problem } = useStart(store, unit)
  return (
    <Stack gap={3}>
      <SelectField
        label={t('rounds.edition')}
        value={edition}
        onChange={(event) => setEdition(event.target.value)}
        options={editions
          .filter(({ status }) => status !== 'superseded')
          .map(({ id, label, needsChecking }) => ({
            value: id,
            label: needsChecking ? t('rounds.editionToCheck', { edition: textOf(label) }) : textOf(label),
          }))}
      />
      <Button kind="main" wide icon="plus" busy={isBusy} onClick={() => void start(edition)}>
        {t('rounds.start')}
      </Button>
      <ProblemNotice problem={problem} title={t('rounds.notStarted')} />
    </Stack>
  )
}

function useStart(store: Pick<PersonStore, 'assessments'>, unit: string) {
  const [, navigate] = useLocation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async (edition: string): Promise<void> => {
    const offered = offeredInstrument('self-assessment')
    if (offered === undefined) return
    setBusy(true)
    const started = await store.assessments.start(unit, offered.key, edition)
    setBusy(false)
    if (!started.ok) return setProblem(started.error)
    const first = (await loadInstrument(offered.key))?.questions[0]
    navigate(first ? questionPath(started.value, first.id) : roundPath(started.value))
  }
  return { start, isBusy, problem }
}
