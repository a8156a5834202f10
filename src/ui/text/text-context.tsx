// The one way a screen gets its words. The hook waits (suspends) for a namespace that was not read yet and draws again
// when the language changes; react-i18next would cost 23 kB for the same (decision 0004).
import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from 'react'
import { createFormats, type Formats } from './format.ts'
import type { TextParams, TextSource } from './text-source.ts'

const TextContext = createContext<TextSource | undefined>(undefined)

type TextProviderProps = { readonly source: TextSource; readonly children: ReactNode }

export const TextProvider = ({ source, children }: TextProviderProps) => (
  <TextContext value={source}>{children}</TextContext>
)

export type Translate = (key: string, params?: TextParams) => string

export type Text = {
  readonly t: Translate
  readonly language: string
}

/** For whoever fetches words before they are needed. */
export function useTextSource(): TextSource {
  const source = use(TextContext)
  if (source === undefined) throw new Error('no TextProvider')
  return source
}

/** Words of a namespace; `common:` and `problems:` are always at hand. */
export function useText(namespace: string): Text {
  const source = useTextSource()
  const language = useSyncExternalStore(source.subscribe, () => source.language())
  use(source.load(namespace))
  return useMemo(
    () => ({ language, t: (key: string, params?: TextParams) => source.translate(namespace, key, params) }),
    [source, namespace, language],
  )
}

export function useLanguage(): {
  readonly language: string
  readonly languages: readonly string[]
  readonly setLanguage: (language: string) => Promise<void>
} {
  const source = useTextSource()
  const language = useSyncExternalStore(source.subscribe, () => source.language())
  return { language, languages: source.languages, setLanguage: (next) => source.setLanguage(next) }
}

/** Dates, numbers and sizes as the language on the screen writes them. */
export function useFormats(): Formats {
  const source = useTextSource()
  return createFormats(useSyncExternalStore(source.subscribe, () => source.language()))
}
