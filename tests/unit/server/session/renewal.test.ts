import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { sessionSchema } from '#protocol/session-message.ts'
import { CHALLENGE_MS, PASSWORD_VALID_MS, SESSION_MS } from '#server/session/session-desk.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const expired = [401, { code: 'auth.session-expired' }]

async function challengeFor(device: TestDevice): Promise<string> {
  const response = await device.scene.post(paths.challenge, { replica: device.replica })
  return (response.json() as { challenge: string }).challenge
}

const renew = (device: TestDevice, challenge: string, key = device.key) =>
  device.scene.post(paths.renew, {
    replica: device.replica,
    challenge,
    signature: key.sign(`renew:${device.replica}:${challenge}`),
  })

const answerOf = ({ statusCode, json }: { statusCode: number; json: () => unknown }) => [statusCode, json()]

describe('a session', () => {
  it('END-8: ends after twelve hours', async () => {
    const device = await signIn(await createScene(), 'secretary')
    expect(device.session.expiresAt - device.session.now).toBe(SESSION_MS)
    device.scene.clock.advance(SESSION_MS - 1)
    expect((await device.trySync()).statusCode).toBe(200)
    device.scene.clock.advance(1)
    expect(answerOf(await device.trySync())).toEqual(expired)
  })

  it('END-8: is needed for everything but health and signing in', async () => {
    const scene = await createScene()
    for (const url of [paths.identity, paths.adminOverview, `${paths.blobs}/${'a'.repeat(64)}`]) {
      expect(answerOf(await scene.get(url))).toEqual(expired)
    }
    for (const url of [paths.sync, paths.signOut, paths.uploads])
      expect(answerOf(await scene.post(url, {}))).toEqual(expired)
    expect(answerOf(await scene.get(paths.identity, { authorization: 'Bearer invented-token-of-nobody' }))).toEqual(
      expired,
    )
    expect((await scene.get(paths.health)).statusCode).toBe(200)
  })

  it('END-8: is kept as a hash only', async () => {
    const device = await signIn(await createScene(), 'secretary')
    expect(await device.scene.store.sessionByToken(device.session.token)).toBeNull()
  })

  it('END-8: is renewed by a signature of the device key, without the password', async () => {
    const device = await signIn(await createScene(), 'secretary')
    device.scene.clock.advance(SESSION_MS + 1)
    const response = await renew(device, await challengeFor(device))
    const session = sessionSchema.parse(response.json())
    expect(session.replica).toBe(device.replica)
    device.session = session
    expect((await device.trySync()).statusCode).toBe(200)
  })

  it('END-8: a challenge is good for one renewal', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const challenge = await challengeFor(device)
    expect((await renew(device, challenge)).statusCode).toBe(200)
    expect(answerOf(await renew(device, challenge))).toEqual(expired)
  })

  it('END-8: a failed renewal uses its challenge up', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const challenge = await challengeFor(device)
    expect(answerOf(await renew(device, challenge, createDeviceKeyPair()))).toEqual(expired)
    expect(answerOf(await renew(device, challenge))).toEqual(expired)
  })

  it('END-8: an old, an invented and a stranger’s challenge renew nothing', async () => {
    const scene = await createScene()
    const [device, other] = [await signIn(scene, 'secretary'), await signIn(scene, 'chairman')]
    const old = await challengeFor(device)
    scene.clock.advance(CHALLENGE_MS)
    expect(answerOf(await renew(device, old))).toEqual(expired)
    expect(answerOf(await renew(device, 'invented'))).toEqual(expired)
    expect(answerOf(await renew(device, await challengeFor(other)))).toEqual(expired)
  })

  it('END-8: after ninety days the password is asked again', async () => {
    const device = await signIn(await createScene(), 'secretary')
    device.scene.clock.advance(PASSWORD_VALID_MS)
    expect((await renew(device, await challengeFor(device))).statusCode).toBe(200)
    device.scene.clock.advance(1)
    expect(answerOf(await renew(device, await challengeFor(device)))).toEqual(expired)
  })

  it('END-8: signing out ends it, and the device key alone does not bring it back', async () => {
    const device = await signIn(await createScene(), 'secretary')
    expect((await device.scene.post(paths.signOut, {}, device.headers)).statusCode).toBe(204)
    expect(answerOf(await device.trySync())).toEqual(expired)
    expect(answerOf(await renew(device, await challengeFor(device)))).toEqual(expired)
  })

  it('END-8: signing in again on a replica retires its old key', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    await signIn(scene, 'secretary', { replica: device.replica })
    expect(answerOf(await renew(device, await challengeFor(device)))).toEqual(expired)
  })

  it('END-8: a challenge for an unknown replica looks like any other', async () => {
    const scene = await createScene()
    const response = await scene.post(paths.challenge, { replica: 'nobody' })
    expect([response.statusCode, response.json()]).toEqual([200, { challenge: expect.stringMatching(/^[\w-]{43}$/) }])
  })
})

describe('another replica for a copied profile', () => {
  const renewAsNew = async (device: TestDevice, key = device.key) => {
    const challenge = await challengeFor(device)
    const signature = key.sign(`renew:${device.replica}:${challenge}`)
    return device.scene.post(paths.renew, { replica: device.replica, challenge, signature, asNew: true })
  }

  it('END-60: comes with the device key, and tells how much of the former one is here', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    await device.push(device.op(), device.op())
    const session = sessionSchema.parse((await renewAsNew(device)).json())
    expect(session.replica).not.toBe(device.replica)
    expect(session).toMatchObject({ former: { ack: 2 }, identity: { account: { id: device.account } } })
    expect(answerOf(await renewAsNew(device, createDeviceKeyPair()))).toEqual(expired)
  })

  it('END-60: does not make the password younger, and a revoked device stays what it was', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    scene.clock.advance(PASSWORD_VALID_MS - 1000)
    const { replica } = sessionSchema.parse((await renewAsNew(device)).json())
    const [old, twin] = [await scene.store.deviceById(device.replica), await scene.store.deviceById(replica)]
    expect(twin?.passwordMs).toBe(old?.passwordMs)
    await scene.store.revokeDevice(device.replica)
    expect((await renewAsNew(device)).json()).toMatchObject({ replica: device.replica })
  })

  it('END-60: a replica the endpoint does not know leads to a new one, and the answer says so', async () => {
    const scene = await createScene()
    const unknown = await signIn(scene, 'secretary', { replica: 'zz9' })
    expect(unknown.session).toMatchObject({ former: null })
    const known = await signIn(scene, 'secretary', { replica: unknown.replica })
    expect(known.session).not.toHaveProperty('former')
    const others = await signIn(scene, 'chairman', { replica: unknown.replica })
    expect(others.session).toMatchObject({ former: null })
  })
})
