// Fields of a review's head that keep themselves: a text, and a day that no calendar has stays as typed and asks.
import type { ReviewHead } from '#data/contract/management-review-contract.ts'
import { formatLocalDate, type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { err } from '#domain/kernel/result.ts'
import { KeptTextField } from '#features/kept-text-field.tsx'
import { SavedNote } from '#features/saved-note.tsx'
import { useAutosave } from '#features/use-autosave.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { ReviewPartProps } from './review-part.ts'

type TextName = Extract<keyof ReviewHead, 'place' | 'chair' | 'secretary' | 'conclusion'>

type HeadTextProps = ReviewPartProps & { readonly name: TextName; readonly label: string; readonly hint?: string }

export const HeadText = ({ review, screen: { store }, canEdit, name, ...texts }: HeadTextProps) => {
  const kept = useAutosave<string>({
    drafts: store.drafts,
    draftKey: `management-review:${review.id}:${name}`,
    saved: review[name],
    save: (value) => store.managementReviews.save(review.unit, review.id, { [name]: value }),
  })
  if (name === 'conclusion') return <KeptTextField name={name} kept={kept} canEdit={canEdit} isQuiet {...texts} />
  return (
    <Stack gap={1}>
      <Field {...texts}>
        <TextInput
          name={name}
          value={kept.value}
          readOnly={!canEdit}
          onChange={({ target }) => kept.change(target.value)}
          onBlur={() => void kept.flush()}
        />
      </Field>
      {canEdit && <SavedNote state={kept} onRetry={() => void kept.flush()} isQuiet />}
    </Stack>
  )
}

type HeadDayProps = ReviewPartProps & {
  readonly name: 'on' | 'noticedOn'
  readonly label: string
  readonly hint?: string
}

const written = (day: LocalDate | null): string => (day === null ? '' : formatLocalDate(day))

export const HeadDay = ({ review, screen: { store }, canEdit, name, ...texts }: HeadDayProps) => {
  const isOptional = name === 'noticedOn'
  const kept = useAutosave<string>({
    drafts: store.drafts,
    draftKey: `management-review:${review.id}:${name}`,
    saved: written(review[name]),
    save: async (text) => {
      const { save } = store.managementReviews
      if (isOptional && text.trim() === '') return save(review.unit, review.id, { noticedOn: null })
      const day = parseWrittenDate(text)
      if (!day.ok) return err({ code: day.error, params: { text } })
      return save(review.unit, review.id, { [name]: day.value })
    },
  })
  if (!canEdit) return <p>{`${texts.label}: ${written(review[name])}`}</p>
  return (
    <Stack gap={1}>
      <WrittenDateField
        {...texts}
        name={name}
        isOptional={isOptional}
        value={kept.value}
        onChange={kept.change}
        onBlur={() => void kept.flush()}
        isAsked={kept.problem !== null}
      />
      {kept.problem === null && <SavedNote state={kept} onRetry={() => void kept.flush()} isQuiet />}
    </Stack>
  )
}
