// Says that the commune has begun a stage. Not needed to declare it; it tells the followers that work is under way.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { StageParts } from './stage-parts.ts'

export const StartStage = ({ store, view, stage, today }: StageParts) => {
  const { t } = useText('pilot')
  const showToast = useToast()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  if (stage.events.length > 0) return null
  const start = async () => {
    setBusy(true)
    const started = await store.pilot.start(view.unitId, stage.stage, today)
    setBusy(false)
    setProblem(started.ok ? null : started.error)
    if (started.ok) showToast({ text: t('start.done') })
  }
  return (
    <Stack gap={2}>
      <Button icon="flag" busy={isBusy} onClick={() => void start()}>
        {t('start.button')}
      </Button>
      <ProblemNotice problem={problem} onRetry={() => void start()} />
    </Stack>
  )
}
