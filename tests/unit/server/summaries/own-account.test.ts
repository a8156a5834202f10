import { describe, expect, it } from 'vitest'
import { adminOverviewSchema } from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import { asEndpoint, ENDPOINT_ACCOUNT, writeAsEndpoint } from '#server/endpoint-writer/endpoint-writer.ts'
import { NOW, repeatableRandom } from '#support/endpoint/edges.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, trySignIn } from '#support/endpoint/test-device.ts'

describe('the account the endpoint writes summaries under', () => {
  it('NAT-10: is nobody to an administrator, and nobody signs in with it', async () => {
    const scene = await createScene()
    const before = await scene.store.facts()
    const writing = { store: scene.store, random: repeatableRandom(5), nowMs: NOW }
    const fields = { plan: '', on: '2026-11-21', madeAt: NOW, columns: {} }
    const record = { feed: 'p20/plan', kind: 'pilot-summary', entity: 'psm.p20', fields, regs: {} } as const
    await asEndpoint(scene.store, () => writeAsEndpoint(writing, [record]))
    expect((await scene.store.facts()).ops).toBe(before.ops + 1)
    const account = await scene.store.accountById(ENDPOINT_ACCOUNT)
    expect(account).toMatchObject({ passwordHash: null })
    expect(await scene.store.grants(ENDPOINT_ACCOUNT)).toEqual([])
    expect((await trySignIn(scene, account?.username ?? '')).statusCode).toBe(401)
    const { headers } = await signIn(scene, 'administrator')
    const { accounts, devices } = adminOverviewSchema.parse((await scene.get(paths.adminOverview, headers)).json())
    expect(accounts.map(({ id }) => id)).not.toContain(ENDPOINT_ACCOUNT)
    expect(devices.map((device) => device.account)).not.toContain(ENDPOINT_ACCOUNT)
    expect(devices.length).toBeGreaterThan(0)
  })
})
