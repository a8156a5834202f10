// What stands under the choice of an item: why it does not apply, what was found, what was seen.
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { SavedNote } from '#features/saved-note.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { FindingRows } from './audit-findings.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { newFindingPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'
import type { ItemAnswer } from './use-item-answer.ts'

export type PartProps = Pick<LoadedAudit, 'audit'> & {
  readonly question: Question
  readonly answer: ItemAnswer
  readonly canEdit: boolean
}

type TextProps = { readonly answer: ItemAnswer; readonly canEdit: boolean }

export const Reason = ({ answer: { reason }, canEdit, isAsked }: TextProps & { readonly isAsked: boolean }) => {
  const { t } = useAuditWords()
  // An empty reason is asked for at the field, in the words of the form; it is no failed write.
  const isBlank = reason.value.trim() === ''
  const problem = reason.problem?.code === 'answer.reason-missing' ? null : reason.problem
  return (
    <Stack gap={1}>
      <Field
        label={t('reason')}
        hint={t('reasonHint')}
        error={isAsked ? t('problems:answer.reason-missing') : undefined}
      >
        <TextArea
          name="reason"
          value={reason.value}
          readOnly={!canEdit}
          onChange={(event) => reason.change(event.target.value)}
          onBlur={() => void reason.flush()}
        />
      </Field>
      {canEdit && isBlank && <p>{t('waitsForReason')}</p>}
      {canEdit && !isBlank && <SavedNote state={{ ...reason, problem }} onRetry={() => void reason.flush()} />}
    </Stack>
  )
}

export const ItemNote = ({ answer: { note }, canEdit }: TextProps) => {
  const { t } = useAuditWords()
  return (
    <Stack gap={1}>
      <Field label={t('note')} hint={t('noteHint')} note={t('common:optional')}>
        <TextArea
          name="note"
          value={note.value}
          readOnly={!canEdit}
          onChange={(event) => note.change(event.target.value)}
          onBlur={() => void note.flush()}
        />
      </Field>
      {canEdit && <SavedNote state={note} onRetry={() => void note.flush()} />}
    </Stack>
  )
}

export const ItemFindings = ({ audit, question, answer, canEdit }: PartProps) => {
  const { t } = useAuditWords()
  const findings = audit.findingViews.filter((finding) => finding.item === question.id)
  const calls = answer.result === 'NC' || answer.result === 'OBS' || answer.result === 'OFI'
  const isMissing = answer.result === 'NC' && findings.every(({ grade }) => !isNonconformity(grade))
  if (!calls && findings.length === 0) return null
  return (
    <Section title={t('findings')}>
      <Stack gap={3}>
        {canEdit && isMissing && <Notice tone="warn">{t('finding.needed')}</Notice>}
        {findings.length > 0 && <FindingRows audit={audit} findings={findings} />}
        {canEdit && calls && (
          <ButtonLink icon="plus" wide href={newFindingPath(audit.id, question.id)}>
            {t('finding.add')}
          </ButtonLink>
        )}
      </Stack>
    </Section>
  )
}
