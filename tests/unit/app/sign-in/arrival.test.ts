import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const CODE = 'K7QM-3F9T-0XWD-HE2R'

beforeEach(() => vi.resetModules())
afterEach(() => history.replaceState(null, '', '/'))

/** The page as it is loaded at an address. */
async function arriveAt(address: string) {
  history.replaceState(null, '', address)
  return import('#app/sign-in/arrival.ts')
}

describe('what the address of the sign-in page brings along', () => {
  it('SIG-1: is a one-time code, and leaves the address bar at once', async () => {
    const { currentArrival, forgetArrival } = await arriveAt(`/sign-in#ma=${CODE.toLowerCase()}`)
    expect(currentArrival()).toEqual({ code: CODE, search: undefined })
    expect([location.pathname, location.hash]).toEqual(['/sign-in', ''])
    forgetArrival()
    expect(currentArrival().code).toBeUndefined()
  })

  it('SIG-1: is also a code photographed while the page is open', async () => {
    const { currentArrival, onArrival } = await arriveAt('/sign-in')
    const heard = vi.fn<() => void>()
    const stop = onArrival(heard)
    history.replaceState(null, '', `/sign-in#ma=${CODE}`)
    dispatchEvent(new Event('hashchange'))
    expect([heard.mock.calls.length, currentArrival().code, location.hash]).toEqual([1, CODE, ''])
    stop()
  })

  it('OID-4: is what the provider sent back, which leaves the address bar too', async () => {
    const { currentArrival } = await arriveAt('/sign-in?code=abc&state=def')
    expect(currentArrival()).toEqual({ code: undefined, search: '?code=abc&state=def' })
    expect(location.search).toBe('')
  })

  it('is nothing at any other address', async () => {
    const { currentArrival } = await arriveAt('/communes?state=late')
    expect(currentArrival()).toEqual({ code: undefined, search: undefined })
  })
})
