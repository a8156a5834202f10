// Whoever leaves a question while something is not stored (a missing reason, a full disk) is held back and told, because
// the text would be lost from sight.
import { useLocation } from 'wouter'
import { useToast } from '#ui/toast-provider.tsx'
import { REASON_NAME } from './answer-texts.tsx'
import { useRoundWords } from './round-words.ts'
import type { AnswerOnScreen } from './use-answer.ts'

type LeaveParts = { readonly answer: AnswerOnScreen; readonly canEdit: boolean; readonly onHeldBack: () => void }

export function useLeave({ answer, canEdit, onHeldBack }: LeaveParts): (href: string) => Promise<void> {
  const { t } = useRoundWords()
  const [, navigate] = useLocation()
  const showToast = useToast()
  return async (href) => {
    if (!canEdit || (await answer.isSettled())) return navigate(href)
    onHeldBack()
    if (answer.waitsForReason) document.getElementsByName(REASON_NAME)[0]?.focus()
    else showToast({ text: t('question.notFinished'), tone: 'warn' })
  }
}
