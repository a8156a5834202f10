// The screen an address leads to, inside the frame of the person at work.
import { type ReactNode, Suspense, use, useMemo } from 'react'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Person, ScreenProps } from '#features/screen-props.ts'
import { fetchTable, todayRoute } from '#app/routes-ahead.ts'
import type { Query } from '#app/screen-route.ts'
import type { OpenSession } from '#app/session/open-session.ts'
import { browserClock } from '#app/platform/browser-kernel.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
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

export const Screens = ({ path, ...shown }: ScreensProps) => {
  const { t } = useText('common')
  // Keyed by the address: otherwise React keeps the old screen hidden until the new one has arrived, and whoever looks
  // for the new heading finds the old one.
  return (
    <ErrorBoundary resetKey={path}>
      <Suspense key={path} fallback={<Skeleton label={t('loading')} shape="cards" count={2} />}>
        <ScreenAt path={path} {...shown} />
      </Suspense>
    </ErrorBoundary>
  )
}

const ScreenAt = ({ session, person, today, path, search }: ScreensProps) => {
  const query: Query = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search])
  const { store, platform, sync } = session
  const screen: ScreenProps = useMemo(
    () => ({ store, person, platform, sync, clock: browserClock, today }),
    [store, person, platform, sync, today],
  )
  const found = path === '/' ? { route: todayRoute, params: {} } : use(fetchTable()).screenOf(path, person)
  if (!found) return <NotFound />
  const { Screen } = found.route
  const shown = <Screen {...screen} {...found.params} query={query} />
  return isFirstOfCommune(path, person) ? shown : <OnWholeStore whole={session.whole()}>{shown}</OnWholeStore>
}

/** Reads only what is at hand from the start; every other screen may read anything. */
const isFirstOfCommune = (path: string, person: Person): boolean => path === '/' && person.workplace === 'commune'

type OnWholeStoreProps = { readonly whole: Promise<void>; readonly children: ReactNode }

/** A live query must not wait for code to arrive: Dexie then loses the transaction it reads in. So the screen waits. */
const OnWholeStore = ({ whole, children }: OnWholeStoreProps) => {
  use(whole)
  return children
}

const NotFound = () => {
  const { t } = useText('common')
  return (
    <Measure>
      <Stack>
        <PageHeader title={t('notFound.title')} />
        <p>{t('notFound.text')}</p>
        <ButtonLink kind="main" href="/" icon="home">
          {t('home')}
        </ButtonLink>
      </Stack>
    </Measure>
  )
}
