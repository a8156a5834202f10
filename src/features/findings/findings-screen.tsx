// Everything internal audits found and reported, over all communes the person follows, or in their own: what is overdue
// first. A finding opens where it is read in full.
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { useBackToMore } from '#features/back-to-more.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { FindingFigures } from './finding-figures.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { filterFindings, type PublishedFinding, readFindingQuery, sortFindings } from './finding-list.ts'
import { FindingRows } from './finding-rows.tsx'

export const FINDINGS_PATH = '/findings'

export const FindingsScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useText('findings')
  const back = useBackToMore(person, 'monitor')
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const findings = useLive(() => store.audits.publishedFindings(units), [store, units])
  return (
    <>
      <PageHeader title={t('title')} subtitle={person.place.name} back={back} />
      {findings === undefined && <Skeleton label={t('common:loading')} shape="rows" count={6} />}
      {findings?.length === 0 && <NoFindings screen={screen} />}
      {findings !== undefined && findings.length > 0 && <FindingList findings={findings} screen={screen} />}
    </>
  )
}

const NoFindings = ({ screen: { person } }: { readonly screen: ScreenProps }) => {
  const { t } = useText('findings')
  const isCommune = person.workplace === 'commune'
  const action = <ButtonLink href="/internal-audit">{t('empty.toAudits')}</ButtonLink>
  return (
    <EmptyState
      icon="audit-lens"
      title={t('empty.title')}
      text={t(isCommune ? 'empty.own' : 'empty.followed')}
      {...(isCommune && { action })}
    />
  )
}

type FindingListProps = { readonly findings: readonly PublishedFinding[]; readonly screen: ScreenProps }

const FindingList = ({ findings, screen: { person, today } }: FindingListProps) => {
  const { t } = useText('findings')
  const [params] = useSearchParams()
  const query = readFindingQuery(params)
  const shown = sortFindings(filterFindings(findings, query, today), today)
  return (
    <Stack gap={5}>
      <FindingFigures findings={findings} today={today} />
      <FindingFilters findings={findings} communes={person.communes} query={query} found={shown.length} />
      {shown.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('nothingFound.title')}
          text={t('nothingFound.text')}
          action={<ButtonLink href={FINDINGS_PATH}>{t('filters.clear')}</ButtonLink>}
        />
      ) : (
        <FindingRows findings={shown} person={person} today={today} />
      )}
      <p>{t('closingLater')}</p>
    </Stack>
  )
}
