// What stands on the screen while a store is sealed, as a chunk of its own: nobody without a PIN loads it. It knows the
// positions of the people on this device and nothing of their work. The cipher and whatever sends come once it is drawn,
// while a person types; so does the screen behind the lock.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DevicePerson } from '#data/contract/device-store-contract.ts'
import { ByPassword, SendWaiting } from '#features/lock/without-pin.tsx'
import { LockPanel } from '#features/lock/lock-panel.tsx'
import type { AppSession } from '#app/session/app-session.ts'
import { PlainPage } from '#app/frame/plain-page.tsx'
import { routeAt } from '#app/routes-ahead.ts'
import { readWords } from '#app/text/locale-files.ts'
import { useText } from '#ui/text/text-context.tsx'
import type { PinControl } from './pin-control.ts'

type LockPageProps = {
  readonly app: AppSession
  readonly person: DevicePerson
  readonly people: readonly DevicePerson[]
}

/** The screen at this address with its words: a failure is told when it is really needed. */
async function fetchScreenBehind(language: string): Promise<void> {
  const found = (await routeAt(location.pathname))?.route
  await Promise.all([found?.preload(), found?.words && readWords(language, found.words)])
}

function usePinControl(app: AppSession): () => Promise<PinControl> {
  return useCallback(async () => (await import('./pin-control.ts')).pinControlOf(app), [app])
}

export const LockPage = ({ app, person, people }: LockPageProps) => {
  const { t, language } = useText('lock')
  const { storeId } = person
  const control = usePinControl(app)
  const [round, setRound] = useState(0)
  useEffect(() => void fetchScreenBehind(language).catch(() => {}), [language])
  const pin = useMemo(
    () => ({
      unlock: async (typed: string) => (await control()).unlock(storeId, typed),
      waitSeconds: async () => (await control()).waitSeconds(storeId),
      isShut: async () => (await control()).isShut(storeId),
      passkey: {
        isSet: async () => (await control()).hasPasskey(storeId),
        unlock: async () => (await control()).unlockByPasskey(storeId),
      },
    }),
    [control, storeId],
  )
  return (
    <PlainPage title={t('title')}>
      <LockPanel
        key={round}
        person={person}
        others={people.filter((one) => one.storeId !== storeId)}
        {...pin}
        open={(id) => void app.switchTo(id)}
        signInBeside={() => void app.leave()}
      >
        <SendWaiting
          count={async () => (await control()).countWaiting(storeId)}
          send={async () => (await control()).sendWaiting(person)}
        />
        <ByPassword
          canRenew={async () => (await control()).canRenew(storeId)}
          renew={async (password, next) => (await control()).renewByPassword(person, password, next)}
          tryAgain={async (password) => {
            const allowed = await (await control()).tryAgain(person, password)
            if (allowed.ok) setRound(round + 1)
            return allowed
          }}
          beginAnew={async (password) => (await control()).beginAnew(person, password)}
        />
      </LockPanel>
    </PlainPage>
  )
}
