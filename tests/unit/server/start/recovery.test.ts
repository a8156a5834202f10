import { createHash } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openEnvelope, sealEnvelope } from '#protocol/hand-over/envelope.ts'
import { paths } from '#protocol/paths.ts'
import { invitationSchema, type Session, sessionSchema } from '#protocol/session-message.ts'
import { createEndpoint, type Endpoint } from '#server/create-endpoint.ts'
import { loadEndpointKeys } from '#server/hand-over/endpoint-keys.ts'
import { openPart } from '#server/hand-over/open-part.ts'
import { runRecover } from '#server/recovery/recover-command.ts'
import { restoreInstallation } from '#server/restore/restore-installation.ts'
import { endpointPublicKey, renewEndpointKey } from '#server/session/endpoint-key.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { CHEAP, repeatableRandom } from '#support/endpoint/edges.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { idOf } from '#support/endpoint/place-fixture.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { signIn, TestDevice } from '#support/endpoint/test-device.ts'

const GOOD = 'mưa phùn tháng giêng'
const CODE = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/

const start = async (dataDir: string, journalDir?: string): Promise<Endpoint> => {
  const endpoint = await createEndpoint({ dataDir, journalDir, demo: false, logger: false, passwordCost: CHEAP })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await endpoint.close()
    isOpen = false
  }
  onTestFinished(close)
  return { ...endpoint, close }
}

const redeem = (endpoint: Endpoint, code: string) =>
  endpoint.inject({
    method: 'POST',
    url: paths.redeem,
    payload: {
      code,
      password: GOOD,
      deviceLabel: 'Windows · Edge',
      deviceKey: createDeviceKeyPair().publicKey,
      replica: null,
    },
  })

async function recover(dataDir: string, ...args: readonly string[]) {
  const said: string[] = []
  const exit = await runRecover(args, { say: (text) => said.push(text), env: { SOTAY_DATA: dataDir } })
  const text = said.join('\n')
  return { exit, text, code: CODE.exec(text)?.[0] ?? '' }
}

const accountsOf = async (endpoint: Endpoint, { token }: Session) => {
  const response = await endpoint.inject({
    method: 'GET',
    url: paths.adminAccounts,
    headers: { authorization: `Bearer ${token}` },
  })
  return (response.json() as { accounts: { id: string; username: string }[] }).accounts
}

async function sealed(publicKey: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const envelope = await sealEnvelope(publicKey, bytes)
  if (!envelope) throw new Error('not a key of an endpoint')
  return envelope
}

describe('an installation without demonstration data', () => {
  it('END-98: begins with its places and one administrator, who comes in by a code and is not asked for again', async () => {
    const dataDir = tempFolder()
    const first = await start(dataDir)
    expect(first.administrator).toMatchObject({ username: 'quan-tri', code: expect.stringMatching(CODE) as string })
    await first.close()
    const second = await start(dataDir)
    const [old, code] = [first.administrator?.code ?? '', second.administrator?.code ?? '']
    expect(code).not.toBe(old)
    expect((await redeem(second, old)).statusCode).toBe(404)
    const session = sessionSchema.parse((await redeem(second, code)).json())
    expect(session.identity.grants).toMatchObject([{ role: 'administrator', scope: 'p20', to: null }])
    expect(session.identity.places.length).toBeGreaterThan(60)
    expect((await accountsOf(second, session)).map(({ username }) => username)).toEqual(['quan-tri'])
    await second.close()
    expect((await start(dataDir)).administrator).toBeNull()
  })
})

