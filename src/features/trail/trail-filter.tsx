// Whose trail, and which part of it: kind, person, day.
import { dateFieldDay, type TrailChoice } from './trail-choice.ts'
import { DateField } from '#ui/date-field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { typesToChoose } from './trail-sentence.ts'

type TrailFilterProps = {
  readonly scopes: readonly { readonly of: string; readonly label: string }[]
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly choice: TrailChoice
  readonly onChange: (change: Partial<TrailChoice>) => void
}

export const TrailFilter = ({ scopes, people, choice, onChange }: TrailFilterProps) => {
  const { t } = useText('trail')
  const all = { value: '', label: t('filter.all') }
  const isDayWrong = choice.day !== '' && dateFieldDay(choice.day) === null
  return (
    <Stack gap={3}>
      {scopes.length > 1 && (
        <Segmented
          legend={t('of.label')}
          name="of"
          value={choice.of}
          onChange={(of) => onChange({ of, account: '' })}
          options={scopes.map(({ of, label }) => ({ value: of, label }))}
        />
      )}
      <Cluster gap={3}>
        <SelectField
          label={t('filter.type')}
          value={choice.type}
          onChange={(event) => onChange({ type: event.target.value })}
          options={[all, ...typesToChoose.map((type) => ({ value: type, label: t(`type.${type}`) }))]}
        />
        <SelectField
          label={t('filter.person')}
          value={choice.account}
          onChange={(event) => onChange({ account: event.target.value })}
          options={[all, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <DateField
          label={t('filter.day')}
          value={choice.day}
          onChange={(day) => onChange({ day })}
          {...(isDayWrong && { error: t('problems:date.unreadable', { text: choice.day }) })}
        />
      </Cluster>
    </Stack>
  )
}
