// A text of a record that keeps itself while it is written, with the line that says when it was saved.
import { Field, type FieldTexts } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { SavedNote } from './saved-note.tsx'
import type { AutosavedField } from './use-autosave.ts'

type KeptTextFieldProps = FieldTexts & {
  readonly name: string
  readonly kept: AutosavedField<string>
  readonly canEdit: boolean
  readonly required?: boolean
  /** Nothing to say about saving: the text waits for something else. */
  readonly isSilent?: boolean
  /** The form says once that it keeps itself. */
  readonly isQuiet?: boolean
}

export const KeptTextField = ({
  name,
  kept,
  canEdit,
  required,
  isSilent,
  isQuiet = false,
  ...texts
}: KeptTextFieldProps) => (
  <Stack gap={1}>
    <Field {...texts}>
      <TextArea
        name={name}
        {...(required === true && { required })}
        value={kept.value}
        readOnly={!canEdit}
        onChange={(event) => kept.change(event.target.value)}
        onBlur={() => void kept.flush()}
      />
    </Field>
    {canEdit && isSilent !== true && <SavedNote state={kept} onRetry={() => void kept.flush()} isQuiet={isQuiet} />}
  </Stack>
)
