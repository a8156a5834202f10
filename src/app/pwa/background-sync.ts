// Background Sync, where the browser has it: after a write it is asked to wake the app once the network is back. Only
// Chromium has it and it may be switched off, so it is a bonus; the engine's own triggers are the guarantee.
type SyncManager = { register(tag: string): Promise<void> }

export async function askForWake(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration: ServiceWorkerRegistration & { readonly sync?: SyncManager } = await navigator.serviceWorker.ready
  try {
    await registration.sync?.register('so-tay-sync')
  } catch {
    // Switched off by the person or the browser.
  }
}

export function onWakeMessage(listener: () => void): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', (event) => {
    if ((event.data as { readonly type?: string } | null)?.type === 'SYNC_NOW') listener()
  })
}
