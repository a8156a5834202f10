// Every corrective action request of the own commune, or of all communes in scope: what is open by its day first.
import { useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { CorrectiveView, UnrequestedFinding } from '#data/contract/corrective-contract.ts'
import { isOpeningLate } from '#domain/corrective-action/due.ts'
import { feedId } from '#domain/change/feed.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { CORRECTIVE_PATH, correctivePath, newCorrectivePath } from '#features/corrective-paths.ts'
import { CorrectiveTags, useCorrectiveWords } from '#features/corrective-words.tsx'
import { InheritedSection } from '#features/inherited-section.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { CorrectiveFilters } from './corrective-filters.tsx'
import { UnrequestedSection } from './unrequested-section.tsx'
import { filterCorrective, readCorrectiveQuery } from './corrective-list.ts'

/** Fifty communes over years: they come a screenful at a time. */
const PAGE = 30

export const CorrectiveActionsScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useCorrectiveWords()
  const back = useBackToMore(person)
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const read = useLive(async () => {
    const [views, findings] = await Promise.all([store.corrective.list(units), store.corrective.unrequested(units)])
    return { views, findings }
  }, [store, units])
  const views = read?.views
  const mayOpen = units.some((unit) => person.may('corrective-action', feedId(unit, 'pub')))
  const begin = (
    <ButtonLink kind="main" icon="plus" href={newCorrectivePath()}>
      {t('begin')}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={person.place.name}
        back={back}
        {...(mayOpen && views !== undefined && views.length > 0 && { actions: begin })}
      />
      {views === undefined && <Skeleton label={t('common:loading')} shape="rows" count={6} />}
      {read && <Unrequested findings={read.findings} screen={screen} />}
      {views?.length === 0 && (
        <EmptyState
          icon="wrench"
          title={t('empty.title')}
          text={t(person.workplace === 'commune' ? 'empty.own' : 'empty.followed')}
          {...(mayOpen && { action: begin })}
        />
      )}
      {views !== undefined && views.length > 0 && <CorrectiveList views={views} screen={screen} />}
      <InheritedSection screen={screen} kind="corrective-action" />
    </>
  )
}

type UnrequestedProps = { readonly findings: readonly UnrequestedFinding[]; readonly screen: ScreenProps }

/** Above the requests that are open, late or all of them; of the others they are no part. */
const Unrequested = ({ findings, screen }: UnrequestedProps) => {
  const [params] = useSearchParams()
  const { show, state, unit } = readCorrectiveQuery(params)
  if (state !== null || show === 'effect' || show === 'ended') return null
  const shown = findings.filter(
    (finding) => (unit === null || finding.unit === unit) && (show !== 'late' || isOpeningLate(finding, screen.today)),
  )
  return <UnrequestedSection findings={shown} screen={screen} />
}

type CorrectiveListProps = { readonly views: readonly CorrectiveView[]; readonly screen: ScreenProps }

const CorrectiveList = ({ views, screen: { person, today } }: CorrectiveListProps) => {
  const { t } = useCorrectiveWords()
  const [params] = useSearchParams()
  const [count, setCount] = useState(PAGE)
  const query = readCorrectiveQuery(params)
  const found = filterCorrective(views, query, today)
  return (
    <Stack gap={5}>
      <CorrectiveFilters {...{ views, query, today }} communes={person.communes} found={found.length} />
      {found.length === 0 ? (
        <EmptyState
          icon="search"
          title={t('nothing.title')}
          text={t('nothing.text')}
          action={<ButtonLink href={`${CORRECTIVE_PATH}?show=all`}>{t('nothing.all')}</ButtonLink>}
        />
      ) : (
        <CorrectiveRows views={found.slice(0, count)} {...{ person, today }} />
      )}
      {found.length > count && (
        <Button onClick={() => setCount(count + PAGE)}>{t('more', { count: found.length - count })}</Button>
      )}
    </Stack>
  )
}

const CorrectiveRows = ({
  views,
  person,
  today,
}: { readonly views: readonly CorrectiveView[] } & Pick<ScreenProps, 'person' | 'today'>) => {
  const words = useCorrectiveWords()
  const nameOf = (unit: string): string =>
    person.workplace === 'commune' ? '' : (person.communes.find(({ id }) => id === unit)?.name ?? unit)
  return (
    <Rows label={words.t('title')}>
      {views.map((view) => (
        <Row
          key={`${view.unit} ${view.id}`}
          title={view.description}
          detail={[nameOf(view.unit), words.numberText(view), view.department, words.dueText(view, today)]
            .filter(Boolean)
            .join(' · ')}
          trailing={<CorrectiveTags view={view} today={today} />}
          href={correctivePath(view.unit, view.id)}
          cue={words.t('common:open')}
        />
      ))}
    </Rows>
  )
}
