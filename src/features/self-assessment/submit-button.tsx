// Seals the round. A refusal or a full disk says so and leaves everything as it was.
import { useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { useRoundWords } from './round-words.ts'

export const SubmitButton = ({
  store,
  id,
}: {
  readonly store: Pick<PersonStore, 'assessments'>
  readonly id: string
}) => {
  const { t } = useRoundWords()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (): Promise<void> => {
    setBusy(true)
    const submitted = await store.assessments.submit(id)
    setProblem(submitted.ok ? null : submitted.error)
    setBusy(false)
  }
  return (
    <Stack gap={3}>
      <ProblemNotice problem={problem} title={t('submit.notSubmitted')} />
      <Button kind="main" wide icon="upload" busy={isBusy} onClick={() => void submit()}>
        {t('submit.confirm')}
      </Button>
    </Stack>
  )
}
