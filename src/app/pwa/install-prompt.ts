// Installing the app. Chromium hands over an event that must be kept until the person presses the button; Safari on
// iPhone and iPad wants the person to do it by hand; elsewhere there is nothing to offer.
import type { InstallState } from '#ui/app-controls.tsx'

type InstallEvent = Event & {
  prompt(): Promise<void>
  readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

const listeners = new Set<() => void>()
let kept: InstallEvent | undefined
let isInstalledNow = false

const tell = (): void => {
  for (const listener of listeners) listener()
}

/** Call before anything else: the event comes once, early. */
export function watchInstalling(page: Window): void {
  page.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    kept = event as InstallEvent
    tell()
  })
  page.addEventListener('appinstalled', () => {
    kept = undefined
    isInstalledNow = true
    tell()
  })
}

const runsInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches
const isAppleTouch = (): boolean => /iphone|ipad|ipod/i.test(navigator.userAgent)

export function installState(): InstallState {
  if (isInstalledNow || runsInstalled()) return 'installed'
  if (kept !== undefined) return 'available'
  return isAppleTouch() ? 'by-hand' : 'unavailable'
}

export function onInstallState(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export async function install(): Promise<void> {
  const event = kept
  if (event === undefined) return
  kept = undefined
  await event.prompt()
  await event.userChoice
  tell()
}
