// What this side may do with an obstacle now: answer, say that it is settled, open it again. Words are asked where the
// step needs them.
import { useState } from 'react'
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { ObstacleStep, ObstacleStepName } from '#domain/obstacle/obstacle-step.ts'
import { useObstacleWords } from '#features/obstacle-words.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { ReasonDialog } from '#features/reason-dialog.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useToast } from '#ui/toast-provider.tsx'

type ObstacleStepsProps = {
  readonly obstacle: ObstacleView
  readonly steps: readonly ObstacleStepName[]
  readonly screen: Pick<ScreenProps, 'store'>
}

export const ObstacleSteps = ({ obstacle, steps, screen: { store } }: ObstacleStepsProps) => {
  const { t, formats } = useObstacleWords()
  const showToast = useToast()
  const [asking, setAsking] = useState<'answer' | 'settle' | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { unit, id, state } = obstacle
  const take = async (step: ObstacleStep): SaveResult => {
    const saved = await store.obstacles.step(unit, id, step)
    if (saved.ok) showToast({ text: t('saved', { time: formats.time(saved.value.savedAt) }), tone: 'good' })
    return saved
  }
  const takeAtOnce = async (step: ObstacleStep): Promise<void> => {
    const saved = await take(step)
    setProblem(saved.ok ? null : saved.error)
  }
  const settle = (): void => {
    if (state === 'open') setAsking('settle')
    else void takeAtOnce({ type: 'settle', words: '' })
  }
  const words = asking ?? 'answer'
  return (
    <Stack gap={3}>
      <Cluster>
        {steps.includes('answer') && (
          <Button kind={state === 'open' ? 'main' : 'outline'} icon="pen" onClick={() => setAsking('answer')}>
            {t(state === 'open' ? 'answer.button' : 'answer.change')}
          </Button>
        )}
        {steps.includes('settle') && (
          <Button kind={state === 'answered' ? 'main' : 'outline'} icon="check" onClick={settle}>
            {t('settle.button')}
          </Button>
        )}
        {steps.includes('reopen') && (
          <Button icon="refresh" onClick={() => void takeAtOnce({ type: 'reopen' })}>
            {t('reopen.button')}
          </Button>
        )}
      </Cluster>
      <ProblemNotice problem={problem} />
      <ReasonDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(`${words}.title`)}
        label={t(`${words}.label`)}
        {...(words === 'answer' && { hint: t('answer.hint') })}
        confirm={t(`${words}.save`)}
        cancel={t('cancel')}
        save={(text) => take(words === 'answer' ? { type: 'answer', answer: text } : { type: 'settle', words: text })}
      />
    </Stack>
  )
}
