import { webcrypto } from 'node:crypto'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bindingOf, forgetJourney, journeySecret, newJourney } from '#app/sign-in/provider-journey.ts'
import { providerBeginSchema, providerFinishSchema } from '#protocol/sign-in-message.ts'

beforeEach(() => vi.stubGlobal('crypto', webcrypto))
afterEach(() => vi.unstubAllGlobals())

describe('the way over the provider', () => {
  it('OID-2: is tied to the tab by a secret of which only the hash leaves it first', async () => {
    const secret = newJourney()
    const binding = await bindingOf(secret)
    expect(binding).toBe(createHash('sha256').update(secret).digest('hex'))
    expect(providerBeginSchema.parse({ binding })).toEqual({ binding })
    const finish = { secret, search: '?code=x&state=y', deviceLabel: '', deviceKey: '', replicas: [] }
    expect(providerFinishSchema.parse(finish)).toEqual(finish)
    expect([journeySecret(), newJourney() === secret]).toEqual([secret, false])
    forgetJourney()
    expect(journeySecret()).toBeNull()
  })
})
