// A day of a plan, or the written date of its decision, that keeps itself once it can be read.
import type { SaveResult } from '#data/contract/store-contract.ts'
import { parseWrittenDate } from '#domain/kernel/local-date.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { SavedNote } from '#features/saved-note.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAutosave } from '#features/use-autosave.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Stack } from '#ui/layout.tsx'

type KeptDayProps = {
  readonly screen: Pick<ScreenProps, 'store'>
  readonly of: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** As it was typed. */
  readonly value: string
  readonly save: (text: string) => SaveResult
}

export const KeptDay = ({ screen, of, name, value, save, ...field }: KeptDayProps) => {
  const kept = useAutosave<string>({ drafts: screen.store.drafts, draftKey: `${of}:${name}`, saved: value, save })
  const { problem } = kept
  // What the field itself says about its date is not said twice.
  const isSaidAbove = problem !== null && !parseWrittenDate(kept.value).ok
  return (
    <Stack gap={1}>
      <WrittenDateField
        {...field}
        name={name}
        value={kept.value}
        isAsked={false}
        onChange={kept.change}
        onBlur={() => void kept.flush()}
      />
      {!isSaidAbove && problem !== null && <ProblemNotice problem={problem} />}
      {problem === null && (kept.isUnsaved || kept.savedAt !== null) && (
        <SavedNote state={kept} onRetry={() => void kept.flush()} />
      )}
    </Stack>
  )
}
