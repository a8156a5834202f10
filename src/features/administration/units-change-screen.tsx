// Units that merge or are divided: which, into what, from which day; then what follows is shown, and only then is it
// enacted. It cannot be taken back, and that is said.
import { useState } from 'react'
import type { UnitsChange } from '#data/contract/administration-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { AdminPage, type Seen } from './admin-page.tsx'
import { dayOf } from './new-person.ts'
import { changeOf, mistakeIn, type NewUnit, openCommunes, type TypedUnits, type UnitsMistake } from './units-change.ts'
import { UnitPicker } from './unit-picker.tsx'
import { UnitsPreview } from './units-preview.tsx'

export const UnitsChangeScreen = ({ platform, store }: ScreenProps) => {
  const { t } = useText('administration')
  return (
    <AdminPage platform={platform} title={t('units.title')} back={{ href: '/more/admin', label: t('title') }}>
      {(seen) => <Units seen={seen} places={store.identity.places} />}
    </AdminPage>
  )
}

type UnitsProps = { readonly seen: Seen; readonly places: readonly Place[] }

const blankUnits = (kind: TypedUnits['kind']): readonly NewUnit[] =>
  kind === 'merge'
    ? [{ name: '', code: '' }]
    : [
        { name: '', code: '' },
        { name: '', code: '' },
      ]

const blank = { kind: 'merge', old: [], kept: [], opened: blankUnits('merge') } as const satisfies Omit<
  TypedUnits,
  'on'
>

const Units = ({ seen, places }: UnitsProps) => {
  const { t } = useText('administration')
  const [typed, setTyped] = useState<Omit<TypedUnits, 'on'>>(blank)
  const [day, setDay] = useState('')
  const [mistake, setMistake] = useState<UnitsMistake>()
  const [preview, setPreview] = useState<UnitsChange>()
  const [isDone, setDone] = useState(false)
  const whole: TypedUnits = { ...typed, on: dayOf(day) }
  const set = (next: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...next }))
  const look = () => {
    setMistake(mistakeIn(whole))
    setPreview(changeOf(whole, places))
  }
  if (isDone)
    return (
      <Notice tone="good" title={t('units.done')} announce>
        {t('units.doneText')}
      </Notice>
    )
  if (preview)
    return (
      <UnitsPreview
        seen={seen}
        change={preview}
        places={places}
        onBack={() => setPreview(undefined)}
        onDone={() => {
          setDone(true)
          seen.ask()
        }}
      />
    )
  const communes = openCommunes(places)
  return (
    <Measure>
      <Stack gap={4}>
        <p>{t('units.about')}</p>
        <Segmented
          legend={t('units.kind')}
          name="kind"
          value={typed.kind}
          onChange={(kind) => set({ kind, old: [], opened: blankUnits(kind) })}
          options={[
            { value: 'merge', label: t('units.merge') },
            { value: 'split', label: t('units.split') },
          ]}
        />
        <UnitPicker
          legend={t(typed.kind === 'merge' ? 'units.oldMany' : 'units.oldOne')}
          places={communes}
          all={places}
          chosen={typed.old}
          onChange={(old) => set({ old: typed.kind === 'split' ? old.slice(-1) : old })}
        />
        <NewUnits typed={typed} onChange={(opened) => set({ opened })} />
        <UnitPicker
          legend={t('units.kept')}
          places={communes.filter(({ id }) => !typed.old.includes(id))}
          all={places}
          chosen={typed.kept}
          onChange={(kept) => set({ kept })}
        />
        <DateField name="on" label={t('units.on')} hint={t('units.onHint')} value={day} onChange={setDay} />
        {mistake && (
          <Notice tone="bad" title={t('units.notYet')} announce>
            {t(`units.mistake.${mistake}`)}
          </Notice>
        )}
        <Button kind="main" wide onClick={look}>
          {t('units.preview')}
        </Button>
      </Stack>
    </Measure>
  )
}

type NewUnitsProps = {
  readonly typed: Omit<TypedUnits, 'on'>
  readonly onChange: (opened: readonly NewUnit[]) => void
}

const NewUnits = ({ typed: { kind, opened }, onChange }: NewUnitsProps) => {
  const { t } = useText('administration')
  const change = (at: number, next: Partial<NewUnit>) =>
    onChange(opened.map((unit, index) => (index === at ? { ...unit, ...next } : unit)))
  return (
    <Stack gap={3}>
      {opened.map((unit, at) => (
        // The order of new units is theirs for as long as the form is open.
        // oxlint-disable-next-line react/no-array-index-key
        <Stack key={at} gap={3}>
          <Field label={t('units.newName', { number: at + 1 })} hint={t('units.newNameHint')}>
            <TextInput
              value={unit.name}
              maxLength={100}
              onChange={(event) => change(at, { name: event.target.value })}
            />
          </Field>
          <Field label={t('units.newCode', { number: at + 1 })} hint={t('units.newCodeHint')}>
            <TextInput
              value={unit.code}
              inputMode="numeric"
              maxLength={6}
              onChange={(event) => change(at, { code: event.target.value })}
            />
          </Field>
        </Stack>
      ))}
      {kind === 'split' && (
        <Cluster>
          <Button icon="plus" onClick={() => onChange([...opened, { name: '', code: '' }])}>
            {t('units.oneMore')}
          </Button>
        </Cluster>
      )}
    </Stack>
  )
}
