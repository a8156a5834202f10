// Everything that draws: words, frame, first screen. Fetched beside the start and evaluated while the store opens; it
// draws once, when store, words and the code of the first screen are all there.
import { createRoot } from 'react-dom/client'
import { TextProvider } from '#ui/text/text-context.tsx'
import { App, lockScreen } from './app.tsx'
import { rememberScrolling } from './frame/scroll-memory.ts'
import { keepSetting, LOCKED, readSetting } from './platform/device-settings.ts'
import { type AppUpdate, createAppUpdate } from './pwa/app-update.ts'
import { watchTyping } from './pwa/typing-guard.ts'
import { fetchTable, routeAt } from './routes-ahead.ts'
import type { AppSession } from './session/app-session.ts'
import { createTextSource } from './text/i18next-text-source.ts'
import { wordsAtHand } from './text/locale-files.ts'

/** Resolves when the app is on its way to the screen. `opening` ends when the store is open or cannot be. */
export async function drawApp(app: AppSession, opening: Promise<void>): Promise<void> {
  watchTyping(document)
  rememberScrolling()
  const update = createAppUpdate(document)
  const isLocked = readSetting('last-store') === LOCKED
  const first = isLocked ? lockScreen : (await routeAt(location.pathname).catch(() => undefined))?.route
  const screen = first?.preload()
  const source = await createTextSource({
    language: readSetting('language') ?? 'vi',
    atHand: wordsAtHand,
    onLanguage(language) {
      keepSetting('language', language)
      document.documentElement.lang = language
    },
  })
  // A first screen that cannot be fetched is told by the frame around it.
  await Promise.allSettled([opening, screen, first?.words && source.load(first.words)])
  const root = document.getElementById('root')
  if (!root) throw new Error('no root element')
  createRoot(root).render(
    <TextProvider source={source}>
      <App app={app} update={update} />
    </TextProvider>,
  )
  whenIdle(() => {
    void keepAppOnDevice(update)
    fetchTable().catch(reportError)
    source.load('problems-online').catch(reportError)
  })
}

async function keepAppOnDevice(update: AppUpdate): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const { registerServiceWorker } = await import('./pwa/service-worker-registration.ts')
  await registerServiceWorker(update)
}

/** Where a worker serves this visit already, looking for a newer one waits until the first screen is long there. */
const WORKER_DELAY_MS = 4000

function whenIdle(run: () => void): void {
  const delay = navigator.serviceWorker?.controller ? WORKER_DELAY_MS : 0
  setTimeout(() => {
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 3000 })
    else run()
  }, delay)
}
