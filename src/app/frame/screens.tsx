// The screen an address leads to, inside the frame of the person at work.
import { Suspense, useMemo } from 'react'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Person, ScreenProps } from '#features/screen-props.ts'
import { findRoute, type Query } from '#app/route.ts'
import { routes } from '#app/routes.tsx'
import type { OpenSession } from '#app/session/open-session.ts'
import { browserClock } from '#app/platform/browser-kernel.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ErrorBoundary } from './error-boundary.tsx'

type ScreensProps = {
  readonly session: OpenSession
  readonly person: Person
  readonly today: LocalDate
  readonly path: string
  readonly search: string
}

export const Screens = ({ session, person, today, path, search }: ScreensProps) => {
  const { t } = useText('common')
  const query: Query = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search])
  const { store, platform, sync } = session
  const screen: ScreenProps = useMemo(
    () => ({ store, person, platform, sync, clock: browserClock, today }),
    [store, person, platform, sync, today],
  )
  const found = findRoute(routes, path)
  const isMine = found && (found.route.workplaces?.includes(person.workplace) ?? true)
  if (!found || !isMine) return <NotFound />
  const { Screen } = found.route
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense fallback={<Skeleton label={t('loading')} shape="cards" count={2} />}>
        <Screen key={path} {...screen} {...found.params} query={query} />
      </Suspense>
    </ErrorBoundary>
  )
}

const NotFound = () => {
  const { t } = useText('common')
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        icon="search"
        title={t('notFound.title')}
        text={t('notFound.text')}
        action={
          <ButtonLink kind="main" href="/" icon="home">
            {t('home')}
          </ButtonLink>
        }
      />
    </>
  )
}
