import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { sessionSchema } from '#protocol/session-message.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import { FRESH_SIGN_IN_MS } from '#server/http/owner-proof.ts'
import { MOST_PASSKEYS, PASSKEY_CHALLENGE_MS } from '#server/passkey/passkey-desk.ts'
import { relyingPartyOf } from '#server/passkey/relying-party.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { idOf, PASSWORD } from '#support/endpoint/place-fixture.ts'
import { SoftwarePasskey } from '#support/endpoint/software-passkey.ts'
import { signIn } from '#support/endpoint/test-device.ts'

const ADDRESS = 'https://sotay.example.vn'
const here = { origin: ADDRESS, rpId: 'sotay.example.vn' }
const refused = { code: 'passkey.refused' }
const proof = { password: PASSWORD }

const openScene = () => createScene({ signIn: { address: ADDRESS } })

const bearer = async (scene: Scene, username: string) => {
  const { session } = await signIn(scene, username)
  return { session, headers: { authorization: `Bearer ${session.token}` } }
}

type Headers = Record<string, string>

const challengeOf = (answer: { json(): unknown }): string =>
  (answer.json() as { options: { challenge: string } }).options.challenge

async function register(scene: Scene, headers: Headers, passkey: SoftwarePasskey, place = here) {
  const challenge = challengeOf(await scene.post(signInPaths.passkeyBegin, proof, headers))
  const credential = passkey.create({ challenge, ...place })
  return scene.post(signInPaths.passkeys, { label: ' Điện thoại ', credential }, headers)
}

const enrolment = (replicas: readonly string[] = []) => ({
  deviceLabel: 'Android · Chrome',
  deviceKey: createDeviceKeyPair().publicKey,
  replicas,
})

async function signInBy(scene: Scene, passkey: SoftwarePasskey, replicas: readonly string[] = [], place = here) {
  const challenge = challengeOf(await scene.post(signInPaths.passkeyChallenge, {}))
  const credential = passkey.get({ challenge, ...place })
  return scene.post(signInPaths.passkeySignIn, { credential, ...enrolment(replicas) })
}

async function withPasskey(username = 'secretary', passkey = new SoftwarePasskey()) {
  const scene = await openScene()
  const { session, headers } = await bearer(scene, username)
  expect((await register(scene, headers, passkey)).statusCode).toBe(200)
  return { scene, passkey, session, headers }
}

describe('signing in by passkey', () => {
  it('PAS-3: needs no name and gives the session and the replica the person has on this device', async () => {
    const { scene, passkey, session } = await withPasskey()
    const answer = await signInBy(scene, passkey, ['nobody', session.replica])
    const opened = sessionSchema.parse(answer.json())
    expect([opened.identity.account.username, opened.replica]).toEqual(['secretary', session.replica])
    const elsewhere = sessionSchema.parse((await signInBy(scene, passkey)).json())
    expect(elsewhere.replica).not.toBe(session.replica)
  })

  it('PAS-3: is refused where the authenticator did not ask for PIN, finger or face', async () => {
    const { scene, passkey } = await withPasskey()
    passkey.verifies = false
    expect((await signInBy(scene, passkey)).json()).toEqual(refused)
  })

  it('PAS-3: never goes on under the replica of somebody else on the same device', async () => {
    const { scene, passkey } = await withPasskey()
    const { session: other } = await bearer(scene, 'chairman')
    const opened = sessionSchema.parse((await signInBy(scene, passkey, [other.replica])).json())
    expect(opened.replica).not.toBe(other.replica)
  })

  it('PAS-1: a challenge is good once', async () => {
    const { scene, passkey } = await withPasskey()
    const challenge = challengeOf(await scene.post(signInPaths.passkeyChallenge, {}))
    const send = () =>
      scene.post(signInPaths.passkeySignIn, { credential: passkey.get({ challenge, ...here }), ...enrolment() })
    expect((await send()).statusCode).toBe(200)
    expect((await send()).json()).toEqual(refused)
  })

  it('PAS-1: a challenge is good for five minutes, and one for making a passkey opens nothing', async () => {
    const { scene, passkey, headers } = await withPasskey()
    const challenge = challengeOf(await scene.post(signInPaths.passkeyChallenge, {}))
    scene.clock.advance(PASSKEY_CHALLENGE_MS)
    const late = { credential: passkey.get({ challenge, ...here }), ...enrolment() }
    expect((await scene.post(signInPaths.passkeySignIn, late)).json()).toEqual(refused)
    const other = challengeOf(await scene.post(signInPaths.passkeyBegin, proof, headers))
    const mixed = { credential: passkey.get({ challenge: other, ...here }), ...enrolment() }
    expect((await scene.post(signInPaths.passkeySignIn, mixed)).json()).toEqual(refused)
  })

  it('PAS-4: a copy of the key, whose counter lags behind, is refused and leaves the counter alone', async () => {
    const { scene, passkey } = await withPasskey()
    for (let times = 0; times < 3; times++) expect((await signInBy(scene, passkey)).statusCode).toBe(200)
    passkey.counter = 1
    expect((await signInBy(scene, passkey)).json()).toEqual(refused)
    expect((await scene.store.passkeyById(passkey.id))?.counter).toBe(4)
  })

  it('PAS-4: an authenticator that does not count may sign again and again', async () => {
    const { scene, passkey } = await withPasskey('secretary', new SoftwarePasskey(0))
    for (let times = 0; times < 2; times++) expect((await signInBy(scene, passkey)).statusCode).toBe(200)
  })

  it('PAS-4: an unknown passkey and a wrong signature answer alike', async () => {
    const { scene, passkey } = await withPasskey()
    const stranger = new SoftwarePasskey()
    const forged = new SoftwarePasskey()
    Object.assign(forged, { id: passkey.id })
    const [unknown, wrong] = [await signInBy(scene, stranger), await signInBy(scene, forged)]
    expect([unknown.json(), wrong.json()]).toEqual([refused, refused])
    expect([unknown.statusCode, wrong.statusCode]).toEqual([401, 401])
  })

  it('PAS-6: opens nothing for a disabled account', async () => {
    const { scene, passkey } = await withPasskey()
    await scene.store.updateAccount(idOf('secretary'), { disabledFrom: '2026-01-01' as LocalDate })
    expect((await signInBy(scene, passkey)).json()).toEqual({ code: 'account.disabled' })
  })
})

