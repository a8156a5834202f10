// The whole app by the state of its session: opening, nobody, somebody, or data that cannot be opened.
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { AppControlsProvider } from '#ui/app-controls.tsx'
import { LinkProvider } from '#ui/link.tsx'
import { BlockedPage } from './frame/blocked-page.tsx'
import { ErrorBoundary } from './frame/error-boundary.tsx'
import { Workplace } from './frame/workplace.tsx'
import type { AppUpdate } from './pwa/app-update.ts'
import { fetchedAhead } from './screen-route.ts'
import type { AppSession, AppState } from './session/app-session.ts'
import type { OpenSession } from './session/open-session.ts'
import { useControls } from './use-controls.ts'

const SignInPage = lazy(async () => ({ default: (await import('./frame/sign-in-page.tsx')).SignInPage }))
const RehearsalPage = lazy(async () => ({ default: (await import('./rehearsal/rehearsal-page.tsx')).RehearsalPage }))
const SilencePage = lazy(async () => ({ default: (await import('./lock/silence.tsx')).SilencePage }))
const SilenceWarning = lazy(async () => ({ default: (await import('./lock/silence.tsx')).SilenceWarning }))
const FirstSync = lazy(async () => ({ default: (await import('./frame/first-sync.tsx')).FirstSync }))

/** Of a store with a PIN: the first screen of every start. */
export const lockScreen = {
  words: 'lock',
  ...fetchedAhead(async () => (await import('./lock/lock-page.tsx')).LockPage),
}

type AppProps = { readonly app: AppSession; readonly update: AppUpdate }

export const App = ({ app, update }: AppProps) => {
  const [path, navigate] = useLocation()
  const state = useSyncExternalStore(app.subscribe, app.state)
  return (
    <LinkProvider navigate={navigate}>
      <ErrorBoundary resetKey={path} isWholePage>
        <Suspense fallback={null}>
          <AtState state={state} app={app} update={update} />
        </Suspense>
      </ErrorBoundary>
    </LinkProvider>
  )
}

const AtState = ({ state, app, update }: AppProps & { readonly state: AppState }) => {
  const [path, navigate] = useLocation()
  // Whoever came by a link to a screen stays there.
  const leaveSignIn = useCallback(
    () => location.pathname === '/sign-in' && navigate('/', { replace: true }),
    [navigate],
  )
  switch (state.at) {
    case 'starting':
      return null
    case 'blocked':
      return <BlockedPage problem={state.problem} beginAnew={() => void app.beginAnew()} />
    case 'signed-out':
      return <SignInPage app={app} people={state.people} onSignedIn={leaveSignIn} />
    case 'locked':
      return <lockScreen.Screen key={state.person.storeId} app={app} person={state.person} people={state.people} />
    case 'open':
      if (state.session.isRehearsal) return <RehearsalPage session={state.session} app={app} />
      return path === '/sign-in' ? (
        <SignInPage
          app={app}
          people={state.people}
          again={{ username: state.session.person.username }}
          onSignedIn={leaveSignIn}
        />
      ) : (
        <AtWork state={state} app={app} update={update} />
      )
  }
}

type AtWorkProps = AppProps & { readonly state: Extract<AppState, { at: 'open' }> }

const AtWork = ({ state, app, update }: AtWorkProps) => {
  const { session, people, isFirst } = state
  const controls = useControls(app, people, session.person.storeId)
  const leave = useMemo(() => () => void app.leave(), [app])
  const days = useSilence(session)
  const workplace = <Workplace key={session.person.storeId} session={session} update={update} leave={leave} />
  return (
    <AppControlsProvider controls={controls}>
      {days !== null && days > 0 && <SilenceWarning days={days} />}
      {days !== null && days <= 0 ? (
        <SilencePage session={session} />
      ) : isFirst ? (
        <FirstSync session={session}>{workplace}</FirstSync>
      ) : (
        workplace
      )}
    </AppControlsProvider>
  )
}

/** Looked at once the first screen stands; what is sealed is not shown before. */
function useSilence({ store, person }: OpenSession): number | null {
  const [days, setDays] = useState<number | null>(null)
  useEffect(() => {
    let stop: (() => void) | undefined
    const watch = async () => {
      stop = (await import('./lock/silence-watch.ts')).watchSilence(store, setDays)
    }
    const timer = setTimeout(() => void watch(), person.hasPin ? 0 : 3000)
    return () => {
      clearTimeout(timer)
      stop?.()
    }
  }, [store, person])
  return days
}
