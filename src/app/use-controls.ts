// What settings and "Thêm" may do with the app as a whole, put together from the adapters.
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import type { DevicePerson } from '#data/contract/device-store-contract.ts'
import type { AppControls } from '#ui/app-controls.tsx'
import { appVersion } from './build-version.ts'
import { isPersisted, requestPersistence, storageEstimate } from './platform/persistent-storage.ts'
import { currentTheme, onTheme, setTheme } from './platform/theme.ts'
import { install, installState, onInstallState } from './pwa/install-prompt.ts'
import type { AppSession } from './session/app-session.ts'
import { unsentWork } from './session/unsent-work.ts'

export function useControls(app: AppSession, people: readonly DevicePerson[], current: string): AppControls {
  const [, navigate] = useLocation()
  const theme = useSyncExternalStore(onTheme, currentTheme)
  const canInstall = useSyncExternalStore(onInstallState, installState)
  const [isStoragePersisted, setPersisted] = useState<boolean>()
  useEffect(() => {
    void isPersisted().then(setPersisted)
  }, [])
  return useMemo(
    () => ({
      theme,
      setTheme,
      installState: canInstall,
      install,
      isStoragePersisted,
      requestPersistence,
      storageEstimate,
      people: people.map(({ storeId, displayName }) => ({
        id: storeId,
        name: displayName,
        isCurrent: storeId === current,
      })),
      async switchPerson(id) {
        navigate('/')
        await app.switchTo(id)
      },
      async leave() {
        navigate('/')
        await app.leave()
      },
      hasPin: people.some(({ storeId, hasPin }) => storeId === current && hasPin === true),
      lock: () => app.lock(),
      pin: async () => (await import('./lock/pin-control.ts')).pinControlOf(app),
      async unsent() {
        const state = app.state()
        return state.at === 'open' ? unsentWork(state.session) : 0
      },
      rehearse: async () => (await import('./rehearsal/rehearsal-doors.ts')).beginRehearsal(),
      version: appVersion,
    }),
    [theme, canInstall, isStoragePersisted, people, current, app, navigate],
  )
}
