// One refused change and what becomes of it: entered after all, or put away. Either can be explained, and putting away
// must be, because its author reads the reason. What was typed stays when the endpoint says no.
import { useState } from 'react'
import type { AdminDecision, Administration, AdminQuarantineItem } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useText } from '#ui/text/text-context.tsx'

type DecisionDialogProps = {
  readonly item: AdminQuarantineItem
  readonly title: string
  readonly why: string
  readonly administration: Administration
  readonly onClose: () => void
  readonly onDecided: () => void
}

const LONGEST_REASON = 500

function useDecision({ item, administration, onDecided }: DecisionDialogProps, reason: string) {
  const [busy, setBusy] = useState<AdminDecision['verdict'] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const decide = async (verdict: AdminDecision['verdict']) => {
    if (verdict === 'dismissed' && reason.trim() === '') return setProblem({ code: 'decision.reason-missing' })
    setBusy(verdict)
    const answer = await administration.decide({ device: item.device, n: item.n, verdict, reason: reason.trim() })
    setBusy(null)
    return answer.ok ? onDecided() : setProblem(answer.error)
  }
  return { busy, problem, decide }
}

export const DecisionDialog = (props: DecisionDialogProps) => {
  const { t } = useText('administration')
  const [reason, setReason] = useState('')
  const { busy, problem, decide } = useDecision(props, reason)
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      closeLabel={t('common:close')}
      isBlocking={busy !== null}
      actions={
        <>
          <Button busy={busy === 'dismissed'} onClick={() => void decide('dismissed')}>
            {t('decision.dismiss')}
          </Button>
          {props.item.canAccept !== false && (
            <Button kind="main" busy={busy === 'accepted'} onClick={() => void decide('accepted')}>
              {t('decision.accept')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap={4}>
        <p>{props.why}</p>
        <p>{t(props.item.canAccept === false ? 'decision.cannotEnter' : 'decision.what')}</p>
        <Field label={t('decision.reason')} hint={t('decision.reasonHint')}>
          <TextArea
            name="reason"
            value={reason}
            maxLength={LONGEST_REASON}
            onChange={(e) => setReason(e.target.value)}
          />
        </Field>
        <ProblemNotice problem={problem} title={t('decision.notDecided')} />
      </Stack>
    </Dialog>
  )
}
