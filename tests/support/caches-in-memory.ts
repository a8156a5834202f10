// What a test of the reader needs of a browser's caches, which jsdom has not: kept in memory, by address.
import { vi } from 'vitest'

/** Until `vi.unstubAllGlobals()`. */
export function withCachesInMemory(): void {
  const kept = new Map<string, Map<string, Response>>()
  const cacheOf = (name: string) => {
    const all = kept.get(name) ?? new Map<string, Response>()
    kept.set(name, all)
    return {
      keys: async () => [...all.keys()],
      match: async (address: string) => all.get(address)?.clone(),
      put: async (address: string, answer: Response) => void all.set(address, answer),
      delete: async (address: string) => all.delete(address),
    }
  }
  vi.stubGlobal('caches', {
    open: async (name: string) => cacheOf(name),
    match: async (address: string) => {
      for (const all of kept.values()) if (all.has(address)) return all.get(address)?.clone()
      return undefined
    },
  })
}

/** A module of WebAssembly with nothing in it. */
export const aModule = (): Uint8Array<ArrayBuffer> => Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)
