// What stands under the choice of an item: why it does not apply, what was found, what was seen.
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { KeptTextField } from '#features/kept-text-field.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
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
      <KeptTextField
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        error={isAsked ? t('problems:answer.reason-missing') : undefined}
        kept={{ ...reason, problem }}
        canEdit={canEdit}
        isSilent={isBlank}
      />
      {canEdit && isBlank && <p>{t('waitsForReason')}</p>}
    </Stack>
  )
}

export const ItemNote = ({ answer: { note }, canEdit }: TextProps) => {
  const { t } = useAuditWords()
  return (
    <KeptTextField
      name="note"
      label={t('note')}
      hint={t('noteHint')}
      note={t('common:optional')}
      kept={note}
      canEdit={canEdit}
    />
  )
}

export const ItemFindings = ({ audit, question, answer, canEdit }: PartProps) => {
  const { t } = useAuditWords()
  const findings = audit.findingViews.filter((finding) => finding.item === question.id)
  const isMissing = answer.result === 'NC' && findings.every(({ grade }) => !isNonconformity(grade))
  if (!canEdit && findings.length === 0) return null
  return (
    <Section title={t('findings')}>
      <Stack gap={3}>
        {canEdit && isMissing && <Notice tone="warn">{t('finding.needed')}</Notice>}
        {findings.length > 0 && <FindingRows audit={audit} findings={findings} />}
        {canEdit && (
          <ButtonLink icon="plus" wide href={newFindingPath(audit.id, question.id)}>
            {t('finding.add')}
          </ButtonLink>
        )}
      </Stack>
    </Section>
  )
}
