// The last step before both sides sign: what the record still lacks, in words, and the seal that cannot be taken back.
import type { VisitView } from '#data/contract/visit-contract.ts'
import { recordProblems } from '#domain/field-visit/visit-record.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { SealGate } from '#features/seal-gate.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { editVisitPath } from './paths.ts'
import { useVisitWords } from './use-visit-words.ts'

type SealVisitProps = {
  readonly screen: ScreenProps
  readonly visit: VisitView
  /** What forms that were begun at the visit still lack. */
  readonly ofForms: readonly Problem[]
}

export const SealVisit = ({ screen: { store, today }, visit, ofForms }: SealVisitProps) => {
  const { t } = useVisitWords()
  const { language } = useText('visits')
  const own = recordProblems(visit, today)
  const correct = own.length > 0 && (
    <ButtonLink icon="edit" href={editVisitPath(visit.unit, visit.id)}>
      {t('correct')}
    </ButtonLink>
  )
  return (
    <Section title={t('seal.title')} detail={t('seal.detail')}>
      <SealGate
        t={t}
        problems={[...own, ...ofForms]}
        {...(correct && { correct })}
        seal={() => store.visits.seal(visit.unit, visit.id, language)}
      />
    </Section>
  )
}
