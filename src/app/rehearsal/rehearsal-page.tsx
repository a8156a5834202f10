// The rehearsal commune as a workplace of its own: the same screens as the real one, below a banner that says what it is
// on every screen and every printed page, with the way out one press away (DAY-19).
import { useCallback, useEffect, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { AppShell } from '#app/frame/app-shell.tsx'
import { useFocusOnArrival, useTitleOfHeading } from '#app/frame/screen-arrival.ts'
import { Screens } from '#app/frame/screens.tsx'
import { useScrollMemory } from '#app/frame/scroll-memory.ts'
import { useToday } from '#app/frame/use-now.ts'
import { browserClock } from '#app/platform/browser-kernel.ts'
import type { AppSession } from '#app/session/app-session.ts'
import type { OpenSession } from '#app/session/open-session.ts'
import { personOf } from '#app/session/person.ts'
import { useControls } from '#app/use-controls.ts'
import { type AppControls, AppControlsProvider } from '#ui/app-controls.tsx'
import { FrameSlotsProvider } from '#ui/frame-slots.tsx'
import { SyncChip } from '#ui/sync-chip.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ToastProvider } from '#ui/toast-provider.tsx'
import { needsEndpoint } from './needs-endpoint.ts'
import { removeRehearsal } from './open-rehearsal.ts'
import { beginRehearsal, leaveRehearsal } from './rehearsal-doors.ts'
import { NotInRehearsal, RehearsalBanner } from './rehearsal-banner.tsx'

type RehearsalPageProps = { readonly session: OpenSession; readonly app: AppSession }

export const RehearsalPage = ({ session, app }: RehearsalPageProps) => {
  const { t } = useText('rehearsal')
  const [path, navigate] = useLocation()
  const search = useSearch()
  const today = useToday(browserClock)
  const { store } = session
  const person = useMemo(() => personOf(store.identity, today), [store, today])
  const controls = useRehearsalControls(app, session)
  useTitleOfHeading(useCallback((screen: string) => t('pageTitle', { screen }), [t]))
  useFocusOnArrival(path)
  useScrollMemory(path)
  // A link of before may have led to the way in.
  useEffect(() => {
    if (path === '/sign-in') navigate('/', { replace: true })
  }, [path, navigate])
  if (person === undefined) return null
  const chip = <SyncChip tone="warn" icon="edit" title={t('chip')} detail={t('chipDetail')} href="/rehearsal" />
  return (
    <AppControlsProvider controls={controls}>
      <ToastProvider>
        <FrameSlotsProvider>
          <RehearsalBanner onLeave={() => void controls.leave()} />
          <AppShell store={store} person={person} clock={browserClock} path={path} banner={null} chip={chip}>
            {needsEndpoint(path) ? (
              <NotInRehearsal />
            ) : (
              <Screens session={session} person={person} today={today} path={path} search={search} />
            )}
          </AppShell>
        </FrameSlotsProvider>
      </ToastProvider>
    </AppControlsProvider>
  )
}

const nobody: readonly [] = []

/** Of what the app can do, only what concerns this device's look; people, PIN and leaving belong to real stores. */
function useRehearsalControls(app: AppSession, session: OpenSession): AppControls {
  const controls = useControls(app, nobody, '')
  return useMemo(() => {
    const end = async (): Promise<void> => {
      await session.close()
      leaveRehearsal()
    }
    const rehearse = async (): Promise<void> => {
      await removeRehearsal(session)
      beginRehearsal()
    }
    return { ...controls, leave: end, unsent: async () => 0, rehearse, endRehearsal: end }
  }, [controls, session])
}
