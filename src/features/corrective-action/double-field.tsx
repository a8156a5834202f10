// In which request this one goes on: those from the same finding or inspection stand first.
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { useFindingWords } from '#features/finding-content.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import type { MoveFieldsProps } from './move-fields.tsx'
import { useDoubles } from './use-doubles.ts'

export const DoubleField = ({ form, change, view, screen }: MoveFieldsProps) => {
  const { t, stateText, numberText } = useCorrectiveWords()
  const { gradeText } = useFindingWords()
  const doubles = useDoubles(view, screen)
  if (!doubles) return <Skeleton label={t('common:loading')} shape="rows" count={2} />
  const sameText = ({ of, inspection }: CorrectiveView): string => {
    if (of !== null && of === view.of) return t('double.sameSource')
    return inspection !== null && inspection === view.inspection ? t('double.sameInspection') : ''
  }
  return (
    <ChoiceGroup
      legend={t('double.label')}
      hint={t('double.hint')}
      name="double"
      value={form.double ?? ''}
      onChange={(double) => change({ ...form, double })}
      options={doubles.choices.map((one) => ({
        value: one.id,
        label: `${numberText(one)} · ${one.description}`,
        detail: [sameText(one), stateText(one.course.state), gradeText(one.grade)].filter(Boolean).join(' · '),
      }))}
    />
  )
}
