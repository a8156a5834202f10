// What the team writes under the audit before it is concluded: how it went, what is good, the conclusion, what it
// recommends. Every text keeps itself; the conclusion is checked against the findings.
import { useState } from 'react'
import {
  type AuditConclusion,
  auditConclusions,
  checkConclusion,
  type ReportWords,
} from '#domain/internal-audit/report-words.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { KeptTextField } from '#features/kept-text-field.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAutosave } from '#features/use-autosave.ts'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Stack } from '#ui/layout.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { AuditSubPage } from './audit-sub-page.tsx'
import { useAuditWords } from './use-audit-words.ts'

export const AuditWordsScreen = ({ id, ...screen }: ScreenProps & { readonly id: string }) => {
  const { t } = useAuditWords()
  return (
    <AuditSubPage screen={screen} id={id} title={t('onSite.words')}>
      {({ audit, canEdit }) => (
        <Stack gap={5}>
          <KeptWords name="process" {...{ audit, canEdit, screen }} />
          <KeptWords name="strengths" {...{ audit, canEdit, screen }} />
          <KeptWords name="effectiveness" {...{ audit, canEdit, screen }} />
          <Conclusion {...{ audit, canEdit, screen }} />
          <KeptWords name="recommendations" {...{ audit, canEdit, screen }} />
          <KeptWords name="proposals" {...{ audit, canEdit, screen }} />
        </Stack>
      )}
    </AuditSubPage>
  )
}

type WordsProps = Pick<LoadedAudit, 'audit'> & { readonly canEdit: boolean; readonly screen: ScreenProps }

type TextName = Exclude<keyof ReportWords, 'conclusion'>

const KeptWords = ({ name, audit, canEdit, screen: { store } }: WordsProps & { readonly name: TextName }) => {
  const { t } = useAuditWords()
  const kept = useAutosave({
    drafts: store.drafts,
    draftKey: `words:${audit.id}:${name}`,
    saved: audit.words[name],
    save: (text) => store.onSite.saveWords(audit.id, { [name]: text }),
  })
  return (
    <KeptTextField
      name={name}
      label={t(`words.${name}`)}
      hint={t(`words.hint.${name}`)}
      note={t('common:optional')}
      {...{ kept, canEdit }}
    />
  )
}

const Conclusion = ({ audit, canEdit, screen: { store } }: WordsProps) => {
  const { t } = useAuditWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const choose = async (conclusion: AuditConclusion): Promise<void> => {
    const checked = checkConclusion(conclusion, audit.findingViews)
    const saved = checked.ok ? await store.onSite.saveWords(audit.id, { conclusion }) : checked
    setProblem(saved.ok ? null : saved.error)
  }
  return (
    <Stack gap={3}>
      <ChoiceGroup
        legend={t('words.conclusionLabel')}
        name="conclusion"
        value={audit.words.conclusion ?? ''}
        disabled={!canEdit}
        onChange={(value) => void choose(value as AuditConclusion)}
        options={auditConclusions.map((value) => ({ value, label: t(`words.conclusion.${value}`) }))}
      />
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
