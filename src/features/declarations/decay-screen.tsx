// Communes whose system may live on paper only, with the reasons; for a commune the same about itself, with where to begin.
import type { DecayView } from '#data/contract/declaration-contract.ts'
import type { LifeSign } from '#domain/declaration/decay.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { useDeclarationWords } from '#features/declaration-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

const pathOf: Readonly<Record<LifeSign, string>> = {
  audit: '/internal-audit',
  review: '/management-review',
  record: '/progress',
  report: '/self-assessment',
}

export const DecayScreen = ({ store, person }: ScreenProps) => {
  const { t } = useDeclarationWords()
  const back = useBackToMore(person, 'commune')
  const units = person.communes.map(({ id }) => id)
  const decay = useLive(() => store.declarations.decay(units), [store, units.join(' ')])
  const isCommune = person.workplace === 'commune'
  const atRisk = (decay ?? []).filter(({ reasons }) => reasons.length > 0)
  return (
    <Measure>
      <PageHeader title={t('decay.title')} subtitle={t('decay.subtitle')} back={back} />
      {decay === undefined && <Skeleton label={t('loading')} shape="rows" count={4} />}
      {decay !== undefined && atRisk.length === 0 && (
        <EmptyState
          icon="check"
          title={t('decay.allWell')}
          text={t(isCommune ? 'decay.allWellOwn' : 'decay.allWellText')}
        />
      )}
      <Stack gap={4}>
        {isCommune ? <OwnReasons atRisk={atRisk} /> : <Communes atRisk={atRisk} person={person} />}
        <p>{t('decay.how')}</p>
      </Stack>
    </Measure>
  )
}

type AtRiskProps = { readonly atRisk: readonly DecayView[] }

const OwnReasons = ({ atRisk }: AtRiskProps) => {
  const { t, decayText } = useDeclarationWords()
  const reasons = atRisk[0]?.reasons ?? []
  if (reasons.length === 0) return null
  return (
    <Rows label={t('decay.title')}>
      {reasons.map((reason) => (
        <Row
          key={reason.sign}
          mark={<Mark tone="warn" icon="alert" />}
          title={decayText(reason)}
          href={pathOf[reason.sign]}
          cue={t(`decay.todo.${reason.sign}`)}
        />
      ))}
    </Rows>
  )
}

/** The most reasons first, then by name. */
const Communes = ({ atRisk, person }: AtRiskProps & Pick<ScreenProps, 'person'>) => {
  const { t, decayText } = useDeclarationWords()
  const nameOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  if (atRisk.length === 0) return null
  const sorted = atRisk.toSorted(
    (a, b) => b.reasons.length - a.reasons.length || nameOf(a.unit).localeCompare(nameOf(b.unit), 'vi'),
  )
  return (
    <Rows label={t('decay.title')}>
      {sorted.map(({ unit, reasons }) => (
        <Row
          key={unit}
          mark={<Mark tone="warn" icon="alert" />}
          title={nameOf(unit)}
          detail={reasons.map(decayText).join(' · ')}
          href={`/communes/${unit}`}
          cue={t('open')}
        />
      ))}
    </Rows>
  )
}
