// What the programme says in words. Each text is a field of its own, so two people who write different ones never meet.
import type { ProgrammeBoard, ProgrammePatch } from '#data/contract/audit-planning-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Measure, Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { KeptText } from './kept-text.tsx'
import { usePlanningWords } from './use-planning-words.ts'
import { useWrite } from './use-write.ts'
import { Written } from './written.tsx'

type ProgrammeFieldsProps = {
  readonly board: ProgrammeBoard
  readonly screen: ScreenProps
  readonly canEdit: boolean
}

const texts = ['objectives', 'scope', 'frequency', 'risks'] as const

export const ProgrammeFields = ({ board: { programme, auditors }, screen, canEdit }: ProgrammeFieldsProps) => {
  const { t, editionOptions } = usePlanningWords()
  const write = useWrite()
  const save = (patch: ProgrammePatch) =>
    screen.store.auditPlanning.saveProgramme(programme.unit, programme.year, patch)
  return (
    <Measure>
      <Stack gap={4}>
        {texts.map((name) => (
          <KeptText
            key={name}
            screen={screen}
            of={programme.id}
            name={name}
            label={t(`programme.${name}`)}
            hint={t(`programme.${name}Hint`)}
            value={programme[name]}
            canEdit={canEdit}
            save={(value) => save({ [name]: value })}
          />
        ))}
        <SelectField
          label={t('edition')}
          placeholder={t('chooseEdition')}
          value={programme.edition}
          disabled={!canEdit}
          onChange={(event) => void write.run(save({ edition: event.target.value }))}
          options={editionOptions}
        />
        <SelectField
          label={t('programme.leader')}
          hint={auditors.length === 0 ? t('auditors.emptyText') : undefined}
          placeholder={t('chooseLeader')}
          value={programme.leader ?? ''}
          disabled={!canEdit}
          onChange={({ target: { value } }) => void write.run(save({ leader: value === '' ? null : value }))}
          options={auditors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Written write={write} />
      </Stack>
    </Measure>
  )
}
