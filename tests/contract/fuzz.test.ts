// Every route of a real endpoint process, with messages made from its schemas and then spoilt. `npm run fuzz` plays it for
// minutes, `npm test` for seconds; what is found is printed with its seed and shrunk to the least that still fails.
import process from 'node:process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { type Route, routesOf } from '#support/endpoint/routes-of.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import {
  callers,
  type FuzzCaller,
  type FuzzRequest,
  messageNames,
  namedMessages,
  requestTo,
} from '#support/fuzz/requests.ts'
import { endConnections, send } from '#support/fuzz/send.ts'
import { FuzzTarget, RECORDS, RIGHTS } from '#support/fuzz/target.ts'
import { wrongWith } from '#support/fuzz/verdict.ts'

const SHORT_MINUTES = 0.2
const minutes = Number(process.env.SOTAY_FUZZ_MINUTES ?? SHORT_MINUTES)
const seed = Number(process.env.SOTAY_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const limitMs = minutes * 60_000
const RUNS_AT_ONCE = 8
/** Above the first requests; rate counters, caches and the store's own pages have room in it. */
const MOST_GROWTH = 150_000_000

let target: FuzzTarget
let routes: readonly Route[]
const counts = new Map<string, number>()

beforeAll(async () => {
  target = await FuzzTarget.start(tempFolder())
}, 120_000)

afterAll(async () => {
  endConnections()
  await target?.endpoint.end('SIGKILL')
})

async function listRoutes(): Promise<readonly Route[]> {
  const scene = await createScene()
  return routesOf(scene.app)
}

const told = ({ body, ...rest }: FuzzRequest): string =>
  JSON.stringify({ ...rest, bytes: body?.length ?? 0, body: body?.subarray(0, 600).toString('latin1') })

async function play(asked: FuzzRequest): Promise<void> {
  const token = await target.token(asked.caller)
  const answer = await send(target.origin, asked, token)
  const outcome = answer.type === 'answer' ? `${Math.floor(answer.status / 100)}xx` : answer.type
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  if (answer.type === 'answer' && answer.status === 401 && token !== null) await target.renew(token)
  const wrong = wrongWith(asked, answer)
  if (wrong !== null) throw new Error(`${wrong}: ${told(asked)}`)
}

/** What was found, or nothing. */
async function fuzzRoute(route: Route, from: readonly FuzzCaller[], at: number): Promise<string | undefined> {
  const asked = requestTo(route).filter(({ caller }) => from.includes(caller))
  const details = await fc.check(fc.asyncProperty(asked, play), {
    seed: seed + at,
    numRuns: RUNS_AT_ONCE,
    interruptAfterTimeLimit: 120_000,
    markInterruptAsFailure: false,
  })
  if (!details.failed) return undefined
  const { errorInstance } = details
  const error = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  const again = `SOTAY_FUZZ_SEED=${seed}`
  return `${route.method} ${route.url}, ${again}, path ${details.counterexamplePath}: ${error}`
}

/** Round after round over the routes until the time is over; every route at least once. */
async function fuzz(chosen: readonly Route[], from: readonly FuzzCaller[], forMs: number): Promise<void> {
  const end = performance.now() + forMs
  const found = new Map<Route, string>()
  for (let at = 0; at < chosen.length || performance.now() < end; at++) {
    const route = chosen[at % chosen.length]
    const wrong = route && !found.has(route) ? await fuzzRoute(route, from, at) : undefined
    if (route && wrong !== undefined) found.set(route, wrong)
    if (found.size === chosen.length) break
  }
  expect([...found.values()]).toEqual([])
}

describe('a fuzzed endpoint', () => {
  it(
    'END-71: answers whatever comes, in time, with a code and its headers, and does not grow',
    async () => {
      routes = await listRoutes()
      expect(routes.length).toBeGreaterThan(15)
      expect(namedMessages.filter((name) => !messageNames.has(name))).toEqual([])
      await fuzz(routes, callers, limitMs * 0.1)
      const before = await target.memory()
      await fuzz(routes, callers, limitMs * 0.6)
      expect(counts.get('2xx') ?? 0).toBeGreaterThan(0)
      expect(counts.get('4xx') ?? 0).toBeGreaterThan(0)
      expect((await target.memory()) - before).toBeLessThan(MOST_GROWTH)
      expect(target.endpoint.said).not.toContain('Bearer')
      process.stdout.write(`fuzz: seed ${seed}, ${JSON.stringify(Object.fromEntries(counts))}\n`)
    },
    limitMs + 240_000,
  )

  it(
    'END-71: keeps every record as it is, whatever is sent by somebody who is not signed in',
    async () => {
      const before = target.state(RECORDS)
      await fuzz(routes, ['nobody', 'invented'], limitMs * 0.15)
      expect(target.state(RECORDS)).toBe(before)
    },
    limitMs + 240_000,
  )

  it(
    'END-71: keeps rights and accounts as they are, whatever is sent by somebody who is no administrator',
    async () => {
      const before = target.state(RIGHTS)
      await fuzz(
        routes.filter(({ url }) => url.startsWith('/v1/admin')),
        ['secretary'],
        limitMs * 0.15,
      )
      expect(target.state(RIGHTS)).toBe(before)
      expect(target.endpoint.process.exitCode).toBeNull()
    },
    limitMs + 240_000,
  )
})
