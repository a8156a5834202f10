// Changes a plan that is in force. One in the archive is only read (PLN-12).
import { useState } from 'react'
import type { PlanView } from '#data/contract/plan-contract.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { planPath, PLANS_PATH } from './paths.ts'
import { PlanEditor } from './plan-editor.tsx'
import { planToForm } from './plan-form.ts'
import { PlanGate } from './plan-gate.tsx'
import { usePlanWords } from './use-plan-words.ts'

export const EditPlanScreen = ({ id, ...screen }: ScreenProps & { readonly id: string }) => {
  const { store } = screen
  const { t } = usePlanWords()
  const loaded = useLive(
    async () => ({ view: await store.plans.get(id), plans: await store.pilot.plans() }),
    [store, id],
  )
  const view = loaded?.view
  const isOpen = view?.plan.state === 'live'
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('form.edit')}
        {...(view && { subtitle: t('number', { number: view.plan.number }) })}
        back={{ href: view ? planPath(id) : PLANS_PATH, label: t(view ? 'one' : 'title') }}
      />
      <PlanGate screen={screen}>
        {loaded === undefined && <Skeleton label={t('common:loading')} count={8} />}
        {loaded && !isOpen && (
          <EmptyState
            icon={view ? 'lock' : 'document'}
            title={t(view ? 'form.closed' : 'unknown')}
            text={t(view ? 'form.closedText' : 'unknownText')}
            action={<ButtonLink href={PLANS_PATH}>{t('title')}</ButtonLink>}
          />
        )}
        {loaded && view && isOpen && <KeptPlan key={id} screen={screen} view={view} plans={loaded.plans} />}
      </PlanGate>
    </Stack>
  )
}

type KeptPlanProps = { readonly screen: ScreenProps; readonly view: PlanView; readonly plans: readonly Plan[] }

const KeptPlan = ({ screen, view, plans }: KeptPlanProps) => {
  const [initial] = useState(() => planToForm(view.plan))
  const { t } = usePlanWords()
  const isMoved = JSON.stringify(planToForm(view.plan)) !== JSON.stringify(initial)
  return (
    <Stack gap={5}>
      {isMoved && (
        <Notice tone="warn" title={t('form.moved')} announce>
          {t('form.movedText')}
        </Notice>
      )}
      <PlanEditor
        screen={screen}
        base={view.plan}
        initial={initial}
        draftKey={`plan:${view.plan.id}`}
        plans={plans}
        begun={view.begun}
      />
    </Stack>
  )
}
