// Puts the service worker in place after the first screen is drawn, and listens to it: a version that waits is offered,
// a version that took over reloads the page once nobody is typing, and Background Sync wakes the sync engine.
import { Workbox } from 'workbox-window'
import type { AppUpdate } from './app-update.ts'
import { whenNotTyping } from './typing-guard.ts'

const LOOK_FOR_UPDATES_MS = 60 * 60_000

export async function registerServiceWorker(update: AppUpdate): Promise<void> {
  const worker = new Workbox('/service-worker.js')
  worker.addEventListener('waiting', () => update.offer(() => worker.messageSkipWaiting()))
  reloadOnTakeOver(navigator.serviceWorker)
  const registration = await worker.register()
  const look = () => void worker.update().catch(() => {})
  setInterval(look, LOOK_FOR_UPDATES_MS)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && registration !== undefined) look()
  })
}

/** The first worker of a visit takes the page over without a reload: page and worker are of the same version. */
function reloadOnTakeOver(container: ServiceWorkerContainer): void {
  let hadWorker = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (hadWorker) whenNotTyping(document, () => location.reload())
    hadWorker = true
  })
}
