// The last step: what is still missing, in words, and the seal that cannot be taken back.
import { useState } from 'react'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { reviewProblems } from '#domain/management-review/management-review.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useProblemSentences } from '#features/use-problem-sentences.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const SealSection = ({ review, screen: { store, today } }: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  useProblemSentences()
  const textOf = useProblemText()
  const [isAsking, setAsking] = useState(false)
  const { attendance, inputs } = review
  const decisions = review.decisions.filter(({ state }) => state !== 'cancelled').length
  const problems = reviewProblems({ review, attendance, inputs, decisions }, today)
  return (
    <Section title={t('seal.title')}>
      <Stack gap={4}>
        {problems.length > 0 ? (
          <Notice tone="warn" title={t('seal.missing')}>
            <ul>
              {problems.map((problem) => (
                <li key={problem.code}>{textOf(problem)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Notice tone="good">{t('seal.ready')}</Notice>
        )}
        <Button kind="main" icon="lock" wide disabled={problems.length > 0} onClick={() => setAsking(true)}>
          {t('seal.action')}
        </Button>
        <SealDialog
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          seal={() => store.managementReviews.seal(review.unit, review.id)}
        />
      </Stack>
    </Section>
  )
}

type SealDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly seal: () => SaveResult
}

const SealDialog = ({ isOpen, onClose, seal }: SealDialogProps) => {
  const { t, formats } = useReviewOfLeadersWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const confirm = async (): Promise<void> => {
    setBusy(true)
    const saved = await seal()
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    onClose()
    showToast({ text: t('seal.done', { time: formats.time(saved.value.savedAt) }), tone: 'good' })
  }
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      title={t('seal.confirmTitle')}
      closeLabel={t('common:cancel')}
      actions={
        <>
          <Button kind="main" icon="lock" busy={isBusy} onClick={() => void confirm()}>
            {t('seal.action')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>{t('seal.confirm')}</p>
        <ProblemNotice problem={problem} />
      </Stack>
    </Dialog>
  )
}
