/** Where a half-sent photo continues, kept over restarts. Holds hashes and addresses, nothing personal. */
export interface UploadUrls {
  get(sha256: string): string | null
  set(sha256: string, url: string): void
  remove(sha256: string): void
}

/** Kept in the browser's small storage; where that is shut, a broken upload simply begins anew. */
export function createUploadUrls(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): UploadUrls {
  const key = (sha256: string): string => `sotay-upload-${sha256}`
  const quietly = <T>(run: () => T, otherwise: T): T => {
    try {
      return run()
    } catch {
      return otherwise
    }
  }
  return {
    get: (sha256) => quietly(() => storage.getItem(key(sha256)), null),
    set: (sha256, url) => quietly(() => storage.setItem(key(sha256), url), undefined),
    remove: (sha256) => quietly(() => storage.removeItem(key(sha256)), undefined),
  }
}
