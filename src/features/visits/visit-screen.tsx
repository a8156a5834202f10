// Records a visit on the spot, without a network, beginning from what is known. What is typed is kept as a draft from the
// first letter; it becomes a record of the commune when the person says so, and can be corrected until it is sealed.
import { useSearchParams } from 'wouter'
import { feedId } from '#domain/change/feed.ts'
import { routeOn } from '#domain/field-visit/planned-visit.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { visitPath } from '#features/visit-path.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ChooseCommune } from './choose-commune.tsx'
import { VISITS_PATH } from './paths.ts'
import { useKnownLines } from './use-known-lines.ts'
import { useVisitWords } from './use-visit-words.ts'
import { VisitEditor } from './visit-editor.tsx'

export const VisitScreen = (screen: ScreenProps) => {
  const { person } = screen
  const { t } = useVisitWords()
  const [params] = useSearchParams()
  const place = person.communes.find(({ id }) => id === params.get('unit'))
  const visitId = params.get('visit')
  const mayVisit = person.communes.some(({ id }) => person.may('visit', feedId(id, 'pub')))
  return (
    <Measure>
      <PageHeader
        title={t(visitId === null ? 'new' : 'correctTitle')}
        {...(place !== undefined && { subtitle: place.name })}
        back={{ href: VISITS_PATH, label: t('title') }}
      />
      {!mayVisit && (
        <EmptyState
          icon="lock"
          title={t('role.title')}
          text={t('role.text')}
          action={<ButtonLink href={VISITS_PATH}>{t('toVisits')}</ButtonLink>}
        />
      )}
      {mayVisit && place === undefined && <ChooseCommune screen={screen} />}
      {mayVisit && place !== undefined && (
        <KnownVisit
          key={`${place.id} ${visitId ?? ''}`}
          screen={screen}
          unit={place.id}
          visitId={visitId}
          wantedPlan={params.get('planned')}
        />
      )}
    </Measure>
  )
}

type KnownVisitProps = {
  readonly screen: ScreenProps
  readonly unit: string
  readonly visitId: string | null
  readonly wantedPlan: string | null
}

const KnownVisit = ({ screen, unit, visitId, wantedPlan }: KnownVisitProps) => {
  const { store, today } = screen
  const { t } = useVisitWords()
  const loaded = useLive(async () => {
    const [page, row, planned] = await Promise.all([
      visitId === null ? null : store.visits.get(unit, visitId),
      store.communes.get(unit),
      store.visits.planned([unit]),
    ])
    const open = planned.filter((one) => one.visit === null)
    const plan = open.find(({ id }) => id === wantedPlan) ?? routeOn(open, today)[0] ?? null
    return { visit: page?.visit ?? null, stage: row?.summary?.currentStage ?? '', planned: plan?.id ?? null }
  }, [store, unit, visitId, wantedPlan, today])
  const known = useKnownLines(screen, unit)
  if (loaded === undefined || known === undefined) return <Skeleton label={t('common:loading')} count={6} />
  if (loaded.visit?.isSealed === true)
    return (
      <EmptyState
        icon="lock"
        title={t('sealed.title')}
        text={t('sealed.text')}
        action={<ButtonLink href={visitPath(unit, loaded.visit.id)}>{t('sealed.see')}</ButtonLink>}
      />
    )
  return <VisitEditor {...{ screen, unit, known }} {...loaded} />
}
