// A line that breaks inside a message, at any byte and in either direction. What counts is what the endpoint then has:
// every operation once, every photo with the hash it is named by. SOTAY_LONG=1 cuts more often.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type Cut, CuttingRelay } from './support/cutting-relay.ts'
import { rowsOf } from './support/device-data.ts'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { Installation } from './support/installation.ts'
import { chance, isLong, seedOfRun } from './support/length.ts'
import { phone, Profile } from './support/profile.ts'
import { openQuestion } from './support/question.ts'
import { alwaysSendPhotos, chip, photograph, signIn } from './support/steps.ts'

/** By itself: longer than the waits after a few failures. */
const BY_ITSELF = { timeout: 60_000 }
/** The same after eight failures in a row, each wait up to twice the one before. */
const BY_ITSELF_AFTER_ALL = { timeout: isLong ? 300_000 : 60_000 }
const SENT = /Đã gửi/
const [ROUNDS, CHUNKS_CUT] = isLong ? [20, 8] : [4, 2]

test.setTimeout(isLong ? 600_000 : 120_000)

let installation: Installation
let facts: EndpointFacts
let relay: CuttingRelay
let profile: Profile
let page: Page
const seed = seedOfRun()
const random = chance(seed)

test.beforeAll(async () => {
  console.log(`cuts with SOTAY_SEED=${seed}`)
  installation = await Installation.create()
  relay = await CuttingRelay.before(installation.address)
  facts = await EndpointFacts.of(installation)
  profile = new Profile(phone)
  page = await profile.open()
  await signIn(
    page,
    Object.create(installation, { address: { value: relay.address } }) as Installation,
    'thuky.doanket',
  )
})

test.afterAll(async () => {
  await profile.remove()
  await relay.close()
  await installation.remove()
})

const somewhere = (request: RegExp, way: Cut['way']): Cut => ({ request, way, at: random() })

test('SYN-2: a round cut at any byte, on its way out or back, is repeated, and the endpoint has each operation once', {
  tag: '@chance',
}, async () => {
  await openQuestion(page, relay.address)
  await expect(chip(page)).toContainText(SENT)
  const before = await facts.count(page)
  for (let round = 0; round < ROUNDS; round++) {
    const cutsBefore = relay.cuts
    relay.plan(somewhere(/^POST \/v1\/sync /, round % 2 === 0 ? 'out' : 'back'))
    await page
      .getByRole('radio')
      .nth(round % 4)
      .check()
    await expect.poll(() => relay.cuts, BY_ITSELF).toBe(cutsBefore + 1)
    await expect(chip(page)).toContainText(SENT, BY_ITSELF)
    await facts.expectEverythingOnce(page, before)
  }
})

/** Files of the endpoint that are named by a hash, with the hash of what is in them. */
function photosAtEndpoint(): ReadonlyMap<string, string> {
  const folder = path.join(installation.dataDir, 'blobs')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[0-9a-f]{2}.[0-9a-f]{64}$/.test(file),
  )
  const hashOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex')
  return new Map(files.map((file) => [path.basename(file), hashOf(file)]))
}

test('SYN-13: a photo whose chunks are cut at any byte arrives whole, under the hash of its bytes', {
  tag: '@chance',
}, async () => {
  await alwaysSendPhotos(page, relay.address)
  await openQuestion(page, relay.address)
  const known = photosAtEndpoint()
  relay.plan(...Array.from({ length: CHUNKS_CUT }, (_, i) => somewhere(/^PATCH \/v1\/uploads/, i % 2 ? 'back' : 'out')))
  const cutsBefore = relay.cuts
  await photograph(page)
  await expect.poll(() => relay.cuts, BY_ITSELF_AFTER_ALL).toBe(cutsBefore + CHUNKS_CUT)
  await expect(chip(page)).toContainText(SENT, BY_ITSELF_AFTER_ALL)
  const onDevice = (await rowsOf(page, { database: 'sotay-demo', table: 'blob' })) as { readonly sha: string }[]
  const added = [...photosAtEndpoint()].filter(([name]) => !known.has(name))
  expect(added.length).toBeGreaterThanOrEqual(2)
  for (const [name, hash] of added) {
    expect(hash).toBe(name)
    expect(onDevice.map(({ sha }) => sha)).toContain(name)
  }
})
