// Agreeing is one press and stored at once. "Not so" waits for its reason, which is kept as a draft from the first
// letter; both become a record together, because without a reason it is none (FIL-12).
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { FillingVerification } from '#domain/questionnaire/filling/filling-verification.ts'
import { isOther } from '#domain/questionnaire/filling/filling-verification.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useReviewWords } from '#features/review-words.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { inTwoLines } from './form-words.ts'
import type { VerifiedAnswer } from './verify-answer-screen.tsx'
import { FOUND_NAME, FoundValue, unreadableFound } from './verify-found-value.tsx'
import { ownWords, useVerifyWords } from './verify-words.ts'

/** A type, not an interface: a draft is JSON. */
type NotSo = { readonly isOpen: boolean; readonly value: string; readonly reason: string }

export const VerifyAnswerChoice = (props: VerifiedAnswer) => {
  const { screen, review, answer } = props
  const { t } = useVerifyWords()
  const found = review.verifications[answer.path]
  const draft = useFormDraft<NotSo>({
    drafts: screen.store.drafts,
    draftKey: `verify:${review.submission.id}:${answer.path}`,
    initial: isOther(found)
      ? { isOpen: true, value: found.value, reason: found.reason }
      : { isOpen: false, value: '', reason: '' },
    clock: screen.clock,
  })
  const { write, problem } = useVerify(props)
  const { isOpen, value, reason } = draft.value
  const save = async (): Promise<void> => {
    if (unreadableFound(props.question, value) !== null) return document.getElementsByName(FOUND_NAME)[0]?.focus()
    if (await write({ level: 'other', value, reason })) await draft.drop()
  }
  const refused = problem?.code === 'verification.reason-missing'
  const own = inTwoLines(ownWords(answer, t('unanswered')))
  return (
    <Stack gap={4}>
      <Button kind="main" wide icon="check" onClick={() => void write({ level: 'agreed', value: '', reason: '' })}>
        {t('agree', { value: own })}
      </Button>
      {!isOpen && (
        <Button wide icon="close" onClick={() => draft.change({ ...draft.value, isOpen: true })}>
          {t('disagree')}
        </Button>
      )}
      {isOpen && (
        <Stack gap={3}>
          <FoundValue {...props} value={value} onChange={(next) => draft.change({ ...draft.value, value: next })} />
          <Field label={t('why')} hint={t('whyHint')} {...(refused && { error: t('whyMissing') })}>
            <TextArea
              name="why"
              required
              value={reason}
              onChange={(event) => draft.change({ ...draft.value, reason: event.target.value })}
              onBlur={() => void draft.flush()}
            />
          </Field>
          <Button icon="check" wide onClick={() => void save()}>
            {t('save')}
          </Button>
          <DraftNote draft={draft} />
        </Stack>
      )}
      <ProblemNotice problem={problem} />
    </Stack>
  )
}

function useVerify({ screen: { store, clock }, review, answer }: VerifiedAnswer) {
  const { t, formats } = useReviewWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const write = async (verification: FillingVerification): Promise<boolean> => {
    const { id, filling } = review.submission
    const saved = await store.fillingReviews.verify(filling, id, { [answer.path]: verification })
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) showToast({ text: t('agreed', { time: formats.time(clock.now()) }), tone: 'good' })
    return saved.ok
  }
  return { write, problem }
}
