// A signed-in person's part of the app: who they are today, the frame, and the screen of the address.
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useLocation, useSearch } from 'wouter'
import { browserClock } from '#app/platform/browser-kernel.ts'
import type { AppUpdate } from '#app/pwa/app-update.ts'
import { UpdatePrompt } from '#app/pwa/update-prompt.tsx'
import type { OpenSession } from '#app/session/open-session.ts'
import { personOf } from '#app/session/person.ts'
import { Button } from '#ui/button.tsx'
import { FrameSlotsProvider } from '#ui/frame-slots.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ToastProvider } from '#ui/toast-provider.tsx'
import { AppShell } from './app-shell.tsx'
import { PlainPage } from './plain-page.tsx'
import { useFocusOnArrival, useTitleOfHeading } from './screen-arrival.ts'
import { Screens } from './screens.tsx'
import { useScrollMemory } from './scroll-memory.ts'
import { useToday } from './use-now.ts'

type WorkplaceProps = { readonly session: OpenSession; readonly update: AppUpdate; readonly leave: () => void }

export const Workplace = ({ session, update, leave }: WorkplaceProps) => {
  const { t } = useText('navigation')
  const today = useToday(browserClock)
  const [path] = useLocation()
  const search = useSearch()
  const { store } = session
  const identity = useSyncExternalStore(store.onIdentity, () => store.identity)
  const person = useMemo(() => personOf(identity, today), [identity, today])
  useTitleOfHeading(useCallback((screen: string) => t('title', { screen }), [t]))
  useFocusOnArrival(path)
  useScrollMemory(path)
  if (person === undefined) return <NoPlace leave={leave} />
  return (
    <ToastProvider>
      <FrameSlotsProvider>
        <AppShell
          store={store}
          person={person}
          clock={browserClock}
          path={path}
          banner={<UpdatePrompt update={update} />}
        >
          <Screens session={session} person={person} today={today} path={path} search={search} />
        </AppShell>
      </FrameSlotsProvider>
    </ToastProvider>
  )
}

const NoPlace = ({ leave }: { readonly leave: () => void }) => {
  const { t } = useText('sign-in')
  return (
    <PlainPage title={t('title')}>
      <Notice tone="warn">{t('noPlace')}</Notice>
      <Button onClick={leave}>{t('other')}</Button>
    </PlainPage>
  )
}
