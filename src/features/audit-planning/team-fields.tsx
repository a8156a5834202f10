// Who the decision names: one leader and the members. Only auditors of the commune stand here.
import type { PlanBoard, PlanPatch } from '#data/contract/audit-planning-contract.ts'
import { isServing } from '#domain/audit-planning/auditor.ts'
import { ButtonLink } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { auditorPath, NEW } from './paths.ts'
import { usePlanningWords } from './use-planning-words.ts'

type TeamFieldsProps = { readonly board: PlanBoard; readonly onChange: (patch: PlanPatch) => void }

export const TeamFields = ({ board: { plan, auditors }, onChange }: TeamFieldsProps) => {
  const { t, formats, fieldText } = usePlanningWords()
  const named = [plan.leader, ...plan.members]
  const shown = auditors.filter((one) => isServing(one, plan.from) || named.includes(one.id))
  return (
    <>
      <SelectField
        label={t('plan.leader')}
        placeholder={t('chooseLeader')}
        value={plan.leader}
        onChange={({ target: { value } }) =>
          onChange({ leader: value, members: plan.members.filter((id) => id !== value) })
        }
        options={shown.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Section level={3} title={t('plan.members')}>
        <Stack gap={2}>
          {shown.length === 0 && <p>{t('auditors.emptyText')}</p>}
          {shown
            .filter(({ id }) => id !== plan.leader)
            .map(({ id, name, fields }) => (
              <CheckRow
                key={id}
                label={name}
                detail={
                  fields.length === 0
                    ? t('auditors.noFields')
                    : t('auditors.fields', { fields: formats.list(fields.map(fieldText)) })
                }
                checked={plan.members.includes(id)}
                onChange={({ target: { checked } }) =>
                  onChange({
                    members: checked ? [...plan.members, id] : plan.members.filter((member) => member !== id),
                  })
                }
              />
            ))}
          <Cluster>
            <ButtonLink icon="plus" href={auditorPath(plan.unit, NEW)}>
              {t('auditors.add')}
            </ButtonLink>
          </Cluster>
        </Stack>
      </Section>
    </>
  )
}
