// How a review, its inputs and what was gathered for them are said.
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { GatheredLine } from '#domain/management-review/gathering.ts'
import type { ReviewInputId } from '#domain/management-review/review-input.ts'
import { editionById } from '#domain/standard/edition.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export function useReviewOfLeadersWords() {
  const { t, language } = useText('management-review')
  const formats = useFormats()
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  const said: Readonly<Record<string, (value: string) => string>> = {
    on: (value) => formats.day(value as LocalDate),
    mean: (value) => formats.number(Number(value), 1),
    before: (value) => formats.number(Number(value), 1),
    reason: (value) => textOf(lateReasons.find(({ id }) => id === value)?.name ?? { vi: value, en: value }),
    declared: (value) => textOf(editionById(value)?.label ?? { vi: value, en: value }),
    planned: (value) => textOf(editionById(value)?.label ?? { vi: value, en: value }),
  }
  return {
    t,
    formats,
    nameOf: ({ number, on }: { readonly number: number; readonly on: string }): string =>
      t('name', { number, year: on.slice(0, 4) }),
    inputTitle: (id: ReviewInputId): string => t(`input.${id}.title`),
    lineText: ({ key, params }: GatheredLine): string =>
      t(
        `gathered.${key}`,
        Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said[name]?.(String(value)) ?? value])),
      ),
  }
}

export type ReviewOfLeadersWords = ReturnType<typeof useReviewOfLeadersWords>
