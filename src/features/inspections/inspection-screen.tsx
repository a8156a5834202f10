// One inspection: for the team what is still to do on the spot, for the commune what was written about it and until when
// it has to be put right. The outline leads to one content at a time, which is how it is used on a phone.
import { RecordTrailLink } from '#features/record-trail-link.tsx'
import { feedId } from '#domain/change/feed.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { useNotedLook } from '#features/note-activity.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { InspectionGate, type InspectionRoute, type Loaded, placeName, readOnlyReason } from './inspection-gate.tsx'
import { MinutesRows } from './minutes-rows.tsx'
import { OutlineSection } from './outline-rows.tsx'
import { inspectionPath, INSPECTIONS_PATH } from './paths.ts'
import { RemedyRows } from './remedy-rows.tsx'
import { ShortcomingRows } from './shortcoming-rows.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

export const InspectionScreen = ({ unit, id, ...screen }: InspectionRoute) => (
  <InspectionGate {...{ screen, unit, id }}>{(loaded) => <Inspection key={id} {...loaded} />}</InspectionGate>
)

const Inspection = ({ screen, inspection }: Loaded) => {
  const { t, spanText } = useInspectionWords()
  const { unit, id, head, isSealed, minutes } = inspection
  useNotedLook(screen, 'inspection', unit, id)
  const reason = readOnlyReason(screen.person, inspection)
  return (
    <Stack gap={5}>
      <PageHeader
        title={placeName(screen, unit)}
        subtitle={`${t(`form.${head.form ?? 'none'}`)} · ${spanText(head)}`}
        back={{ href: INSPECTIONS_PATH, label: t('title') }}
        aside={<Tag tone={isSealed ? 'good' : 'act'}>{t(isSealed ? 'state.sealed' : 'state.working')}</Tag>}
      />
      {reason !== null && minutes.length === 0 && <Notice tone="note">{t(`readOnly.${reason}`)}</Notice>}
      <RemedyRows {...{ screen, inspection }} />
      <MinutesRows {...{ screen, inspection }} />
      <OutlineSection {...{ screen, inspection }} />
      <Section
        title={t('shortcoming.title')}
        {...(reason === null && {
          actions: (
            <ButtonLink icon="plus" href={inspectionPath(unit, id, 'shortcoming', 'new')}>
              {t('item.addShortcoming')}
            </ButtonLink>
          ),
        })}
      >
        <ShortcomingRows {...{ inspection }} shortcomings={inspection.shortcomings} />
      </Section>
      <Cluster>
        <ButtonLink icon="edit" href={inspectionPath(unit, id, 'sections')}>
          {t('sections.title')}
        </ButtonLink>
      </Cluster>
      <Head {...{ screen, inspection }} />
      <RecordTrailLink feed={feedId(unit, 'pub')} entity={id} />
    </Stack>
  )
}

const Head = ({ screen, inspection }: Loaded) => {
  const { t, dayText, spanText } = useInspectionWords()
  const { unit, id, head, location } = inspection
  const canEdit = readOnlyReason(screen.person, inspection) === null
  const people = (all: readonly { readonly name: string; readonly post: string }[]) => (
    <Stack gap={1}>
      {all.map(({ name, post }) => (
        <span key={`${name} ${post}`}>{[name, post].filter(Boolean).join(', ')}</span>
      ))}
      {all.length === 0 && <span>{t('sheet.nothing')}</span>}
    </Stack>
  )
  const decision =
    head.decisionNumber === ''
      ? t('head.noDecision')
      : t('head.decision', { number: head.decisionNumber, day: dayText(head.decidedOn) })
  return (
    <Card
      title={t('head.title')}
      {...(canEdit && {
        actions: (
          <ButtonLink icon="edit" href={inspectionPath(unit, id, 'head')}>
            {t('head.edit')}
          </ButtonLink>
        ),
      })}
    >
      <DefinitionList
        items={[
          { term: t('head.decisionNumber'), value: decision },
          { term: t('sheet.time'), value: spanText(head) },
          { term: t('head.place'), value: head.place || t('sheet.nothing') },
          { term: t('head.team'), value: people(head.team) },
          { term: t('head.hosts'), value: people(head.hosts) },
          { term: t('overview.location'), value: <LocationTag location={location} /> },
        ]}
      />
    </Card>
  )
}
