// A new plan. Its id is drawn once and kept with the draft, so that saving twice makes one plan.
import { useState } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { PLANS_PATH } from './paths.ts'
import { PlanEditor } from './plan-editor.tsx'
import { emptyPlan } from './plan-form.ts'
import { PlanGate } from './plan-gate.tsx'
import { usePlanWords } from './use-plan-words.ts'

export const NewPlanScreen = (screen: ScreenProps) => {
  const { store, today } = screen
  const { t } = usePlanWords()
  const [initial] = useState(() => emptyPlan(today))
  const [id] = useState(() => store.plans.nextId())
  const loaded = useLive(async () => ({ plans: await store.pilot.plans(), id: await id }), [store, id])
  return (
    <Stack gap={5}>
      <PageHeader title={t('form.new')} subtitle={t('form.newText')} back={{ href: PLANS_PATH, label: t('title') }} />
      <PlanGate screen={screen}>
        {loaded === undefined && <Skeleton label={t('common:loading')} count={8} />}
        {loaded && (
          <PlanEditor
            screen={screen}
            base={{ id: loaded.id, state: 'live', illustrative: false }}
            initial={initial}
            draftKey="plan:new"
            plans={loaded.plans}
            begun={0}
          />
        )}
      </PlanGate>
    </Stack>
  )
}
