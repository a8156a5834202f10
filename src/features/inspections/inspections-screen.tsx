// Every inspection in view, newest first: what is being written, what was sealed, and whether the remedy report came.
import { useMemo } from 'react'
import type { InspectionListItem } from '#data/contract/inspection-contract.ts'
import { compileInspections, type FollowedInspection } from '#domain/inspection/compilation.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { LocationTag } from '#features/location-tag.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { mayInspect, placeName } from './inspection-gate.tsx'
import { COMPILED_PATH, inspectionPath, NEW_INSPECTION_PATH } from './paths.ts'
import { toneByReport, useInspectionWords } from './use-inspection-words.ts'

export const InspectionsScreen = (screen: ScreenProps) => {
  const { store, person, today } = screen
  const { t } = useInspectionWords()
  const back = useBackToMore(person, 'province')
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const listed = useLive(() => store.inspections.list(units), [store, units])
  const records = useLive(() => store.inspections.records(units), [store, units])
  const mayBegin = units.some((unit) => mayInspect(person, unit))
  const begin = mayBegin && (
    <ButtonLink kind="main" icon="plus" href={NEW_INSPECTION_PATH}>
      {t('new.button')}
    </ButtonLink>
  )
  const followed = new Map(compileInspections(records ?? [], today).rows.map((row) => [row.inspection, row]))
  return (
    <Stack gap={5}>
      <PageHeader title={t('title')} subtitle={t('subtitle')} back={back} actions={begin} />
      {(listed === undefined || records === undefined) && (
        <Skeleton label={t('common:loading')} shape="rows" count={5} />
      )}
      {listed?.length === 0 && (
        <EmptyState
          icon="search"
          title={t('empty.title')}
          text={t(mayBegin ? 'empty.textTeam' : 'empty.textCommune')}
          {...(begin && { action: begin })}
        />
      )}
      {listed !== undefined && records !== undefined && listed.length > 0 && (
        <>
          <Rows label={t('title')}>
            {listed.map((item) => (
              <InspectionRow key={item.id} {...{ screen, item }} followed={followed.get(item.id)} />
            ))}
          </Rows>
          {person.workplace !== 'commune' && (
            <Cluster>
              <ButtonLink icon="chart" href={COMPILED_PATH}>
                {t('compiled.link')}
              </ButtonLink>
            </Cluster>
          )}
        </>
      )}
    </Stack>
  )
}

type InspectionRowProps = {
  readonly screen: ScreenProps
  readonly item: InspectionListItem
  readonly followed: FollowedInspection | undefined
}

const InspectionRow = ({ screen, item: { id, unit, head, isSealed, location }, followed }: InspectionRowProps) => {
  const { t, spanText, countsText } = useInspectionWords()
  const details = [spanText(head), t(`form.${head.form ?? 'none'}`), followed && countsText(followed.counts)]
  return (
    <Row
      title={placeName(screen, unit)}
      detail={details.filter(Boolean).join(' · ')}
      trailing={
        <Cluster gap={2}>
          {!isSealed && <Tag tone="act">{t('state.working')}</Tag>}
          {isSealed && !followed && <Tag tone="good">{t('state.sealed')}</Tag>}
          {followed && <Tag tone={toneByReport[followed.report]}>{t(`report.${followed.report}`)}</Tag>}
          <LocationTag location={location} />
        </Cluster>
      }
      href={inspectionPath(unit, id)}
      cue={t('common:open')}
    />
  )
}
