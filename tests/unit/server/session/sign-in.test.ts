import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { sessionSchema } from '#protocol/session-message.ts'
import { type Argon2, createPasswordHasher, PASSWORD_COST } from '#server/session/password-hasher.ts'
import { FREE_TRIES, LONGEST_WAIT_MS, SignInThrottle } from '#server/session/sign-in-throttle.ts'
import { CHEAP } from '#support/endpoint/edges.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { PASSWORD } from '#support/endpoint/place-fixture.ts'
import { signIn, trySignIn } from '#support/endpoint/test-device.ts'

const wrong = { code: 'auth.wrong-credentials' }

describe('passwords', () => {
  it('END-7: are kept as Argon2id with 19 MiB, two passes and one lane', async () => {
    const passwords = await createPasswordHasher()
    const hash = await passwords.hash(PASSWORD)
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(PASSWORD_COST).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 })
    expect(await argon2Verify(hash, PASSWORD)).toBe(true)
  })

  it('END-7: nobody signs in to an account without a password, not even with the stand-in for unknown names', async () => {
    const passwords = await createPasswordHasher(CHEAP)
    expect(await passwords.verify(null, 'nobody has this password')).toBe(false)
  })

  it('END-7: a wrong name is as much work as a wrong password', async () => {
    const asked: string[] = []
    const counting: Argon2 = {
      hash: argon2Hash,
      verify: (stored, ...given) => {
        asked.push(String(stored))
        return argon2Verify(stored, ...given)
      },
    }
    const passwords = await createPasswordHasher(CHEAP, counting)
    const costOf = (stored: string | undefined) => stored?.split('$').slice(0, 4).join('$')
    await passwords.verify(await passwords.hash(PASSWORD), 'sai')
    await passwords.verify(null, 'sai')
    expect(asked).toHaveLength(2)
    expect(costOf(asked[0])).toMatch(/^\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+$/)
    expect(costOf(asked[1])).toBe(costOf(asked[0]))
  })
})

describe('signing in', () => {
  it('END-7: a wrong name and a wrong password answer alike', async () => {
    const scene = await createScene()
    const name = await trySignIn(scene, 'nobody')
    const password = await trySignIn(scene, 'secretary', { password: 'sai' })
    expect([name.statusCode, name.json()]).toEqual([401, wrong])
    expect([password.statusCode, password.json()]).toEqual([401, wrong])
    expect(Object.keys(name.headers).sort()).toEqual(Object.keys(password.headers).sort())
  })

  it('gives a session, a replica and what the device needs offline', async () => {
    const { session } = await signIn(await createScene(), 'monitor')
    expect(sessionSchema.parse(session)).toEqual(session)
    expect(session.identity.grants.map(({ role, scope }) => [role, scope])).toEqual([['area-monitor', 'area-180']])
    expect(session.identity.places.map(({ id }) => id)).toEqual(['p20', 'area-180', 'ls25-06001', 'ls25-06007'])
    expect(JSON.parse(session.endpointKey)).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x: expect.any(String),
      y: expect.any(String),
    })
  })

  it('keeps the replica of the same account, and gives a new one otherwise', async () => {
    const scene = await createScene()
    const first = await signIn(scene, 'secretary')
    const again = await signIn(scene, 'secretary', { replica: first.replica })
    const other = await signIn(scene, 'chairman', { replica: first.replica })
    const unknown = await signIn(scene, 'secretary', { replica: 'made-up' })
    expect(again.replica).toBe(first.replica)
    expect(new Set([first, other, unknown].map(({ replica }) => replica)).size).toBe(3)
  })

  it('knows the name whatever its case and the spaces around it', async () => {
    expect((await trySignIn(await createScene(), ' Secretary ')).statusCode).toBe(200)
  })

  it.each([
    ['no body', undefined],
    ['no password', { username: 'secretary' }],
    [
      'a key that is none',
      { username: 'secretary', password: PASSWORD, deviceLabel: '', deviceKey: '{}', replica: null },
    ],
  ])('END-8: with %s is malformed', async (_what, body) => {
    const scene = await createScene()
    const response = await scene.app.inject({ method: 'POST', url: paths.signIn, ...(body ? { payload: body } : {}) })
    expect([response.statusCode, response.json()]).toEqual([400, { code: 'request.malformed' }])
  })

  it('END-15: failed tries slow down, only for that name from that address', async () => {
    const scene = await createScene()
    for (let i = 0; i < FREE_TRIES; i++) await trySignIn(scene, 'secretary', { password: 'sai', address: '10.6.6.6' })
    const guesser = await trySignIn(scene, 'secretary', { address: '10.6.6.6' })
    expect([guesser.statusCode, guesser.json()]).toEqual([429, { code: 'auth.locked', params: { seconds: 1 } }])
    expect(guesser.headers['retry-after']).toBe('1')
    expect((await trySignIn(scene, 'secretary', { address: '10.0.0.2' })).statusCode).toBe(200)
    expect((await trySignIn(scene, 'chairman', { address: '10.6.6.6' })).statusCode).toBe(200)
    scene.clock.advance(1000)
    expect((await trySignIn(scene, 'secretary', { address: '10.6.6.6' })).statusCode).toBe(200)
  })

  it('END-15: the wait doubles up to five minutes and never locks for good', () => {
    const throttle = new SignInThrottle()
    let now = 0
    const waits: number[] = []
    for (let i = 0; i < 20; i++) {
      const wait = throttle.begin('secretary', 'a', now)
      if (wait > 0) waits.push(wait)
      now += wait
      if (wait > 0) throttle.begin('secretary', 'a', now)
    }
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000])
    expect(Math.max(...waits)).toBeLessThanOrEqual(LONGEST_WAIT_MS)
    throttle.succeed('secretary', 'a')
    expect(throttle.begin('secretary', 'a', now)).toBe(0)
  })

  it('END-15: tries at the same moment are counted before their passwords are looked at', async () => {
    const scene = await createScene()
    const tries = Array.from({ length: 12 }, () => trySignIn(scene, 'secretary', { password: 'sai' }))
    const codes = (await Promise.all(tries)).map((response) => response.statusCode)
    expect(codes.filter((code) => code === 401)).toHaveLength(FREE_TRIES)
  })
})
