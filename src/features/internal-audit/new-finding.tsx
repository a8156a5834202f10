// Writes a new finding. Every letter is kept as a draft; it becomes a record, with its number, by "Lưu phát hiện".
import { useState } from 'react'
import { useLocation } from 'wouter'
import { findingProblems, foundOn } from '#domain/internal-audit/finding.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { editionById } from '#domain/standard/edition.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { type FormDraft, useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock, FrameTitle } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { FindingErrors } from './finding-errors.tsx'
import { FindingFields } from './finding-fields.tsx'
import { type FindingForm, inputOf, newFindingForm } from './finding-form.ts'
import { findingPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

type NewFindingProps = ScreenProps &
  LoadedAudit & {
    readonly question: Question | undefined
    readonly back: { readonly href: string; readonly label: string }
  }

export const NewFinding = (props: NewFindingProps) => {
  const { audit, question, today, back } = props
  const { t, textOf } = useAuditWords()
  const draft = useNewFindingDraft(props)
  const { attempt, problem, save } = useCreateFinding(props, draft)
  const since = foundOn(audit.on, today)
  const problems = attempt === 0 ? [] : findingProblems(inputOf(draft.value, null), since)
  const choose = (form: FindingForm) => {
    draft.change(form)
    void draft.flush()
  }
  return (
    <Measure>
      <FrameTitle title={t('finding.newTitle')} subtitle={audit.title} />
      <Stack gap={5}>
        <PageHeader title={t('finding.newTitle')} back={back} {...(question && { subtitle: textOf(question.text) })} />
        <FindingErrors key={attempt} problems={problems} />
        <FindingFields
          form={draft.value}
          onChange={draft.change}
          onChoose={choose}
          onLeave={() => void draft.flush()}
          isAsked={attempt > 0}
          {...{ today, since, problems }}
        />
        <Notice tone="note" title={t('finding.photosLater')}>
          {t('finding.photosLaterText')}
        </Notice>
      </Stack>
      <FrameDock>
        <ProblemNotice problem={problem} onRetry={() => void save()} />
        <Dock
          middle={<DraftNote draft={draft} />}
          end={
            <Button kind="main" onClick={() => void save()}>
              {t('finding.save')}
            </Button>
          }
        />
      </FrameDock>
    </Measure>
  )
}

function useNewFindingDraft({
  store,
  audit,
  checklist,
  question,
  today,
  clock,
}: NewFindingProps): FormDraft<FindingForm> {
  const { t, textOf } = useAuditWords()
  const edition = editionById(checklist.edition)
  const requirementOf = (clause: string) =>
    t('finding.requirementOf', { standard: edition ? textOf(edition.label) : '', clause })
  const initial = newFindingForm({ audit, question, today, requirementOf })
  const draftKey = `finding:${audit.id}:new:${question?.id ?? ''}`
  return useFormDraft<FindingForm>({ drafts: store.drafts, draftKey, initial, clock })
}

function useCreateFinding({ store, audit, question, today }: NewFindingProps, draft: FormDraft<FindingForm>) {
  const { t } = useAuditWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [attempt, setAttempt] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const save = async (): Promise<void> => {
    const input = inputOf(draft.value, question?.id ?? null)
    setAttempt((count) => count + 1)
    if (isBusy || findingProblems(input, foundOn(audit.on, today)).length > 0) return
    setBusy(true)
    const created = await store.audits.saveFinding(audit.id, input)
    setBusy(false)
    setProblem(created.ok ? null : created.error)
    if (!created.ok) return
    await draft.drop()
    showToast({ text: t('finding.saved') })
    navigate(findingPath(audit.id, created.value), { replace: true })
  }
  return { attempt, problem, save }
}
