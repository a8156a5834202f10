// The start: look and words, then the store and the code of the first screen side by side, then the first paint, and only
// after it everything that waits for a network.
import '#ui/tokens.css'
import '#ui/base.css'
import { createRoot } from 'react-dom/client'
import { TextProvider } from '#ui/text/text-context.tsx'
import { App } from './app.tsx'
import { browserClock, todayOf } from './platform/browser-kernel.ts'
import { keepSetting, readSetting } from './platform/device-settings.ts'
import { currentTheme, showTheme } from './platform/theme.ts'
import { rememberScrolling } from './frame/scroll-memory.ts'
import { createAppUpdate } from './pwa/app-update.ts'
import { watchInstalling } from './pwa/install-prompt.ts'
import { watchTyping } from './pwa/typing-guard.ts'
import { findRoute } from './route.ts'
import { routes } from './routes.tsx'
import { type AppState, createAppSession } from './session/app-session.ts'
import { personOf } from './session/person.ts'
import { createTextSource } from './text/i18next-text-source.ts'
import { wordsAtHand } from './text/locale-files.ts'

async function begin(): Promise<void> {
  showTheme(currentTheme())
  watchInstalling(window)
  watchTyping(document)
  rememberScrolling()
  const app = createAppSession()
  const update = createAppUpdate(document)
  const opening = app.start()
  const first = findRoute(routes, location.pathname)?.route
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
  await readFirstScreenAhead(app.state()).catch(reportError)
  const root = document.getElementById('root')
  if (!root) throw new Error('no root element')
  createRoot(root).render(
    <TextProvider source={source}>
      <App app={app} update={update} />
    </TextProvider>,
  )
  whenIdle(() => void keepAppOnDevice(update))
}

/** A commune's Today is drawn once, with its rows, instead of twice; the store is open and the drawing has not begun. */
async function readFirstScreenAhead(state: AppState): Promise<void> {
  if (state.at !== 'open' || location.pathname !== '/') return
  const { store } = state.session
  const today = todayOf(browserClock)
  const person = personOf(store.identity, today)
  if (person?.workplace !== 'commune') return
  const { readAhead } = await import('#features/today/commune-facts.ts')
  await readAhead(store, person.place.id, today)
}

async function keepAppOnDevice(update: ReturnType<typeof createAppUpdate>): Promise<void> {
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

void begin()
