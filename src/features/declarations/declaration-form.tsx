// The form of a declaration. What is typed is kept as a draft; the conditions are judged for the day that is written, and
// once more when it is sealed.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DeclarationOutlook } from '#data/contract/declaration-contract.ts'
import { type DraftFault, draftFaults, scopeLines } from '#domain/declaration/declaration.ts'
import { type DeclarationBlock, declarationBlocks, overrideProblem } from '#domain/declaration/declaration-blocks.ts'
import { formatLocalDate, type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { declarationPath, useDeclarationWords } from '#features/declaration-words.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemSentences } from '#features/use-problem-sentences.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { ChangeNote } from './change-note.tsx'
import { ConditionsSection } from './conditions-section.tsx'
import { type DayField, DeclarationFields } from './declaration-fields.tsx'
import { type FormValue, initialForm } from './form-value.ts'

type DeclarationFormProps = { readonly outlook: DeclarationOutlook; readonly screen: ScreenProps }

export const DeclarationForm = ({ outlook, screen }: DeclarationFormProps) => {
  const { store, person, clock, today } = screen
  const { t } = useDeclarationWords()
  useProblemSentences()
  const textOf = useProblemText()
  const [, navigate] = useLocation()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isAsking, setAsking] = useState(false)
  const unit = person.place.id
  const [initial] = useState(() => initialForm(outlook, t('form.signerDefault'), today))
  const draft = useFormDraft<FormValue>({ drafts: store.drafts, draftKey: `declaration:new:${unit}`, initial, clock })
  const on = parseWrittenDate(draft.value.on)
  const judgedOn = on.ok ? on.value : today
  const blocks = declarationBlocks(outlook.facts, judgedOn)
  const latest = outlook.latest?.content
  const replaced = latest !== undefined && latest.type === draft.value.type ? latest : null
  const faults = [...draftFaults({ ...draft.value, unit }, today), ...overrideFault(blocks, draft.value.overrideReason)]
  const [isTried, setTried] = useState(false)
  const told = isTried ? faults : []
  const [firstFault] = told
  const errors = new Map(told.map((fault) => [fault.field, textOf(fault.problem)]))
  const objectionTo =
    (field: DayField) =>
    (day: LocalDate): string | undefined => {
      const written = { ...draft.value, unit, [field]: formatLocalDate(day) }
      const fault = draftFaults(written, today).find((one) => one.field === field)
      return fault && textOf(fault.problem)
    }
  const ask = (): void => {
    setTried(true)
    setProblem(null)
    setAsking(faults.length === 0)
  }
  const declare = async (): Promise<void> => {
    const made = await store.declarations.declare({ ...draft.value, unit })
    setAsking(false)
    setProblem(made.ok ? null : made.error)
    if (!made.ok) return
    await draft.drop()
    showToast({ text: t('form.done'), tone: 'good' })
    navigate(declarationPath(unit, made.value), { replace: true })
  }
  return (
    <Stack gap={5}>
      <ConditionsSection blocks={blocks} on={judgedOn} />
      <DeclarationFields draft={draft} isAsked={isTried} errors={errors} objectionTo={objectionTo} />
      {replaced !== null && (
        <ChangeNote before={replaced} after={{ edition: draft.value.edition, scope: scopeLines(draft.value.scope) }} />
      )}
      {blocks.length > 0 && (
        <Field label={t('form.override')} hint={t('form.overrideHint')} error={errors.get('overrideReason')}>
          <TextArea
            name="overrideReason"
            value={draft.value.overrideReason}
            onChange={({ target }) => draft.change({ ...draft.value, overrideReason: target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
      )}
      <ProblemNotice problem={problem ?? firstFault?.problem ?? null} title={t('form.notComplete')} />
      <Button kind={blocks.length > 0 ? 'danger' : 'main'} icon="lock" wide onClick={ask}>
        {t(blocks.length > 0 ? 'form.sealAnyway' : 'form.seal')}
      </Button>
      <DraftNote draft={draft} />
      <ConfirmDialog isOpen={isAsking} onClose={() => setAsking(false)} confirm={declare} />
    </Stack>
  )
}

function overrideFault(blocks: readonly DeclarationBlock[], reason: string): readonly DraftFault[] {
  const problem = overrideProblem(blocks, reason)
  return problem === null ? [] : [{ field: 'overrideReason', problem }]
}

type ConfirmDialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly confirm: () => Promise<void>
}

const ConfirmDialog = ({ isOpen, onClose, confirm }: ConfirmDialogProps) => {
  const { t } = useDeclarationWords()
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      title={t('form.confirmTitle')}
      closeLabel={t('common:cancel')}
      actions={
        <>
          <Button kind="main" icon="lock" onClick={() => void confirm()}>
            {t('form.confirmSeal')}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {t('common:cancel')}
          </Button>
        </>
      }
    >
      <p>{t('form.confirm')}</p>
    </Dialog>
  )
}
