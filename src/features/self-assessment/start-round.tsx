// Opens the next round: the instrument is frozen in it, the edition is chosen here and never changes afterwards.
import { useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { editions } from '#domain/standard/edition.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useRoundWords } from './round-words.ts'

type StartRoundProps = {
  readonly store: Pick<PersonStore, 'assessments'>
  readonly unitId: string
  readonly instrument: string
  readonly questionCount: number
}

const CURRENT_EDITION = '2015'

export const StartRound = ({ store, unitId, instrument, questionCount }: StartRoundProps) => {
  const { t, editionLabel } = useRoundWords()
  const [edition, setEdition] = useState<string>(CURRENT_EDITION)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const start = async (): Promise<void> => {
    setBusy(true)
    const started = await store.assessments.start(unitId, instrument, edition)
    setBusy(false)
    setProblem(started.ok ? null : started.error)
  }
  const options = editions
    .filter(({ status }) => status !== 'superseded')
    .map(({ id, needsChecking }) => ({
      value: id,
      label: needsChecking ? t('rounds.editionToCheck', { edition: editionLabel(id) }) : editionLabel(id),
    }))
  return (
    <Card title={t('rounds.new')}>
      <p>{t('rounds.newDetail', { count: questionCount })}</p>
      <SelectField
        label={t('rounds.edition')}
        options={options}
        value={edition}
        onChange={(event) => setEdition(event.target.value)}
      />
      <ProblemNotice problem={problem} title={t('rounds.notStarted')} />
      <Button kind="main" icon="plus" busy={isBusy} onClick={() => void start()}>
        {t('rounds.start')}
      </Button>
    </Card>
  )
}
