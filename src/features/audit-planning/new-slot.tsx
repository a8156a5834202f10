// Takes one more field or department into the programme. The months are switched on in its line.
import { useState } from 'react'
import type { ProgrammeBoard } from '#data/contract/audit-planning-contract.ts'
import { isSameField } from '#domain/audit-planning/fields-of-work.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { usePlanningWords } from './use-planning-words.ts'
import { useWrite } from './use-write.ts'
import { Written } from './written.tsx'

const OTHER = 'other'

export const NewSlot = ({
  board,
  screen: { store },
}: {
  readonly board: ProgrammeBoard
  readonly screen: ScreenProps
}) => {
  const { t, fieldOptions } = usePlanningWords()
  const textOf = useProblemText()
  const write = useWrite()
  const [choice, setChoice] = useState('')
  const [other, setOther] = useState('')
  const { programme, slots } = board
  const free = fieldOptions.filter(({ value }) => !slots.some(({ field }) => isSameField(field, value)))
  const add = async (): Promise<void> => {
    const field = choice === OTHER ? other : choice
    const slot = { id: null, field, months: [], risk: 'middle' } as const
    const isKept = await write.run(store.auditPlanning.saveSlot(programme.unit, programme.year, slot))
    if (!isKept) return
    setChoice('')
    setOther('')
  }
  const { problem } = write
  const isOfField = problem?.code.startsWith('programme.') === true
  const error = isOfField && problem !== null ? textOf(problem) : undefined
  return (
    <Stack gap={3}>
      <SelectField
        label={t('slots.add')}
        placeholder={t('slots.choose')}
        value={choice}
        error={choice === OTHER ? undefined : error}
        onChange={(event) => setChoice(event.target.value)}
        options={[...free, { value: OTHER, label: t('slots.other') }]}
      />
      {choice === OTHER && (
        <Field label={t('slots.otherName')} error={error}>
          <TextInput value={other} onChange={(event) => setOther(event.target.value)} />
        </Field>
      )}
      <Cluster>
        <Button icon="plus" busy={write.isBusy} onClick={() => void add()}>
          {t('slots.addOne')}
        </Button>
      </Cluster>
      {!isOfField && <Written write={write} />}
    </Stack>
  )
}
