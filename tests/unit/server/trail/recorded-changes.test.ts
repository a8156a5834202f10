import { describe, expect, it, onTestFinished } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { COMMUNE, idOf, NEIGHBOUR } from '#support/endpoint/place-fixture.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const post = (device: TestDevice, url: string, body: object) => device.scene.post(url, body, device.headers)

/** A scene whose endpoint dies after a change and before its answer: nothing is recorded any more from there on. */
async function dyingScene() {
  const dying = { isDead: false }
  const driver = await sqliteDriver()
  const scene = await createScene({
    open: async (folder, random): Promise<EndpointStore> => {
      const store = openSqliteStore({ folder, backupFolder: `${folder}-backups`, driver, random })
      const recordTrail: EndpointStore['recordTrail'] = async (events) => {
        if (dying.isDead) throw new Error('the endpoint is gone')
        await store.recordTrail(events)
      }
      onTestFinished(() => store.close().catch(() => undefined))
      return { ...store, recordTrail }
    },
  })
  return { scene, dying }
}

const officeLinks = async (store: EndpointStore) =>
  (await store.trailPage({ chains: ['office'], limit: 50 })).filter(({ type }) => !type.startsWith('sign-in'))

describe('a change by an administrator and its link', () => {
  it('TRL-19: an endpoint that dies between a change and its answer leaves the link with the change', async () => {
    const { scene, dying } = await dyingScene()
    const [administrator, auditor] = [await signIn(scene, 'administrator'), await signIn(scene, 'auditor')]
    await auditor.push(auditor.op({ e: 'one', f: { note: ['nháp'] } }))
    dying.isDead = true
    const account = {
      username: 'moi',
      displayName: 'Công chức',
      grants: [{ scope: COMMUNE, role: 'internal-auditor', from: '2026-11-01', to: null }],
    }
    const requests: readonly (readonly [string, object])[] = [
      [paths.adminQuarantine, { device: auditor.replica, n: 1, verdict: 'dismissed', reason: 'trùng' }],
      [
        paths.adminGrants,
        { account: idOf('auditor'), scope: NEIGHBOUR, role: 'internal-auditor', from: '2026-11-01', to: null },
      ],
      [paths.adminAccount, { account: idOf('colleague'), displayName: 'Công chức địa chính' }],
      [paths.adminNameDevice, { device: auditor.replica, label: 'Máy bàn' }],
      [paths.adminRevokeDevice, { device: auditor.replica }],
      [paths.adminAccounts, { accounts: [account] }],
    ]
    for (const [url, body] of requests) await post(administrator, url, body)
    const made = await scene.store.accountByUsername('moi')
    const links = await officeLinks(scene.store)
    expect(
      links.map(({ type, account: by, subject }) => [type, by === idOf('administrator'), subject]).reverse(),
    ).toEqual([
      ['decision', true, idOf('auditor')],
      ['grant', true, idOf('auditor')],
      ['account', true, idOf('colleague')],
      ['device', true, idOf('auditor')],
      ['device', true, idOf('auditor')],
      ['account', true, made?.id],
    ])
    expect((await scene.store.deviceById(auditor.replica))?.isRevoked).toBe(true)
  })

  it('TRL-19: one that lives records each change once', async () => {
    const { scene } = await dyingScene()
    const administrator = await signIn(scene, 'administrator')
    const grant = { account: idOf('auditor'), scope: NEIGHBOUR, role: 'internal-auditor', from: '2026-11-01', to: null }
    await post(administrator, paths.adminGrants, grant)
    await post(administrator, paths.adminInvitations, { account: idOf('auditor'), days: 3 })
    const links = await officeLinks(scene.store)
    expect(links.map(({ type, detail }) => [type, JSON.parse(detail ?? '{}').way]).reverse()).toEqual([
      ['grant', paths.adminGrants],
      ['invitation', paths.adminInvitations],
    ])
  })
})
