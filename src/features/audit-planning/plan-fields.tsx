// The decision that sets up the team, and what the audit is to look at. Each field keeps itself.
import type { PlanBoard, PlanPatch } from '#data/contract/audit-planning-contract.ts'
import { formatLocalDate, parseWrittenDate, writtenDate } from '#domain/kernel/local-date.ts'
import { err } from '#domain/kernel/result.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { KeptDay } from './kept-day.tsx'
import { KeptLine } from './kept-line.tsx'
import { KeptText } from './kept-text.tsx'
import { TeamFields } from './team-fields.tsx'
import { usePlanningWords } from './use-planning-words.ts'
import { useWrite } from './use-write.ts'
import { Written } from './written.tsx'

type PlanFieldsProps = { readonly board: PlanBoard; readonly screen: ScreenProps; readonly canEdit: boolean }

export const PlanFields = (props: PlanFieldsProps) =>
  props.canEdit ? <EditedPlan {...props} /> : <PlanFacts board={props.board} />

const texts = ['purpose', 'scope'] as const

const EditedPlan = ({ board, screen }: PlanFieldsProps) => {
  const { t, editionOptions } = usePlanningWords()
  const write = useWrite()
  const { plan } = board
  const save = (patch: PlanPatch): SaveResult => screen.store.auditPlanning.savePlan(plan.unit, plan.id, patch)
  const saveDay = async (name: 'from' | 'to', text: string): SaveResult => {
    const read = parseWrittenDate(text)
    return read.ok ? save({ [name]: read.value }) : err({ code: read.error })
  }
  const kept = { screen, of: plan.id }
  return (
    <Measure>
      <Stack gap={4}>
        <KeptLine
          {...kept}
          name="decisionNumber"
          label={t('plan.decisionNumber')}
          hint={t('plan.decisionNumberHint')}
          value={plan.decisionNumber}
          save={(decisionNumber) => save({ decisionNumber })}
        />
        <KeptDay
          {...kept}
          name="decidedOn"
          label={t('plan.decidedOn')}
          value={plan.decidedOn.text}
          save={(text) => save({ decidedOn: writtenDate(text) })}
        />
        {(['from', 'to'] as const).map((name) => (
          <KeptDay
            {...kept}
            key={name}
            name={name}
            label={t(`plan.${name}`)}
            value={formatLocalDate(plan[name])}
            save={(text) => saveDay(name, text)}
          />
        ))}
        {texts.map((name) => (
          <KeptText
            {...kept}
            key={name}
            name={name}
            label={t(`plan.${name}`)}
            hint={t(`plan.${name}Hint`)}
            value={plan[name]}
            canEdit
            save={(value) => save({ [name]: value })}
          />
        ))}
        <SelectField
          label={t('edition')}
          placeholder={t('chooseEdition')}
          value={plan.edition}
          onChange={(event) => void write.run(save({ edition: event.target.value }))}
          options={editionOptions}
        />
        <TeamFields board={board} onChange={(patch) => void write.run(save(patch))} />
        <Written write={write} />
      </Stack>
    </Measure>
  )
}

const PlanFacts = ({ board: { plan, auditors } }: Pick<PlanFieldsProps, 'board'>) => {
  const { t, formats, daysText, editionText } = usePlanningWords()
  const nameOf = (id: string): string => auditors.find((one) => one.id === id)?.name ?? ''
  return (
    <DefinitionList
      items={[
        { term: t('plan.decisionNumber'), value: plan.decisionNumber },
        { term: t('plan.decidedOn'), value: plan.decidedOn.text },
        { term: t('plan.days'), value: daysText(plan) },
        { term: t('plan.purpose'), value: plan.purpose },
        { term: t('plan.scope'), value: plan.scope },
        { term: t('edition'), value: editionText(plan.edition) },
        { term: t('plan.leader'), value: nameOf(plan.leader) },
        { term: t('plan.members'), value: formats.list(plan.members.map(nameOf)) },
      ]}
    />
  )
}