describe('the address of passkeys', () => {
  it('PAS-2: is the configured one: what was signed for another is refused, and a page elsewhere is told', async () => {
    const { scene, passkey, headers } = await withPasskey()
    const evil = { origin: 'https://evil.example', rpId: 'sotay.example.vn' }
    expect((await signInBy(scene, passkey, [], evil)).json()).toEqual(refused)
    expect((await register(scene, headers, new SoftwarePasskey(), evil)).json()).toEqual(refused)
    const elsewhere = await scene.post(signInPaths.passkeyChallenge, {}, { origin: 'http://10.0.0.7:4180' })
    expect(elsewhere.json()).toEqual({ code: 'passkey.wrong-address', params: { address: ADDRESS } })
  })

  it('PAS-2: is a name, never a number; without a configured one only this very machine', () => {
    expect(relyingPartyOf('https://sotay.example.vn/', 'x')).toEqual({ id: here.rpId, origin: ADDRESS })
    for (const address of [
      'https://10.0.0.7',
      'http://127.0.0.1:4180',
      'https://[::1]:4180',
      'http://sotay.example.vn',
    ])
      expect(relyingPartyOf(address, 'localhost:4180')).toBeNull()
    expect(relyingPartyOf(undefined, 'localhost:4180')).toEqual({ id: 'localhost', origin: 'http://localhost:4180' })
    expect(relyingPartyOf(undefined, 'sotay.example.vn')).toBeNull()
    expect(relyingPartyOf(undefined, 'localhost.evil.example')).toBeNull()
  })

  it('PAS-2: without any says that passkeys cannot be used', async () => {
    const scene = await createScene()
    const answer = await scene.post(signInPaths.passkeyChallenge, {}, { host: 'sotay.example.vn' })
    expect(answer.json()).toEqual({ code: 'passkey.no-address' })
  })
})

