// A text of one line, kept like the longer ones.
import type { SaveResult } from '#data/contract/store-contract.ts'
import { SavedNote } from '#features/saved-note.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAutosave } from '#features/use-autosave.ts'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'

type KeptLineProps = {
  readonly screen: Pick<ScreenProps, 'store'>
  readonly of: string
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly save: (value: string) => SaveResult
}

export const KeptLine = ({ screen, of, name, label, hint, value, save }: KeptLineProps) => {
  const kept = useAutosave<string>({ drafts: screen.store.drafts, draftKey: `${of}:${name}`, saved: value, save })
  const isSilent = kept.savedAt === null && !kept.isUnsaved && kept.problem === null
  return (
    <Stack gap={1}>
      <Field label={label} hint={hint}>
        <TextInput
          name={name}
          value={kept.value}
          onChange={(event) => kept.change(event.target.value)}
          onBlur={() => void kept.flush()}
        />
      </Field>
      {!isSilent && <SavedNote state={kept} onRetry={() => void kept.flush()} />}
    </Stack>
  )
}
