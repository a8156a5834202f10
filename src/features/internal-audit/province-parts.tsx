// The parts of a province's form with how many questions each has: a part is chosen whole, or opened and chosen from.
import type { FormItems } from '#domain/internal-audit/form-items.ts'
import type { FormItem } from '#domain/questionnaire/checklist/form-items.ts'
import { useFindingWords } from '#features/finding-content.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { useAuditWords } from './use-audit-words.ts'

type ProvincePartsProps = {
  readonly items: FormItems
  /** In the audit already. */
  readonly taken: ReadonlySet<string>
  readonly chosen: ReadonlySet<string>
  readonly change: (chosen: ReadonlySet<string>) => void
}

/** By section, otherwise by clause. */
const keyOf = ({ section, clause }: FormItem): string => section?.vi ?? clause ?? ''

export const ProvinceParts = ({ items: { items }, ...choice }: ProvincePartsProps) => {
  const keys = [...new Set(items.map(keyOf))]
  return (
    <Stack gap={3}>
      {keys.map((key) => (
        <Part key={key} {...choice} items={items.filter((item) => keyOf(item) === key)} />
      ))}
    </Stack>
  )
}

type PartProps = Omit<ProvincePartsProps, 'items'> & { readonly items: readonly FormItem[] }

const Part = ({ items, taken, chosen, change }: PartProps) => {
  const { t, textOf } = useAuditWords()
  const { clauseText } = useFindingWords()
  const [first] = items
  const free = items.filter(({ id }) => !taken.has(id))
  const count = free.filter(({ id }) => chosen.has(id)).length
  const set = (ids: readonly string[], isChosen: boolean) => {
    const rest = [...chosen].filter((id) => !ids.includes(id))
    change(new Set(isChosen ? [...rest, ...ids] : rest))
  }
  const title = first?.section
    ? textOf(first.section)
    : first?.clause
      ? clauseText(first.clause)
      : t('province.outside')
  return (
    <Stack gap={1}>
      <CheckRow
        label={title}
        detail={t('province.part', { chosen: count, count: items.length })}
        checked={free.length > 0 && count === free.length}
        disabled={free.length === 0}
        onChange={(event) =>
          set(
            free.map(({ id }) => id),
            event.target.checked,
          )
        }
      />
      <Disclosure summary={t('province.each')}>
        <Stack gap={2}>
          {items.map((item) => (
            <CheckRow
              key={item.id}
              label={textOf(item.question)}
              detail={detailOf(item)}
              checked={chosen.has(item.id) && !taken.has(item.id)}
              disabled={taken.has(item.id)}
              onChange={(event) => set([item.id], event.target.checked)}
            />
          ))}
        </Stack>
      </Disclosure>
    </Stack>
  )

  function detailOf({ id, clause, lookAt }: FormItem): string {
    const words = [
      taken.has(id) ? t('province.isTaken') : '',
      clause === null ? '' : t('clause', { clause }),
      textOf(lookAt),
    ]
    return words.filter(Boolean).join(' · ')
  }
}
