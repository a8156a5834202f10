// One shortcoming: written and changed by the team until the minutes name it, read by everybody after that. A day that
// no calendar has keeps its text and asks.
import { useSearchParams } from 'wouter'
import { feedId } from '#domain/change/feed.ts'
import { itemIn, programOutline } from '#domain/inspection/inspection-outline.ts'
import type { Shortcoming } from '#domain/inspection/shortcoming.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import {
  InspectionGate,
  type InspectionRoute,
  type Loaded,
  Missing,
  placeName,
  readOnlyReason,
} from './inspection-gate.tsx'
import { inspectionPath } from './paths.ts'
import { ShortcomingForm } from './shortcoming-form.tsx'
import { toneByGrade, useInspectionWords } from './use-inspection-words.ts'

type ShortcomingRoute = InspectionRoute & { readonly shortcoming: string }

const blank = (item: string | null): Omit<Shortcoming, 'id'> => ({
  item,
  facts: '',
  basis: '',
  grade: null,
  dueOn: null,
})

export const ShortcomingScreen = ({ unit, id, shortcoming, ...screen }: ShortcomingRoute) => (
  <InspectionGate {...{ screen, unit, id }}>{(loaded) => <Found {...loaded} wanted={shortcoming} />}</InspectionGate>
)

const Found = ({ screen, inspection, wanted }: Loaded & { readonly wanted: string }) => {
  const { t } = useInspectionWords()
  const [params] = useSearchParams()
  const { unit, id, shortcomings, sealed } = inspection
  const known = shortcomings.find((one) => one.id === wanted) ?? sealed.find((one) => one.id === wanted)
  const isNew = wanted === 'new'
  const reason = sealed.some((one) => one.id === wanted) ? 'named' : readOnlyReason(screen.person, inspection)
  if (!isNew && known === undefined) return <Missing title={t('missing.record')} />
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t(isNew ? 'shortcoming.new' : 'shortcoming.one')}
          subtitle={placeName(screen, unit)}
          back={{ href: inspectionPath(unit, id), label: t('outline.toOverview') }}
        />
        {reason === 'named' && <Notice tone="note">{t('shortcoming.sealed')}</Notice>}
        {reason !== null && reason !== 'named' && <Notice tone="note">{t(`readOnly.${reason}`)}</Notice>}
        {reason === null && (
          <ShortcomingForm
            key={wanted}
            {...{ screen, inspection }}
            known={known ?? null}
            initial={known ?? blank(itemIn(inspection.outline ?? programOutline, params.get('item'))?.id ?? null)}
          />
        )}
        {reason !== null && known && <ReadShortcoming {...{ inspection, known }} />}
        {known === undefined ? (
          <p>{t('shortcoming.photosAfter')}</p>
        ) : (
          <Section title={t('item.evidence')}>
            <EvidenceStrip
              feed={feedId(unit, 'pub')}
              of={known.id}
              store={screen.store}
              platform={screen.platform}
              canEdit={reason === null}
              takesFiles
              label={t('item.evidence')}
            />
          </Section>
        )}
      </Stack>
    </Measure>
  )
}

type ReadShortcomingProps = Pick<Loaded, 'inspection'> & { readonly known: Shortcoming }

const ReadShortcoming = ({ inspection, known }: ReadShortcomingProps) => {
  const { t, dayText } = useInspectionWords()
  const { grade, facts, basis, dueOn, id } = known
  const corrective = inspection.correctives[id]
  return (
    <Stack gap={4}>
      <DefinitionList
        items={[
          {
            term: t('shortcoming.grade'),
            value: <Tag tone={grade === null ? 'idle' : toneByGrade[grade]}>{t(`grade.${grade ?? 'none'}`)}</Tag>,
          },
          { term: t('shortcoming.facts'), value: facts },
          { term: t('shortcoming.basis'), value: basis },
          { term: t('shortcoming.dueOn'), value: dueOn === null ? t('shortcoming.noDue') : dayText(dueOn) },
        ]}
      />
      {corrective && (
        <Cluster>
          <ButtonLink icon="wrench" href={`/corrective-actions/${inspection.unit}/${corrective.id}`}>
            {t('remedy.corrective', { number: corrective.number, state: t(`caState.${corrective.state}`) })}
          </ButtonLink>
        </Cluster>
      )}
    </Stack>
  )
}
