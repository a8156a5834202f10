// By which contents the team goes: the program's own, or an outline that the province published. Shown only where there
// is something to choose.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { type OfferedChecklist, useOfferedChecklists } from '#features/offered-checklists.ts'
import { SelectField } from '#ui/select-field.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

type OutlineChoiceProps = {
  readonly store: PersonStore
  /** `id@version`, or empty for the program's own. */
  readonly value: string
  readonly change: (outline: string) => void
  /** It was judged by already. */
  readonly isFast?: boolean
}

/** The one chosen may be of an earlier version than those offered. */
const withChosen = (offered: readonly OfferedChecklist[], value: string): readonly OfferedChecklist[] =>
  value === '' || offered.some(({ key }) => key === value)
    ? offered
    : [{ key: value, title: value.replace(/@.*$/, ''), version: value.replace(/^.*@/, ''), items: 0 }, ...offered]

export const OutlineChoice = ({ store, value, change, isFast = false }: OutlineChoiceProps) => {
  const { t } = useInspectionWords()
  const offered = useOfferedChecklists(store, 'inspection')
  if (offered === undefined) return null
  const forms = withChosen(offered, value)
  if (forms.length === 0) return null
  const wordsOf = ({ title, version, items }: OfferedChecklist) =>
    items === 0 ? t('outline.olderOption', { title, version }) : t('outline.option', { title, version, count: items })
  return (
    <SelectField
      label={t('outline.choice')}
      hint={t(isFast ? 'outline.fast' : 'outline.choiceHint')}
      name="outline"
      value={value}
      disabled={isFast}
      onChange={(event) => change(event.target.value)}
      options={[
        { value: '', label: t('outline.program') },
        ...forms.map((form) => ({ value: form.key, label: wordsOf(form) })),
      ]}
    />
  )
}
