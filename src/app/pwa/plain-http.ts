// What stands in the app's place where the browser holds back storage, keys and camera, which is everywhere over plain
// http but on localhost. Drawn by hand: of the app itself nothing can work there. Both languages stand below one
// another, because nobody has chosen one at this address.
import './plain-http.css'
import english from '#locales/en/plain-http.json' with { type: 'json' }
import vietnamese from '#locales/vi/plain-http.json' with { type: 'json' }

type Words = typeof vietnamese

const element = (name: string, ...children: readonly (Node | string)[]): HTMLElement => {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

function linkTo(address: string, words: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.href = address
  made.textContent = words.replace('{{address}}', address)
  return made
}

/** The same place by HTTPS. A port of plain http is no port of HTTPS, so the usual one is tried. */
const secureAddress = ({ hostname, pathname }: Location): string => `https://${hostname}${pathname}`

function section(lang: string, words: Words, at: Location): HTMLElement {
  const local = `http://localhost${at.port === '' ? '' : `:${at.port}`}`
  const steps = [element('li', linkTo(secureAddress(at), words.open)), element('li', words.ask)]
  const made = element(
    'section',
    element('h1', words.title),
    element('p', words.why),
    element('h2', words.next),
    element('ol', ...steps, element('li', words.local.replace('{{address}}', local))),
    element('p', words.kept),
  )
  made.lang = lang
  return made
}

export function showPlainHttp(root: HTMLElement, at: Location): void {
  const main = element(
    'main',
    element('p', vietnamese.appName),
    section('vi', vietnamese, at),
    section('en', english, at),
  )
  main.className = 'plain-http'
  document.title = `${vietnamese.title} · ${vietnamese.appName}`
  root.replaceChildren(main)
}