describe('recovery on the server’s own console', () => {
  it('END-99: a code for the only administrator, beside the running endpoint, without e-mail', async () => {
    const dataDir = tempFolder()
    const endpoint = await start(dataDir)
    sessionSchema.parse((await redeem(endpoint, endpoint.administrator?.code ?? '')).json())
    const { exit, code, text } = await recover(dataDir)
    expect([exit, text.includes('quan-tri')]).toEqual([0, true])
    const told = await endpoint.inject({ method: 'POST', url: paths.invitation, payload: { code } })
    expect(invitationSchema.parse(told.json())).toMatchObject({ username: 'quan-tri', isFirst: false })
    expect((await redeem(endpoint, code)).statusCode).toBe(200)
  })

  it('END-99: where the last administrator is lost a new one is made, and what was made reaches the journal', async () => {
    const [dataDir, journalDir] = [tempFolder(), tempFolder()]
    const endpoint = await start(dataDir, journalDir)
    const session = sessionSchema.parse((await redeem(endpoint, endpoint.administrator?.code ?? '')).json())
    const lost = session.identity.account.id
    const store = openSqliteStore({
      folder: dataDir,
      backupFolder: tempFolder(),
      driver: await sqliteDriver(),
      random: repeatableRandom(3),
    })
    await store.updateAccount(lost, { disabledFrom: session.identity.grants[0]?.from as never })
    await store.close()
    const { exit, code } = await recover(dataDir)
    expect(exit).toBe(0)
    const back = sessionSchema.parse((await redeem(endpoint, code)).json())
    expect(back.identity.account.username).toBe('quan-tri-2')
    expect(back.identity.grants).toMatchObject([{ role: 'administrator', scope: 'p20' }])
    await endpoint.close()
    const restored = tempFolder()
    await restoreInstallation({
      dataDir: `${restored}/x`,
      backupDir: `${restored}/none`,
      journalDir,
      driver: await sqliteDriver(),
    })
    const again = await start(`${restored}/x`)
    const post = { username: 'quan-tri-2', password: GOOD, deviceLabel: '', deviceKey: createDeviceKeyPair().publicKey }
    const signedIn = await again.inject({ method: 'POST', url: paths.signIn, payload: { ...post, replica: null } })
    expect(sessionSchema.parse(signedIn.json()).identity.grants).toHaveLength(1)
  })

  it('END-110: the printing of a code stands in the trail, and reaches the journal while the endpoint runs, used or not', async () => {
    const [dataDir, journalDir] = [tempFolder(), tempFolder()]
    const endpoint = await start(dataDir, journalDir)
    const session = sessionSchema.parse((await redeem(endpoint, endpoint.administrator?.code ?? '')).json())
    expect((await recover(dataDir, '--new')).exit).toBe(0)
    expect((await recover(dataDir, '--renew-endpoint-key')).exit).toBe(0)
    const trail = await endpoint.inject({
      method: 'GET',
      url: `${paths.trail}?of=office`,
      headers: { authorization: `Bearer ${session.token}` },
    })
    const { entries } = trail.json() as { entries: { type: string; account: string; detail: { way?: string } }[] }
    expect(entries.map(({ type, account, detail }) => [type, account, detail.way])).toEqual([
      ['administered', '', 'recover-admin'],
      ['invitation', '', 'recover-admin'],
      ['account', '', 'recover-admin'],
      ['sign-in', session.identity.account.id, paths.redeem],
      ['invitation', '', 'first-start'],
    ])
    // Nobody uses the code: the endpoint takes what was written beside it by itself, here at its next start.
    await endpoint.close()
    await (await start(dataDir, journalDir)).close()
    const restored = tempFolder()
    await restoreInstallation({
      dataDir: `${restored}/x`,
      backupDir: `${restored}/none`,
      journalDir,
      driver: await sqliteDriver(),
    })
    const store = openSqliteStore({
      folder: `${restored}/x`,
      backupFolder: tempFolder(),
      driver: await sqliteDriver(),
      random: repeatableRandom(3),
    })
    expect((await store.accounts()).map(({ username }) => username)).toEqual(['quan-tri', 'quan-tri-2'])
    expect(await store.invitations()).toHaveLength(1)
    const links = await store.trailPage({ chains: ['office'], types: ['invitation'], limit: 9 })
    expect(links.map(({ detail }) => (JSON.parse(detail ?? '{}') as { way: string }).way)).toEqual([
      'recover-admin',
      'first-start',
    ])
    await store.close()
  })

  it('END-99: with several administrators one is named, a wrong name or option changes nothing', async () => {
    const dataDir = tempFolder()
    const endpoint = await start(dataDir)
    expect((await recover(dataDir, '--new')).text).toContain('"quan-tri-2"')
    const asked = await recover(dataDir)
    expect([asked.exit, asked.code, asked.text.includes('  quan-tri\n  quan-tri-2')]).toEqual([2, '', true])
    expect((await recover(dataDir, 'nobody')).exit).toBe(2)
    expect((await recover(dataDir, '--everything')).exit).toBe(2)
    const { code } = await recover(dataDir, 'Quan-Tri')
    expect((await redeem(endpoint, code)).statusCode).toBe(200)
  })
})

describe('the endpoint’s key', () => {
  const bytes = new TextEncoder().encode('việc chưa gửi')

  it('END-89: lost, it is made anew: devices stay enrolled, get the new one with their session, and what was sealed to the old one stays with them', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const old = device.session.endpointKey
    await scene.store.saveSetting('endpoint_key_private', '')
    const renewed = await endpointPublicKey(scene.store)
    expect(renewed).not.toBe(old)
    expect(await endpointPublicKey(scene.store)).toBe(renewed)
    const keys = await loadEndpointKeys(scene.store)
    expect(await openEnvelope(keys.envelopePrivate, await sealed(renewed, bytes))).toEqual(bytes)
    const lost = await sealed(old, bytes)
    const sha256 = createHash('sha256').update(lost).digest('hex')
    const entry = { form: 'sealed', type: 'ops', origin: device.replica, from: 1, to: 1, feed: null, bytes: 1, sha256 }
    expect(await openPart({ entry: entry as never, bytes: lost }, keys, scene.store)).toEqual({
      ok: false,
      error: 'hand-over.other-endpoint',
    })
    // The device itself sends as before: its own key was never the endpoint's.
    expect((await device.push(device.op())).push.rejected).toEqual([])
    const { challenge } = (await scene.post(paths.challenge, { replica: device.replica })).json() as {
      challenge: string
    }
    const signature = device.key.sign(`renew:${device.replica}:${challenge}`)
    const again = await scene.post(paths.renew, { replica: device.replica, challenge, signature })
    expect(new TestDevice(scene, 'secretary', sessionSchema.parse(again.json()), device.key).account).toBe(
      idOf('secretary'),
    )
  })

  it('END-89: renewed, the former one still opens what was sealed to it', async () => {
    const scene = await createScene()
    const old = await endpointPublicKey(scene.store)
    const envelope = await sealed(old, bytes)
    await renewEndpointKey(scene.store)
    await renewEndpointKey(scene.store)
    expect(await endpointPublicKey(scene.store)).not.toBe(old)
    const { envelopePrivate, envelopeFormer } = await loadEndpointKeys(scene.store)
    const opened = await Promise.all([envelopePrivate, ...envelopeFormer].map((key) => openEnvelope(key, envelope)))
    expect(opened.filter(Boolean)).toEqual([bytes])
  })
})
