// The one form for somebody new. It is checked here, asked of the endpoint as a trial, and only then done, so that a
// sign-in name somebody else has gives nobody a right by mistake.
import { useMemo, useState } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { isRole } from '#domain/access/role.ts'
import { formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { AddedPeople, Administration, NewPerson } from '#data/contract/administration-contract.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Seen } from './admin-page.tsx'
import type { Slip } from './code-slip.tsx'
import { filledIn, type Mistakes, mistakesOf, type PersonField, readPerson, type TypedPerson } from './new-person.ts'
import { RolePlaceFields } from './role-place-fields.tsx'
import { useChange } from './use-change.ts'

type NewPersonFormProps = {
  readonly seen: Seen
  readonly today: LocalDate
  readonly places: readonly Place[]
  readonly onAdded: (slip: Slip) => void
}

const blank = (today: LocalDate): TypedPerson => ({
  role: '',
  scope: '',
  displayName: null,
  username: null,
  from: formatLocalDate(today),
  to: '',
})

/** A name that is there already, and a line that is wrong, come back as they are: nothing was changed. */
async function addOne(administration: Administration, person: NewPerson): Promise<Result<AddedPeople, Problem>> {
  const trial = await administration.addPeople([person], true)
  const row = trial.ok ? trial.value.rows[0] : undefined
  return trial.ok && row?.outcome === 'new' ? administration.addPeople([person]) : trial
}

function useNewPerson({ seen, today, places, onAdded }: NewPersonFormProps) {
  const { t } = useText('administration')
  const [typed, setTyped] = useState(() => blank(today))
  const [mistakes, setMistakes] = useState<Mistakes>({})
  const change = useChange()
  const taken = useMemo(() => new Set(seen.overview.accounts.map(({ username }) => username)), [seen.overview.accounts])
  const isTaken = (username: string): boolean => taken.has(username)
  const place = places.find(({ id }) => id === typed.scope)
  const filled = filledIn(typed, place, isRole(typed.role) ? t(`common:role.${typed.role}`) : '', isTaken)
  const save = () => {
    const { person, mistakes: found } = readPerson(typed, filled, isTaken)
    setMistakes(found)
    if (person === null) return
    const ask = () => addOne(seen.administration, person)
    change.run(ask, ({ isDone, rows: [row] }) => {
      if (isDone && row?.invitation) return onAdded({ ...filled, username: person.username, issued: row.invitation })
      if (row) setMistakes(mistakesOf(row))
    })
  }
  const errorOf = (field: PersonField): string | undefined => {
    const mistake = mistakes[field]
    return mistake && t(`mistake.${mistake}`)
  }
  const set = (next: Partial<TypedPerson>) => setTyped((before) => ({ ...before, ...next }))
  return { typed, filled, set, save, errorOf, ...change }
}

export const NewPersonForm = (props: NewPersonFormProps) => {
  const { t } = useText('administration')
  const { typed, filled, set, save, errorOf, busy, problem } = useNewPerson(props)
  return (
    <Measure>
      <Stack
        as="form"
        gap={4}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <RolePlaceFields
          role={typed.role}
          scope={typed.scope}
          places={props.places}
          today={props.today}
          errors={{ role: errorOf('role'), scope: errorOf('scope') }}
          onChange={set}
        />
        <Field label={t('field.position')} hint={t('field.positionHint')} error={errorOf('displayName')}>
          <TextInput
            name="displayName"
            value={filled.displayName}
            maxLength={120}
            onChange={(event) => set({ displayName: event.target.value })}
          />
        </Field>
        <Field label={t('field.username')} hint={t('field.usernameHint')} error={errorOf('username')}>
          <TextInput
            name="username"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            value={filled.username}
            onChange={(event) => set({ username: event.target.value })}
          />
        </Field>
        <DateField
          name="from"
          label={t('field.from')}
          value={typed.from}
          onChange={(from) => set({ from })}
          error={errorOf('from')}
        />
        <DateField
          name="to"
          label={t('field.to')}
          note={t('common:optional')}
          hint={t('field.toHint')}
          value={typed.to}
          onChange={(to) => set({ to })}
          error={errorOf('to')}
        />
        <ProblemNotice problem={problem} title={t('notDone')} />
        <Button kind="main" icon="plus" type="submit" busy={busy} wide>
          {t('add.save')}
        </Button>
        <p>{t('add.next')}</p>
      </Stack>
    </Measure>
  )
}
