import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { FREE_TRIES, FREE_TRIES_OF_NAME, SignInThrottle } from '#server/session/sign-in-throttle.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { PASSWORD } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice, trySignIn } from '#support/endpoint/test-device.ts'

async function withProof(scene: Scene, device: TestDevice, change: { password?: string; signature?: string } = {}) {
  const { replica, key } = device
  const { challenge } = (await scene.post(paths.challenge, { replica })).json() as { challenge: string }
  const signature = change.signature ?? key.sign(`sign-in:${replica}:${challenge}`)
  return scene.app.inject({
    method: 'POST',
    url: paths.signIn,
    remoteAddress: '10.0.0.1',
    payload: {
      username: 'secretary',
      password: change.password ?? PASSWORD,
      deviceLabel: 'Android · Chrome',
      deviceKey: key.publicKey,
      replica,
      proof: { challenge, signature },
    },
  })
}

describe('slowing down', () => {
  it('END-90: a device that proves its key is not slowed by guesses of others, not even from its own address', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    for (let i = 0; i < FREE_TRIES + 3; i++) await trySignIn(scene, 'secretary', { password: `sai ${i}` })
    expect((await trySignIn(scene, 'secretary')).statusCode).toBe(429)
    const forged = createDeviceKeyPair().sign('x')
    expect((await withProof(scene, device, { signature: forged })).statusCode).toBe(429)
    expect((await withProof(scene, device)).statusCode).toBe(200)
    // It did not make the guesser's place free.
    expect((await trySignIn(scene, 'secretary')).statusCode).toBe(429)
  })

  it('END-90: the proved device has a counter of its own, and a revoked or foreign one proves nothing', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const statuses: number[] = []
    for (let i = 0; i < FREE_TRIES + 1; i++)
      statuses.push((await withProof(scene, device, { password: `sai ${i}` })).statusCode)
    expect(statuses.slice(-1)).toEqual([429])
    expect((await trySignIn(scene, 'secretary')).statusCode).toBe(200)
    await scene.store.revokeDevice(device.replica)
    const foreign = await signIn(scene, 'colleague')
    for (let i = 0; i < FREE_TRIES; i++) await trySignIn(scene, 'secretary', { password: `sai ${i}` })
    for (const unproved of [device, foreign]) expect((await withProof(scene, unproved)).statusCode).toBe(429)
  })

  it('END-90: a name tried from everywhere slows strangers down, never who signed in from there before', () => {
    const throttle = new SignInThrottle()
    expect(throttle.begin('secretary', 'home', NOW)).toBe(0)
    throttle.succeed('secretary', 'home')
    for (let i = 0; i < FREE_TRIES_OF_NAME; i++) throttle.begin('secretary', `bot ${i}`, NOW)
    expect(throttle.begin('secretary', 'another bot', NOW)).toBeGreaterThan(0)
    expect(throttle.begin('secretary', 'home', NOW)).toBe(0)
    expect(throttle.begin('secretary', 'anywhere', NOW, 'd1')).toBe(0)
    expect(throttle.begin('colleague', 'another bot', NOW)).toBe(0)
  })

  it('END-90: right passwords from many places are no guesses', () => {
    const throttle = new SignInThrottle()
    for (let i = 0; i < 3 * FREE_TRIES_OF_NAME; i++) {
      expect(throttle.begin('secretary', `place ${i}`, NOW)).toBe(0)
      throttle.succeed('secretary', `place ${i}`)
    }
  })
})
