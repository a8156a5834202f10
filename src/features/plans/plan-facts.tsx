// What the paper says, as it says it. A day that no calendar has stays in the words of the paper and is flagged.
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import { type Plan, visitEveryDaysOf } from '#domain/pilot/plan.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { usePlanWords } from './use-plan-words.ts'

export const PlanFacts = ({ plan }: { readonly plan: Plan }) => {
  const { t, formats, textOf, editionText } = usePlanWords()
  return (
    <DefinitionList
      items={[
        { term: t('date'), value: <WrittenDay date={plan.date} /> },
        { term: t('issuer'), value: textOf(plan.issuer) },
        ...(plan.legalBasis.length > 0 ? [{ term: t('basis'), value: plan.legalBasis.join('; ') }] : []),
        { term: t('edition'), value: editionText(plan.edition) },
        { term: t('modeLabel'), value: t(`mode.${plan.mode}`) },
        { term: t('start'), value: formats.day(plan.start) },
        { term: t('end'), value: <WrittenDay date={plan.end} /> },
        { term: t('visitEvery'), value: t('visitEveryDays', { count: visitEveryDaysOf(plan) }) },
      ]}
    />
  )
}

const WrittenDay = ({ date }: { readonly date: WrittenDate }) => {
  const { t } = usePlanWords()
  if (date.date !== null) return date.text
  return (
    <Cluster gap={2}>
      {date.text} <Tag tone="warn">{t('noSuchDay')}</Tag>
    </Cluster>
  )
}
