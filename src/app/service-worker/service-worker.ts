/// <reference lib="webworker" />
// Keeps the whole app on the device: every chunk and both languages are stored at the first visit, and every address of
// the app is answered from there. The page stores and sends; only when the browser wakes it and nobody looks, the worker
// sends the text that waits, by a script of its own. A new version
// waits until the page asks for it, so that no code is swapped under a half-written sentence.
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { isTheFile, warmCache } from './warm-cache.ts'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: ReadonlyArray<{ readonly url: string; readonly revision: string | null }>
}

/** Background Sync; only Chromium has it, so it is a bonus and never the guarantee. */
type SyncEvent = ExtendableEvent & { readonly tag: string }

const app = new PrecacheController({
  plugins: [{ cacheWillUpdate: async ({ request, response }) => (isTheFile(request.url, response) ? response : null) }],
})
app.addToCacheList([...self.__WB_MANIFEST])

async function storeApp(event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(app.strategy.cacheName)
  const fetchFile = (url: string, mode: RequestCache) => fetch(url, { cache: mode, credentials: 'same-origin' })
  await warmCache({ files: app.getURLsToCacheKeys(), cache, fetchFile })
  await app.install(event)
}

self.addEventListener('install', (event) => event.waitUntil(storeApp(event)))
self.addEventListener('activate', (event) => event.waitUntil(app.activate(event)))
registerRoute(new PrecacheRoute(app))
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(app.createHandlerBoundToURL('/index.html'), { denylist: [/^\/v1(\/|$)/] }))

self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

// On the first visit the page is taken over at once, so that the second visit works without a network. On an update
// this runs only after the page asked for it, or once no page of the old version is open.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('sync', (event) => {
  ;(event as SyncEvent).waitUntil(syncNow())
})

/** The engine for when nobody looks: fetched with the worker, run only when the browser wakes it (decision 0010). */
const BACKGROUND_SCRIPT = '/background-sync.js'

type BackgroundScope = { soTaySyncInBackground?: () => Promise<boolean> }

/** A worker may later import only what it imported while it was installed. Without it the pages are still woken. */
function importBackgroundScript(): void {
  try {
    self.importScripts(BACKGROUND_SCRIPT)
  } catch {
    // Not there, or cut: the next version brings it.
  }
}

self.addEventListener('install', () => {
  if ('sync' in self.registration) importBackgroundScript()
})

/** A page that somebody looks at sends by itself; a frozen one would not. Rejecting asks the browser to come again. */
async function syncNow(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' })
  for (const page of pages) page.postMessage({ type: 'SYNC_NOW' })
  if (pages.some(({ visibilityState }) => visibilityState === 'visible')) return
  const scope = self as BackgroundScope
  if (!scope.soTaySyncInBackground) importBackgroundScript()
  if ((await scope.soTaySyncInBackground?.()) === false) throw new Error('something is left to send')
}
