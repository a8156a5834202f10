// Takes away a plan that nobody approved and nobody was sent, with its sessions; asked once more, because others may have
// written in it. Draws nothing where the plan stays (AP-20).
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { mayRemovePlan } from '#domain/audit-planning/audit-plan.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Cluster } from '#ui/layout.tsx'
import { PLANNING_PATH } from './paths.ts'
import { usePlanningWords } from './use-planning-words.ts'
import { useWrite } from './use-write.ts'
import { Written } from './written.tsx'

type RemovePlanProps = { readonly board: PlanBoard; readonly screen: ScreenProps; readonly onRemoved: () => void }

export const RemovePlan = ({ board: { plan, sessions }, screen: { store }, onRemoved }: RemovePlanProps) => {
  const { t } = usePlanningWords()
  const [, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const write = useWrite()
  const approvals = useLive(() => store.auditPlanning.approvals(plan.unit, plan.id), [store, plan.unit, plan.id])
  if (approvals === undefined || !mayRemovePlan(plan, approvals)) return null
  const remove = async (): Promise<void> => {
    if (!(await write.run(store.auditPlanning.removePlan(plan.unit, plan.id)))) return
    onRemoved()
    navigate(PLANNING_PATH, { replace: true })
  }
  return (
    <Cluster>
      <Button kind="plain" icon="trash" onClick={() => setAsking(true)}>
        {t('plan.remove')}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('plan.removeTitle')}
        closeLabel={t('cancel')}
        actions={
          <>
            <Button kind="danger" icon="trash" busy={write.isBusy} onClick={() => void remove()}>
              {t('plan.removeYes')}
            </Button>
            <Button kind="plain" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
          </>
        }
      >
        <p>{t('plan.removeText', { count: sessions.length })}</p>
        <Written write={write} />
      </Dialog>
    </Cluster>
  )
}