describe('own passkeys', () => {
  it('PAS-5: are listed, named and removed by their owner, and a removed one opens nothing', async () => {
    const { scene, passkey, headers } = await withPasskey()
    const list = async () =>
      ((await scene.get(signInPaths.passkeys, headers)).json() as { passkeys: object[] }).passkeys
    expect(await list()).toMatchObject([{ id: passkey.id, label: 'Điện thoại', usedMs: null }])
    await scene.post(signInPaths.passkeyRename, { id: passkey.id, label: 'Máy tính' }, headers)
    expect(await list()).toMatchObject([{ label: 'Máy tính' }])
    await scene.post(signInPaths.passkeyRemove, { id: passkey.id, ...proof }, headers)
    expect(await list()).toEqual([])
    expect((await signInBy(scene, passkey)).json()).toEqual(refused)
  })

  it('PAS-5: of somebody else are neither seen nor touched', async () => {
    const { scene, passkey } = await withPasskey()
    const { headers } = await bearer(scene, 'chairman')
    expect((await scene.get(signInPaths.passkeys, headers)).json()).toEqual({ passkeys: [] })
    for (const [path, body] of [
      [signInPaths.passkeyRename, { id: passkey.id, label: 'x' }],
      [signInPaths.passkeyRemove, { id: passkey.id, ...proof }],
    ] as const)
      expect((await scene.post(path, body, headers)).json()).toEqual(refused)
    expect((await register(scene, headers, passkey)).json()).toEqual(refused)
    expect((await scene.store.passkeyById(passkey.id))?.account).toBe(idOf('secretary'))
  })

  it('PAS-5: are all removed by an administrator of every place of the account, and by nobody else', async () => {
    const { scene, passkey } = await withPasskey()
    const remove = async (username: string) => {
      const { headers } = await bearer(scene, username)
      return scene.post(signInPaths.adminPasskeys, { account: idOf('secretary') }, headers)
    }
    expect((await remove('province')).json()).toEqual({ code: 'access.forbidden' })
    expect((await remove('administrator')).json()).toEqual({ ok: true })
    expect(await scene.store.passkeyById(passkey.id)).toBeNull()
  })

  it('PAS-5: are not collected without end', async () => {
    const { scene, headers } = await withPasskey()
    for (let made = 1; made < MOST_PASSKEYS; made++)
      expect((await register(scene, headers, new SoftwarePasskey())).statusCode).toBe(200)
    expect((await register(scene, headers, new SoftwarePasskey())).json()).toEqual({ code: 'passkey.too-many' })
  })

  it('PAS-1: are made with a challenge of the same account only', async () => {
    const { scene, headers } = await withPasskey()
    const { headers: others } = await bearer(scene, 'chairman')
    const challenge = challengeOf(await scene.post(signInPaths.passkeyBegin, proof, others))
    const credential = new SoftwarePasskey().create({ challenge, ...here })
    expect((await scene.post(signInPaths.passkeys, { label: 'x', credential }, headers)).json()).toEqual(refused)
  })
})

describe('before a passkey is made or removed', () => {
  const needed = { code: 'passkey.proof-needed' }
  const signature = async (scene: Scene, passkey: SoftwarePasskey) => ({
    signature: passkey.get({ challenge: challengeOf(await scene.post(signInPaths.passkeyChallenge, {})), ...here }),
  })

  it('PAS-7: the session alone is not enough, and no wrong password is', async () => {
    const { scene, passkey, headers } = await withPasskey()
    for (const path of [signInPaths.passkeyBegin, signInPaths.passkeyRemove]) {
      const send = async (given: object) => (await scene.post(path, { id: passkey.id, ...given }, headers)).json()
      expect(await send({})).toEqual(needed)
      expect(await send({ password: 'not this one' })).toEqual({ code: 'auth.wrong-credentials' })
    }
    expect(await scene.store.passkeyById(passkey.id)).not.toBeNull()
  })

  it('PAS-7: a passkey of one’s own that signs now proves it, once, and nobody else’s does', async () => {
    const { scene, passkey, headers } = await withPasskey()
    const { headers: others } = await bearer(scene, 'chairman')
    const theirs = new SoftwarePasskey()
    expect((await register(scene, others, theirs)).statusCode).toBe(200)
    const begin = async (given: object) => scene.post(signInPaths.passkeyBegin, given, headers)
    expect((await begin(await signature(scene, theirs))).json()).toEqual(refused)
    const good = await signature(scene, passkey)
    expect((await begin(good)).statusCode).toBe(200)
    expect((await begin(good)).json()).toEqual(refused)
    const last = { id: passkey.id, ...(await signature(scene, passkey)) }
    expect((await scene.post(signInPaths.passkeyRemove, last, headers)).json()).toEqual({ ok: true })
  })

  it('PAS-7: who has neither password nor passkey has to have signed in a moment ago', async () => {
    const scene = await openScene()
    const { headers } = await bearer(scene, 'secretary')
    await scene.store.updateAccount(idOf('secretary'), { passwordHash: null })
    const begin = async () => (await scene.post(signInPaths.passkeyBegin, {}, headers)).statusCode
    expect(await begin()).toBe(200)
    scene.clock.advance(FRESH_SIGN_IN_MS + 1)
    expect(await begin()).toBe(403)
  })

  it('PAS-7: guessing the password here is slowed down as at a sign-in', async () => {
    const { scene, headers } = await withPasskey()
    const codes: string[] = []
    for (let times = 0; times < 30; times++) {
      const answer = await scene.post(signInPaths.passkeyBegin, { password: `guess ${times}` }, headers)
      codes.push((answer.json() as { code: string }).code)
    }
    expect(codes.at(-1)).toBe('auth.locked')
  })
})
