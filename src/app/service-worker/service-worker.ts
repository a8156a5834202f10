/// <reference lib="webworker" />
// Keeps the whole app on the device: every chunk and both languages are stored at the first visit, and every address of
// the app is answered from there. It stores no data of persons and sends nothing; the page does both. A new version
// waits until the page asks for it, so that no code is swapped under a half-written sentence.
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: ReadonlyArray<{ readonly url: string; readonly revision: string | null }>
}

/** Background Sync; only Chromium has it, so it is a bonus and never the guarantee. */
type SyncEvent = ExtendableEvent & { readonly tag: string }

precacheAndRoute([...self.__WB_MANIFEST])
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/v1(\/|$)/] }))

self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: string } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})

// On the first visit the page is taken over at once, so that the second visit works without a network. On an update
// this runs only after the page asked for it, or once no page of the old version is open.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('sync', (event) => {
  ;(event as SyncEvent).waitUntil(wakePages())
})

async function wakePages(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' })
  for (const page of pages) page.postMessage({ type: 'SYNC_NOW' })
}
