// The two ends of a verification, of a self-assessment and of a form alike: closed once every question was looked at, or
// sent back with a reason.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { isOpenToVerify, type SubmissionState } from '#domain/self-assessment/verification.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useReviewWords } from './review-words.ts'

type VerificationEndsProps = {
  readonly state: SubmissionState
  /** Every question was looked at. */
  readonly isComplete: boolean
  /** Questions about which two people found different things: one is chosen before anything is closed (SA-29). */
  readonly disputed: number
  readonly decide: (decision: 'closed' | 'reopened', reason: string) => SaveResult
  /** What is sent back is called differently; a self-assessment unless told. */
  readonly reopenTitle?: string
}

/** How many questions wait for somebody to choose. */
export const disputedOf = (found: Readonly<Record<string, { readonly hasConflict: boolean }>>): number =>
  Object.values(found).filter(({ hasConflict }) => hasConflict).length

export const VerificationEnds = ({ state, isComplete, disputed, decide, reopenTitle }: VerificationEndsProps) => {
  const { t } = useReviewWords()
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isOpen = isOpenToVerify(state)
  const close = async (): Promise<void> => {
    const closed = await decide('closed', '')
    setProblem(closed.ok ? null : closed.error)
  }
  return (
    <>
      {isOpen && isComplete && disputed > 0 && (
        <Notice
          tone="warn"
          title={t('disputed', { count: disputed })}
          actions={<ButtonLink href="/sync/conflicts">{t('choose')}</ButtonLink>}
        />
      )}
      {isOpen && isComplete && disputed === 0 && (
        <Button kind="main" icon="check" onClick={() => void close()}>
          {t('close')}
        </Button>
      )}
      {(isOpen || state === 'closed') && (
        <Button icon="refresh" onClick={() => setAsking(true)}>
          {t('reopen')}
        </Button>
      )}
      <ReasonDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={reopenTitle ?? t('reopenTitle')}
        text={t('reopenText')}
        label={t('reason')}
        hint={t('reasonHint')}
        confirm={t('confirmReopen')}
        cancel={t('cancel')}
        save={(reason) => decide('reopened', reason)}
      />
      <ProblemNotice problem={problem} />
    </>
  )
}
