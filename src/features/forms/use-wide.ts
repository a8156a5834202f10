// Whether there is room for the questions themselves in a list: on a phone a list leads to one question at a time.
import { useCallback, useSyncExternalStore } from 'react'

export function useMedia(query: string): boolean {
  const listen = useCallback(
    (listener: () => void) => {
      const media = globalThis.matchMedia?.(query)
      media?.addEventListener('change', listener)
      return () => media?.removeEventListener('change', listener)
    },
    [query],
  )
  return useSyncExternalStore(listen, () => globalThis.matchMedia?.(query).matches ?? true)
}

export const useWide = (): boolean => useMedia('(min-width: 37.5em)')
