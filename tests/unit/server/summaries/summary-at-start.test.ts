import { describe, expect, it, onTestFinished } from 'vitest'
import type { JsonValue } from '#domain/change/op.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { createEndpoint } from '#server/create-endpoint.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { readProvinceFeed } from '#server/summaries/province-feed.ts'
import { CHEAP, NOW, repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { accountsWith, grants, idOf, places } from '#support/endpoint/place-fixture.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const driver = await sqliteDriver()
const open = (folder: string): EndpointStore =>
  openSqliteStore({ folder, backupFolder: `${folder}-backups`, driver, random: repeatableRandom() })

const [province] = places
const plan = createDemonstrationPlan(
  '2026-11-21' as LocalDate,
  places.filter(({ kind }) => kind === 'commune').map(({ id }) => id),
)

async function withAPlan(folder: string): Promise<void> {
  const store = open(folder)
  await store.savePlaces(places)
  await store.saveAccounts(accountsWith('unused'), grants)
  const account = idOf('secretary')
  const idOfDevice = (counter: number): string => `d${counter}`
  const parts = { account, label: '', publicKey: '', nowMs: NOW, idOf: idOfDevice }
  const { id: d } = await store.enrolDevice(parts)
  const f = { plan: [plan as unknown as JsonValue] as const }
  const op = { d, n: 1, h: 1, s: `${province?.id}/plan`, k: 'plan', e: plan.id, u: account, sv: 1, f }
  await store.ingest({ device: d, ops: [op], nowMs: NOW, judge: () => null })
  await store.close()
}

describe('an endpoint that starts', () => {
  it('NAT-4: has summed its provinces up soon after, and a stop leaves the record whole', async () => {
    const dataDir = tempFolder()
    await withAPlan(dataDir)
    const endpoint = await createEndpoint({
      dataDir,
      backupDir: `${dataDir}-backups`,
      demo: false,
      logger: false,
      passwordCost: CHEAP,
      clock: new SetClock(),
    })
    const watching = open(dataDir)
    onTestFinished(() => watching.close())
    const read = async () => (await readProvinceFeed(watching, province?.id ?? '')).summary
    await expect.poll(read).not.toBeNull()
    const summary = await read()
    await endpoint.close()
    expect(summary).toMatchObject({ province: province?.id, plan: plan.id, on: '2026-11-21', madeAt: NOW })
    expect(summary?.communes.map(({ unit }) => unit)).toEqual(plan.cohort)
  })
})
