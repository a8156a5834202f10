// Agreeing is one press and stored at once. Another level waits for its reason, which is kept as a draft from the first
// letter; both become a record together, because a level without a reason is none (SA-10).
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { emptyAnswer, type Score } from '#domain/self-assessment/answer.ts'
import type { Verification } from '#domain/self-assessment/verification.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useReviewWords } from '#features/review-words.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { VerifiedQuestion } from './verify-question-screen.tsx'

const levels: readonly Score[] = [0, 1, 2, 3, 'na']
const levelOf = (text: string): Score => levels.find((level) => String(level) === text) ?? null

/** A type, not an interface: a draft is JSON. */
type OtherLevel = { readonly level: string; readonly reason: string }

export const VerifyChoice = (props: VerifiedQuestion) => {
  const { screen, review, answers, question } = props
  const { t, levelText } = useReviewWords()
  const own = (answers[question.id] ?? emptyAnswer).score
  const found = review.verifications[question.id]
  const isOther = found !== undefined && found.level !== own
  const draft = useFormDraft<OtherLevel>({
    drafts: screen.store.drafts,
    draftKey: `verify:${review.submission.id}:${question.id}`,
    initial: isOther ? { level: String(found.level), reason: found.reason } : { level: '', reason: '' },
    clock: screen.clock,
  })
  const { write, problem } = useVerify(props)
  const { level, reason } = draft.value
  const saveOther = async (): Promise<void> => {
    if (await write({ level: levelOf(level), reason })) await draft.drop()
  }
  const refused = problem?.code === 'verification.reason-missing'
  return (
    <Stack gap={4}>
      <Button kind="main" wide icon="check" onClick={() => void write({ level: own, reason: '' })}>
        {t('question.agree', { level: levelText(own) })}
      </Button>
      <ChoiceGroup
        legend={t('question.other')}
        name="level"
        value={level}
        onChange={(next) => draft.change({ level: next, reason })}
        options={levels
          .filter((one) => one !== own)
          .map((one) => ({
            value: String(one),
            label: one === 'na' ? levelText('na') : levelText(one).replace(/^\d · /, ''),
            ...(one === 'na' ? { isDashed: true } : { figure: one }),
          }))}
      />
      {level !== '' && (
        <Stack gap={3}>
          <Field label={t('question.why')} hint={t('question.whyHint')} {...(refused && { error: t('reason') })}>
            <TextArea
              name="why"
              required
              value={reason}
              onChange={(event) => draft.change({ level, reason: event.target.value })}
              onBlur={() => void draft.flush()}
            />
          </Field>
          <Button icon="check" wide onClick={() => void saveOther()}>
            {t('question.save')}
          </Button>
          <DraftNote draft={draft} />
        </Stack>
      )}
      <ProblemNotice problem={problem} />
    </Stack>
  )
}

function useVerify({ unit, screen: { store, clock }, review, question }: VerifiedQuestion) {
  const { t, formats } = useReviewWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const write = async (verification: Verification): Promise<boolean> => {
    const saved = await store.reviews.verify(unit, review.submission.id, { [question.id]: verification })
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) showToast({ text: t('agreed', { time: formats.time(clock.now()) }), tone: 'good' })
    return saved.ok
  }
  return { write, problem }
}
