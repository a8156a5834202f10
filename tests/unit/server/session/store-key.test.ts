// A forgotten PIN at the endpoint: the key of a sealed store, given back to nobody but the person with their password.
import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { sealStoreKey } from '#protocol/store-key.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { idOf, PASSWORD } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const KEY = Buffer.alloc(32, 7).toString('base64url')

async function sealed(scene: Scene, account: string): Promise<string> {
  const publicKey = (await scene.store.setting('endpoint_key_public')) ?? ''
  return Buffer.from((await sealStoreKey({ account, key: KEY }, publicKey)) ?? []).toString('base64url')
}

const ask = async (device: TestDevice, body: object) => {
  const answer = await device.scene.post(paths.storeKey, body, device.headers)
  return { status: answer.statusCode, ...(answer.json() as { key?: string; code?: string }) }
}

describe('the key of a sealed store', () => {
  it('END-115: comes back for the password, and its giving back stands in the trail', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const own = await sealed(scene, idOf('secretary'))
    expect(await ask(device, { password: PASSWORD, sealed: own })).toMatchObject({ status: 200, key: KEY })
    const trail = (await scene.get(`${paths.trail}?of=me`, device.headers)).json() as { entries: { type: string }[] }
    expect(trail.entries.filter(({ type }) => type === 'own-account')).toHaveLength(1)
    expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${KEY}|${PASSWORD}|${own.slice(0, 20)}`))
  })

  it('END-115: does not come back for a session alone, for another, on a revoked device, or out of something else', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const own = await sealed(scene, idOf('secretary'))
    expect(await ask(device, { password: 'sai rồi', sealed: own })).toMatchObject({ code: 'auth.wrong-credentials' })
    expect((await ask(device, { sealed: own })).status).toBe(400)
    const another = await sealed(scene, idOf('chairman'))
    for (const wrong of [another, own.slice(0, -4), 'AAAA'])
      expect(await ask(device, { password: PASSWORD, sealed: wrong })).toMatchObject({ code: 'lock.not-recoverable' })
    await scene.store.revokeDevice(device.replica)
    expect(await ask(device, { password: PASSWORD, sealed: own })).toMatchObject({ code: 'device.revoked' })
  })

  it('END-115: guessing the password is slowed down', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const own = await sealed(scene, idOf('secretary'))
    const codes: (string | undefined)[] = []
    for (let i = 0; i < 12; i++) codes.push((await ask(device, { password: `sai ${i}`, sealed: own })).code)
    expect(codes).toContain('auth.locked')
  })
})
