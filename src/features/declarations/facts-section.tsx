// What a declaration rested on when it was made, as it stood that day.
import type { DeclarationFacts } from '#domain/declaration/declaration-blocks.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Section } from '#ui/section.tsx'

export const FactsSection = ({ facts }: { readonly facts: DeclarationFacts }) => {
  const { t, formats } = useDeclarationWords()
  const { openMajor, auditsConcludedOn, reviewsHeldOn, trialFrom, trialTo, blockingQuestions } = facts
  const daysText = (days: readonly LocalDate[]): string =>
    days.length === 0 ? t('facts.none') : formats.list(days.map((day) => formats.day(day)))
  const trialText = (): string => {
    if (trialFrom === null) return t('facts.none')
    const from = formats.day(trialFrom)
    return trialTo === null ? t('facts.trialFrom', { from }) : t('facts.trialBoth', { from, to: formats.day(trialTo) })
  }
  return (
    <Section title={t('facts.title')}>
      <DefinitionList
        items={[
          { term: t('facts.openMajor'), value: formats.number(openMajor) },
          { term: t('facts.audits'), value: daysText(auditsConcludedOn) },
          { term: t('facts.reviews'), value: daysText(reviewsHeldOn) },
          { term: t('facts.trial'), value: trialText() },
          {
            term: t('facts.questions'),
            value: blockingQuestions === null ? t('facts.none') : formats.number(blockingQuestions),
          },
        ]}
      />
    </Section>
  )
}
