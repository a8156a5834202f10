// A plan that is over goes into the archive: asked once, since it is not changed any more afterwards (PLN-12).
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { usePlanWords } from './use-plan-words.ts'

type ArchivePlanProps = Pick<ScreenProps, 'store'> & { readonly plan: Plan }

export const ArchivePlan = ({ plan, store }: ArchivePlanProps) => {
  const { t } = usePlanWords()
  const showToast = useToast()
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const archive = async () => {
    const saved = await store.plans.archive(plan.id)
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) showToast({ text: t('archive.done'), tone: 'good' })
  }
  return (
    <>
      <Cluster>
        <Button kind="plain" icon="lock" onClick={() => setAsked(true)}>
          {t('archive.action')}
        </Button>
      </Cluster>
      <Dialog
        open={isAsked}
        onClose={() => setAsked(false)}
        title={t('archive.title', { number: plan.number })}
        closeLabel={t('common:close')}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>{t('common:cancel')}</Button>
            <Button kind="main" onClick={() => void archive()}>
              {t('archive.action')}
            </Button>
          </>
        }
      >
        <Stack gap={3}>
          <p>{t('archive.text')}</p>
          <ProblemNotice problem={problem} />
        </Stack>
      </Dialog>
    </>
  )
}
