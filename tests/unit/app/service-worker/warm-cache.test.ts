import { describe, expect, it } from 'vitest'
import { isTheFile, warmCache } from '#app/service-worker/warm-cache.ts'

const at = (path: string): string => `https://xa.example${path}`

/** Ten scripts that name themselves and one page whose key carries its revision. */
const files = new Map([
  ...Array.from({ length: 10 }, (_, i) => [at(`/assets/a-${i}.js`), at(`/assets/a-${i}.js`)] as const),
  [at('/index.html'), at('/index.html?__WB_REVISION__=7')],
])

const answer = (type: string, status = 200): Response =>
  new Response('x', { status, headers: { 'content-type': type } })
const fileAt = (url: string): Response => answer(url.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript')

function aCache(kept: readonly string[] = []) {
  const keys = new Set(kept)
  return {
    stored: keys,
    keys: async () => Array.from(keys, (url) => new Request(url)),
    put: async (key: RequestInfo | URL) => void keys.add(new Request(key).url),
  }
}

describe('storing the app', () => {
  it('PWA-1: fetches several files at once, never more than four, and stores each under its key', async () => {
    const cache = aCache()
    let [now, most] = [0, 0]
    await warmCache({
      files,
      cache,
      fetchFile: async (url, mode) => {
        expect(mode).toBe(url.endsWith('.html') ? 'reload' : 'default')
        most = Math.max(most, ++now)
        await Promise.resolve()
        now--
        return fileAt(url)
      },
    })
    expect(most).toBe(4)
    expect(Array.from(cache.stored).sort()).toEqual(Array.from(files.values()).sort())
  })

  it('PWA-1: goes on where an installation was cut off', async () => {
    const cache = aCache()
    const asked: string[] = []
    let left = 5
    const fetchFile = async (url: string): Promise<Response> => {
      asked.push(url)
      if (left-- <= 0) throw new TypeError('Failed to fetch')
      return fileAt(url)
    }
    await warmCache({ files, cache, fetchFile })
    expect(cache.stored.size).toBe(5)
    left = 100
    const kept = new Set(cache.stored)
    asked.length = 0
    await warmCache({ files, cache, fetchFile })
    expect(cache.stored.size).toBe(11)
    expect(asked.filter((url) => kept.has(url))).toEqual([])
  })

  it('PWA-2: an error, a redirect and a page in the place of a script are no file', async () => {
    const script = at('/assets/a-1.js')
    expect(isTheFile(script, answer('text/javascript'))).toBe(true)
    expect(isTheFile(script, answer('text/javascript', 502))).toBe(false)
    expect(isTheFile(script, answer('text/html'))).toBe(false)
    expect(isTheFile(at('/index.html'), answer('text/html'))).toBe(true)
    expect(isTheFile(script, { ok: true, redirected: true, headers: answer('text/javascript').headers })).toBe(false)
    const cache = aCache()
    await warmCache({ files, cache, fetchFile: async () => answer('text/html') })
    expect(Array.from(cache.stored)).toEqual([at('/index.html?__WB_REVISION__=7')])
  })
})
