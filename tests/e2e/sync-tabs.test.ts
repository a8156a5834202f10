// One person with two tabs, and one person whose device has a clock that jumps while they work.
import { expect, type Page, test } from '@playwright/test'
import { ownOperations, rowsOf } from './support/device-data.ts'
import { EndpointFacts } from './support/endpoint-facts.ts'
import { type Fault, FaultyProxy } from './support/faulty-proxy.ts'
import { Installation } from './support/installation.ts'
import { phone, Profile } from './support/profile.ts'
import { openQuestion } from './support/question.ts'
import { chip, signIn } from './support/steps.ts'
import { jumpClock, makeClockMovable } from './support/wrong-clock.ts'

const BY_ITSELF = { timeout: 30_000 }
const SENT = /Đã gửi/

let installation: Installation
let facts: EndpointFacts
let proxy: FaultyProxy
let reached: Installation
let profile: Profile

test.beforeAll(async () => {
  installation = await Installation.create()
  proxy = await FaultyProxy.before(installation.address)
  reached = Object.create(installation, { address: { value: proxy.address } }) as Installation
  facts = await EndpointFacts.of(installation)
})

test.afterAll(async () => {
  await proxy.close()
  await installation.remove()
})

test.beforeEach(() => {
  proxy.fault = null
  profile = new Profile(phone)
})

test.afterEach(() => profile.remove())

const ownNumbers = async (page: Page): Promise<readonly number[]> =>
  ((await rowsOf(page, { database: 'sotay-demo', table: 'own' })) as { readonly n: number }[]).map(({ n }) => n)

const heldLocks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query()
    return held.map(({ name = '' }) => name).filter((name) => name.startsWith('sotay-sync-'))
  })

/** Whether this tab holds the lock of the one that syncs: a lock of its own tells the browser's name for the tab. */
const isLeader = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    navigator.locks.request(`probe-${crypto.randomUUID()}`, async (probe) => {
      const { held = [] } = await navigator.locks.query()
      const self = held.find(({ name }) => name === probe?.name)?.clientId
      return held.some(({ name = '', clientId }) => name.startsWith('sotay-sync-') && clientId === self)
    }),
  )

const answer = (page: Page, choice: number) => page.getByRole('radio').nth(choice).check()

test('SYN-1, DAT-2: two tabs write without a gap in the numbers, one of them talks to the endpoint, and closing it hands over', async () => {
  const first = await profile.open()
  await signIn(first, reached, 'thuky.doanket')
  await openQuestion(first, reached.address)
  const second = await first.context().newPage()
  await openQuestion(second, reached.address)
  const before = await facts.count(first)
  let underWay = 0
  // Only rounds of sync are counted: a tab may fetch other things of its own.
  const hold: Fault = ({ req }) => {
    if (req.url?.endsWith('/v1/sync')) underWay += 1
  }
  await test.step('the leader waits for an answer; the other tab does not ask beside it', async () => {
    proxy.fault = hold
    await first.bringToFront()
    await answer(first, 1)
    await expect.poll(() => underWay).toBe(1)
    for (const [ofSecond, ofFirst] of [
      [2, 0],
      [3, 1],
      [0, 2],
    ] as const) {
      await answer(second, ofSecond)
      await answer(first, ofFirst)
    }
    await first.waitForTimeout(3_000)
    expect(underWay).toBe(1)
    expect(await heldLocks(second)).toHaveLength(1)
  })
  await test.step('the leader is closed; the other tab sends what both wrote', async () => {
    // Both tabs hear of a write, so either may have been the quicker one.
    const [leader, other] = (await isLeader(first)) ? [first, second] : [second, first]
    expect(await isLeader(leader)).toBe(true)
    expect(await isLeader(other)).toBe(false)
    proxy.fault = null
    await leader.close()
    await other.bringToFront()
    await facts.untilEverythingArrived(other, before, BY_ITSELF.timeout)
    await expect(chip(other)).toContainText(SENT)
    const numbers = await ownNumbers(other)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect(numbers.length - before.device).toBeGreaterThanOrEqual(7)
  })
})

const YEARS = 10 * 365 * 86_400_000

test('SYN-5: a clock that jumps ten years ahead, twenty back and home again in one session stops nothing and loses nothing', async () => {
  const page = await profile.open()
  await makeClockMovable(page)
  await signIn(page, reached, 'thuky.doanket')
  await openQuestion(page, reached.address)
  const before = await facts.count(page)
  const jumps = [
    { shift: YEARS, isTold: true },
    { shift: -YEARS, isTold: true },
    { shift: 0, isTold: false },
  ]
  for (const [i, { shift, isTold }] of jumps.entries()) {
    const { device } = await facts.count(page)
    await jumpClock(page, shift)
    await answer(page, i)
    await expect.poll(() => ownOperations(page)).toBeGreaterThan(device)
    await facts.untilEverythingArrived(page, before, BY_ITSELF.timeout)
    await expect(chip(page)).toHaveText(isTold ? /Đã gửi.*đồng hồ máy bị lệch/ : /Đã gửi(?!.*đồng hồ)/, BY_ITSELF)
  }
  await page.reload()
  await expect(page.getByRole('radio').nth(2)).toBeChecked()
})
