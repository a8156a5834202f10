// Stores the files of the app some at a time. Workbox fetches them one after another, which on a line with a long way to
// the endpoint is five hundred times the way there and back; it finds what was stored here and fetches the rest.

/** Of the six connections a browser keeps to one host two stay free for the page, which sends work meanwhile. */
const SIDE_BY_SIDE = 4

interface WarmParts {
  /** Address of each file → the key it is stored under, which carries the revision where the address has none. */
  readonly files: ReadonlyMap<string, string>
  readonly cache: Pick<Cache, 'keys' | 'put'>
  readonly fetchFile: (url: string, cache: RequestCache) => Promise<Response>
}

/** A network that answers with its own page (a Wi-Fi login, an error of a proxy) gives no file. Rule PWA-2. */
export function isTheFile(url: string, response: Pick<Response, 'ok' | 'redirected' | 'headers'>): boolean {
  const isPage = /text\/html/.test(response.headers.get('content-type') ?? '')
  return response.ok && !response.redirected && isPage === new URL(url).pathname.endsWith('.html')
}

/** What is stored already is not fetched again. Gives up quietly where the network does. Rule PWA-1. */
export async function warmCache({ files, cache, fetchFile }: WarmParts): Promise<void> {
  const stored = new Set((await cache.keys()).map(({ url }) => url))
  const missing = Array.from(files).filter(([, key]) => !stored.has(key))
  const next = missing.values()
  const lane = async (): Promise<void> => {
    for (const [url, key] of next) {
      const response = await fetchFile(url, key === url ? 'default' : 'reload')
      if (isTheFile(url, response)) await cache.put(key, response)
    }
  }
  await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, lane))
}
