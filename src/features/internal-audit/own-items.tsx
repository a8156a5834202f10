// Items of the commune's own, beside those of the checklist: a question and the procedure it rests on.
import { useState } from 'react'
import { OWN_SECTION } from '#domain/internal-audit/checklist.ts'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { clauses2015 } from '#domain/standard/clause.ts'
import { useFindingWords } from '#features/finding-content.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { itemPath } from './paths.ts'
import { ProvinceItems } from './province-items.tsx'
import { useAuditWords } from './use-audit-words.ts'

type OwnItemsProps = LoadedAudit & { readonly canEdit: boolean; readonly screen: ScreenProps }

export const OwnItems = ({ audit, checklist, canEdit, screen }: OwnItemsProps) => {
  const { t, textOf } = useAuditWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const own = checklist.questions.filter(({ section }) => section === OWN_SECTION)
  const remove = async (item: string): Promise<void> => {
    const removed = await screen.store.onSite.removeOwnItem(audit.id, item)
    setProblem(removed.ok ? null : removed.error)
  }
  return (
    <Section title={t('own.title')} detail={t('own.text')}>
      <Stack gap={4}>
        {own.length > 0 && (
          <Rows label={t('own.title')}>
            {own.map(({ id, text, why }) => (
              <Row
                key={id}
                title={t('itemTitle', { item: itemLabel(checklist, id), text: textOf(text) })}
                detail={textOf(why)}
                href={itemPath(audit.id, id)}
                cue={t('common:open')}
                {...(canEdit && {
                  actions: (
                    <IconButton
                      icon="trash"
                      label={t('own.remove', { item: itemLabel(checklist, id) })}
                      onClick={() => void remove(id)}
                    />
                  ),
                })}
              />
            ))}
          </Rows>
        )}
        <ProblemNotice problem={problem} />
        {canEdit && <ProvinceItems audit={audit} screen={screen} />}
        {canEdit && <OwnItemForm audit={audit} screen={screen} />}
      </Stack>
    </Section>
  )
}

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type OwnItemForm = { readonly clause: string; readonly document: string; readonly question: string }

const blank: OwnItemForm = { clause: '', document: '', question: '' }

const OwnItemForm = ({ audit, screen: { store, clock } }: Pick<OwnItemsProps, 'audit' | 'screen'>) => {
  const { t } = useAuditWords()
  const { clauseText } = useFindingWords()
  const draftKey = `own-item:${audit.id}`
  const draft = useFormDraft<OwnItemForm>({ drafts: store.drafts, draftKey, initial: blank, clock })
  const [problem, setProblem] = useState<Problem | null>(null)
  const change = (patch: Partial<OwnItemForm>) => draft.change({ ...draft.value, ...patch })
  const leave = () => void draft.flush()
  const add = async (): Promise<void> => {
    const added = await store.onSite.addOwnItem(audit.id, draft.value)
    setProblem(added.ok ? null : added.error)
    if (!added.ok) return
    draft.change(blank)
    await draft.drop()
  }
  return (
    <Stack gap={4}>
      <Field label={t('own.question')}>
        <TextArea
          value={draft.value.question}
          onChange={(event) => change({ question: event.target.value })}
          onBlur={leave}
        />
      </Field>
      <Field label={t('own.document')} hint={t('own.documentHint')}>
        <TextInput
          value={draft.value.document}
          onChange={(event) => change({ document: event.target.value })}
          onBlur={leave}
        />
      </Field>
      <SelectField
        label={t('finding.clause')}
        note={t('common:optional')}
        value={draft.value.clause}
        placeholder={t('finding.noClause')}
        onChange={(event) => change({ clause: event.target.value })}
        options={clauses2015.map(({ number }) => ({ value: number, label: clauseText(number) }))}
      />
      <ProblemNotice problem={problem} />
      <Cluster>
        <Button icon="plus" onClick={() => void add()}>
          {t('own.add')}
        </Button>
      </Cluster>
    </Stack>
  )
}
