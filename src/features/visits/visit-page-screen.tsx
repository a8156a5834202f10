// One visit: while it is open what was written, the tasks given, forms of the province, the photos and what its record still lacks; once it is
// sealed the paper both sides sign. A further record follows where there is more to say (VIS-14).
import type { VisitPage } from '#data/contract/visit-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { useNotedLook } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { FormPhotos } from './form-photos.tsx'
import { VISITS_PATH } from './paths.ts'
import { SealVisit } from './seal-visit.tsx'
import { SealedRecord } from './sealed-record.tsx'
import { useVisitForms } from './use-visit-forms.ts'
import { useVisitWords } from './use-visit-words.ts'
import { VisitForms } from './visit-forms.tsx'
import { VisitSummary } from './visit-summary.tsx'
import { VisitTasks } from './visit-tasks.tsx'

type VisitPageScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const VisitPageScreen = ({ unit, id, ...screen }: VisitPageScreenProps) => {
  const { t } = useVisitWords()
  const { store } = screen
  const page = useLive(() => store.visits.get(unit, id), [store, unit, id])
  const back = { href: VISITS_PATH, label: t('title') }
  useNotedLook(screen, 'visit-record', unit, page?.visit.isSealed === true ? page.records.at(-1)?.id : undefined)
  if (page === undefined)
    return (
      <>
        <PageHeader title={t('page.loading')} back={back} />
        <Skeleton label={t('common:loading')} shape="cards" count={2} />
      </>
    )
  if (page === null)
    return (
      <>
        <PageHeader title={t('page.unknown')} back={back} />
        <EmptyState
          icon="pin"
          title={t('page.unknown')}
          text={t('page.unknownText')}
          action={<ButtonLink href={VISITS_PATH}>{t('toVisits')}</ButtonLink>}
        />
      </>
    )
  return <OneVisit screen={screen} page={page} />
}

type OneVisitProps = { readonly screen: ScreenProps; readonly page: VisitPage }

const OneVisit = ({ screen, page }: OneVisitProps) => {
  const { t } = useVisitWords()
  const { visit, records } = page
  const { store, person, platform } = screen
  const commune = person.communes.find(({ id }) => id === visit.unit)?.name ?? visit.unit
  const feed = feedId(visit.unit, 'pub')
  const mayWrite = person.may('visit', feed)
  const mayFill = !visit.isSealed && person.may('filling', feed) && person.may('filling-answer', feed)
  const forms = useVisitForms(screen, visit)
  const record = visit.isSealed ? records.at(-1) : undefined
  return (
    <Stack gap={5}>
      <FrameTitle title={t('page.title', { day: visit.on.text })} subtitle={commune} />
      {record === undefined ? (
        <>
          <PageHeader
            title={t('page.title', { day: visit.on.text })}
            subtitle={commune}
            back={{ href: VISITS_PATH, label: t('title') }}
          />
          <VisitSummary {...{ visit, mayWrite }} />
        </>
      ) : (
        <SealedRecord {...{ screen, record, commune, mayWrite }} earlier={records.slice(0, -1)} />
      )}
      <ScreenOnly>
        <Stack gap={5}>
          <VisitTasks {...{ screen, page }} />
          {record === undefined && forms && <VisitForms {...{ screen, visit, forms }} mayFill={mayFill} />}
          {record !== undefined && <FormPhotos screen={screen} forms={record.content.forms ?? []} />}
          <Section title={t('photos.title')} detail={t('photos.detail')}>
            <EvidenceStrip
              {...{ feed, store, platform }}
              of={visit.id}
              canEdit={record === undefined && mayWrite && person.may('evidence', feed)}
              label={t('photos.title')}
            />
          </Section>
          {record === undefined && mayWrite && <SealVisit {...{ screen, visit }} ofForms={forms?.problems ?? []} />}
        </Stack>
      </ScreenOnly>
    </Stack>
  )
}
