// Renders one screen against a real local store, in the reader's words and with an address of its own. Only what the
// browser does is replaced: the camera, the printer and the network.
import { act, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { personOf } from '#app/session/person.ts'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { wordsAtHand } from '#app/text/locale-files.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { err } from '#domain/kernel/result.ts'
import type { Platform, ScreenProps } from '#features/screen-props.ts'
import { LinkProvider } from '#ui/link.tsx'
import { TextProvider } from '#ui/text/text-context.tsx'
import { ToastProvider } from '#ui/toast-provider.tsx'
import { ToastRegion } from '#ui/toast-region.tsx'
import { aClock, TODAY } from './store/test-store.ts'

export interface RenderScreenOptions {
  readonly store: PersonStore
  /** Address with its query, e.g. `/communes?state=late`. */
  readonly at?: string
  readonly language?: 'vi' | 'en'
  readonly platform?: Partial<Platform>
  readonly props?: Partial<ScreenProps>
}

const noPlatform: Platform = {
  preparePhoto: async () => err({ code: 'evidence.not-an-image' }),
  fetchPhoto: async () => err({ code: 'network.offline' }),
  print: () => {},
}

export function screenPropsOf({ store, platform, props }: RenderScreenOptions): ScreenProps {
  const person = personOf(store.identity, TODAY)
  if (person === undefined) throw new Error('nobody with an active grant')
  return {
    store,
    person,
    platform: { ...noPlatform, ...platform },
    sync: { syncNow: async () => {} },
    clock: aClock(),
    today: TODAY,
    ...props,
  }
}

/** Every word is at hand before the screen is drawn: a test of a screen is not one of how words arrive. */
async function wordsIn(language: string) {
  const source = await createTextSource({ language, atHand: wordsAtHand })
  const files = Object.keys(import.meta.glob('/locales/vi/*.json'))
  await Promise.all(files.map((file) => source.load(file.replace(/^.*\/|\.json$/g, ''))))
  return source
}

export async function renderScreen(draw: (screen: ScreenProps) => ReactNode, options: RenderScreenOptions) {
  const source = await wordsIn(options.language ?? 'vi')
  // As in the app: a screen is drawn once the code of its store is there.
  if ('fetchRest' in options.store) await (options.store as { fetchRest(): Promise<void> }).fetchRest()
  const location = memoryLocation({ path: options.at ?? '/', record: true })
  const screen = screenPropsOf(options)
  const drawn = await act(async () =>
    render(
      <TextProvider source={source}>
        <Router hook={location.hook} searchHook={location.searchHook}>
          <LinkProvider navigate={(href) => location.navigate(href)}>
            <ToastProvider>
              <main id="main">
                <Suspense fallback={null}>{draw(screen)}</Suspense>
              </main>
              <ToastRegion label="toasts" dismissLabel="dismiss" />
            </ToastProvider>
          </LinkProvider>
        </Router>
      </TextProvider>,
    ),
  )
  return { ...drawn, screen, location, user: userEvent.setup() }
}
