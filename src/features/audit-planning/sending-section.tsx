// When the plan went to those who are audited, and until when it has to. Late is said plainly and not refused: a plan
// that is sent late is better than one that is not sent.
import { useState } from 'react'
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { approvalState, isChangedSince } from '#domain/audit-planning/approval.ts'
import {
  lastDayToSend,
  type PlanGap,
  sendingOf,
  SEND_AT_LATEST_DAYS,
  SEND_BEFORE_DAYS,
} from '#domain/audit-planning/audit-plan.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { toneOfSending, usePlanningWords } from './use-planning-words.ts'
import { useWrite } from './use-write.ts'
import { Written } from './written.tsx'

type SendingSectionProps = {
  readonly board: PlanBoard
  readonly gaps: readonly PlanGap[]
  readonly screen: ScreenProps
  readonly canEdit: boolean
}

export const SendingSection = ({
  board: { plan, sha256 },
  gaps,
  screen: { store, today },
  canEdit,
}: SendingSectionProps) => {
  const { t, formats, sendingText } = usePlanningWords()
  const [isAsking, setAsking] = useState(false)
  const write = useWrite()
  const sending = sendingOf(plan, today)
  const approvals = useLive(() => store.auditPlanning.approvals(plan.unit, plan.id), [store, plan.unit, plan.id])
  const isUnapproved = approvals !== undefined && approvalState(approvals, sha256) !== 'approved'
  const isChanged = approvals !== undefined && isChangedSince(plan.sentOn, approvals, sha256)
  const send = async (): Promise<void> => {
    setAsking(false)
    await write.run(store.auditPlanning.savePlan(plan.unit, plan.id, { sentOn: today }))
  }
  return (
    <Section
      title={t('sending.title')}
      detail={t('sending.detail', { latest: SEND_AT_LATEST_DAYS, before: SEND_BEFORE_DAYS })}
    >
      <Stack>
        <Cluster>
          <Tag tone={toneOfSending[sending.state]}>{sendingText(sending)}</Tag>
        </Cluster>
        {isChanged && (
          <Notice tone="warn" title={t('sending.changedTitle')}>
            {t('sending.changedText')}
          </Notice>
        )}
        {gaps.length > 0 && plan.sentOn === null && (
          <Notice tone="warn" title={t('sending.notComplete')}>
            {formats.list(gaps.map((gap) => t(`plan.gap.${gap}`)))}
          </Notice>
        )}
        {isUnapproved && plan.sentOn === null && gaps.length === 0 && (
          <Notice tone="warn">{t('sending.unapproved')}</Notice>
        )}
        {sending.state === 'late' && (
          <Notice tone="warn">{t('sending.lateText', { day: formats.day(lastDayToSend(plan.from)) })}</Notice>
        )}
        {canEdit && gaps.length === 0 && plan.sentOn === null && (
          <Cluster>
            <Button icon="upload" onClick={() => (sending.state === 'late' ? setAsking(true) : void send())}>
              {t('sending.send')}
            </Button>
          </Cluster>
        )}
        <Written write={write} />
        <Dialog
          open={isAsking}
          onClose={() => setAsking(false)}
          title={t('sending.lateTitle')}
          closeLabel={t('cancel')}
          actions={
            <>
              <Button kind="main" icon="upload" onClick={() => void send()}>
                {t('sending.sendLate')}
              </Button>
              <Button kind="plain" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <p>{sendingText(sending)}</p>
          <p>{t('sending.lateText', { day: formats.day(lastDayToSend(plan.from)) })}</p>
        </Dialog>
      </Stack>
    </Section>
  )
}
