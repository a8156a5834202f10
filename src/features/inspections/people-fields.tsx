// People by name, post and, in the team, their part. Lines without a name are left out when the form is saved.
import { type TeamPart, teamParts } from '#domain/inspection/inspection.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { emptyPerson, type PersonLine } from './head-form.ts'
import { useInspectionWords } from './use-inspection-words.ts'

type PeopleFieldsProps = {
  readonly title: string
  readonly name: 'team' | 'hosts'
  readonly people: PersonLine[]
  readonly change: (people: PersonLine[]) => void
  readonly addText: string
  readonly hasParts?: boolean
}

export const PeopleFields = ({ title, name, people, change, addText, hasParts = false }: PeopleFieldsProps) => {
  const replace = (at: number, patch: Partial<PersonLine>) =>
    change(people.map((person, index) => (index === at ? { ...person, ...patch } : person)))
  return (
    <Section title={title}>
      <Stack gap={5}>
        {people.map((person, at) => (
          <PersonFields
            // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity and keep their order
            key={at}
            {...{ name, person, at, hasParts }}
            change={(patch) => replace(at, patch)}
            {...(people.length > 1 && { remove: () => change(people.filter((_, index) => index !== at)) })}
          />
        ))}
        <Cluster>
          <Button icon="plus" onClick={() => change([...people, emptyPerson('member')])}>
            {addText}
          </Button>
        </Cluster>
      </Stack>
    </Section>
  )
}

type PersonFieldsProps = {
  readonly name: string
  readonly person: PersonLine
  readonly at: number
  readonly hasParts: boolean
  readonly change: (patch: Partial<PersonLine>) => void
  readonly remove?: () => void
}

const PersonFields = ({ name, person, at, hasParts, change, remove }: PersonFieldsProps) => {
  const { t } = useInspectionWords()
  const number = at + 1
  const partText = (part: TeamPart) => t(`part.${part}`)
  return (
    <Stack gap={3}>
      <Field label={t('head.name', { number })}>
        <TextInput
          name={at === 0 ? name : `${name}.${at}.name`}
          value={person.name}
          autoComplete="off"
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field label={t('head.post', { number })}>
        <TextInput
          name={`${name}.${at}.post`}
          value={person.post}
          onChange={(event) => change({ post: event.target.value })}
        />
      </Field>
      {hasParts && (
        <SelectField
          label={t('head.part', { number })}
          name={`${name}.${at}.part`}
          value={person.part}
          onChange={(event) => change({ part: event.target.value })}
          options={teamParts.map((part) => ({ value: part, label: partText(part) }))}
        />
      )}
      {remove && (
        <Cluster>
          <Button kind="plain" icon="close" onClick={remove}>
            {t('head.remove', { number })}
          </Button>
        </Cluster>
      )}
    </Stack>
  )
}
