// The start, in the order of what takes longest to answer: first the store is asked for, then the code that draws is
// fetched and evaluated while the browser opens the databases, and only after the first paint everything that waits for
// a network. Nothing of React is imported here: its evaluation would hold the opening up (decision 0015).
import '#ui/tokens.css'
import '#ui/base.css'
import { readAhead } from '#features/today/commune-facts.ts'
import { browserClock, todayOf } from './platform/browser-kernel.ts'
import { currentTheme, showTheme } from './platform/theme.ts'
import { watchInstalling } from './pwa/install-prompt.ts'
import { type AppSession, createAppSession } from './session/app-session.ts'
import { personOf } from './session/person.ts'

async function begin(): Promise<void> {
  showTheme(currentTheme())
  watchInstalling(window)
  const app = createAppSession()
  const opening = openWithFirstScreen(app)
  const { drawApp } = await import('./draw-app.tsx')
  await drawApp(app, opening)
}

async function openWithFirstScreen(app: AppSession): Promise<void> {
  await app.start()
  await readFirstScreenAhead(app).catch(reportError)
}

/** A commune's Today is drawn once, with its rows, instead of twice; the store is open and the drawing has not begun. */
async function readFirstScreenAhead(app: AppSession): Promise<void> {
  const state = app.state()
  if (state.at !== 'open' || location.pathname !== '/') return
  const { store } = state.session
  const today = todayOf(browserClock)
  const person = personOf(store.identity, today)
  if (person?.workplace === 'commune') await readAhead(store, person.place.id, today)
}

/** Over plain http the browser holds back what the app is made of; then a page says so instead of a broken start. */
async function explainPlainHttp(): Promise<void> {
  const { showPlainHttp } = await import('./pwa/plain-http.ts')
  showPlainHttp(document.body, location)
}

void (isSecureContext ? begin() : explainPlainHttp())
