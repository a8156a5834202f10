// What is measured. Each phase gives raw figures; `gates.ts` says what they have to be.
import { setTimeout as pause } from 'node:timers/promises'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { answerOp, each, Line, packed, renew, sync, syncRequest } from './client.ts'
import { secondsOn, type SlowLine } from './slow-line.ts'
import type { BenchDevice } from './world.ts'

const CONNECTIONS = 48

export interface IngestRun {
  readonly operations: number
  readonly perPush: number
  readonly seconds: number
  readonly perSecond: number
  readonly bytes: number
  readonly pushMs: { readonly median: number; readonly p95: number }
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

/** Many devices push at once; bodies are made before the clock starts. An operation counts when it is acknowledged. */
export async function ingest(
  address: string,
  devices: readonly BenchDevice[],
  { pushes, perPush, firstN }: { pushes: number; perPush: number; firstN: number },
): Promise<IngestRun> {
  const line = new Line(address, CONNECTIONS)
  const nowMs = Date.now()
  const work: { device: BenchDevice; token: string; bodies: Buffer[] }[] = []
  await each(devices, CONNECTIONS, async (device) => {
    const token = await renew(line, device)
    const { inc, cur } = await readAll(line, token, device)
    const own = `${device.commune}/self`
    const bodies = Array.from({ length: pushes }, (_, p) => {
      const ops = Array.from({ length: perPush }, (_unused, i) => answerOp(device, firstN + p * perPush + i, nowMs))
      // Nobody else writes into the feed meanwhile: the cursor goes on by what was pushed, as a client's does.
      return packed(syncRequest(device, ops, { inc, cur: { ...cur, [own]: (cur[own] ?? 0) + p * perPush } }))
    })
    work.push({ device, token, bodies })
  })
  await pause(500)
  const times: number[] = []
  let [acknowledged, bytes] = [0, 0]
  const since = performance.now()
  await each(work, CONNECTIONS, async ({ token, bodies }) => {
    for (const body of bodies) {
      const begun = performance.now()
      const { answer } = await sync(line, token, body)
      times.push(performance.now() - begun)
      acknowledged = Math.max(acknowledged, 0) + perPush
      bytes += body.length
      if (answer.push.rejected.length > 0 || answer.push.expect !== null) throw new Error('a push was not stored')
    }
  })
  const seconds = (performance.now() - since) / 1000
  line.close()
  times.sort((a, b) => a - b)
  return {
    operations: acknowledged,
    perPush,
    seconds,
    perSecond: acknowledged / seconds,
    bytes,
    pushMs: { median: at(times, 0.5), p95: at(times, 0.95) },
  }
}

/** Where a device stands once it has read everything. */
async function readAll(line: Line, token: string, device: BenchDevice): Promise<Pick<SyncRequest, 'inc' | 'cur'>> {
  const request = syncRequest(device, [], { maxBytes: 1_000_000 })
  for (let more = true; more; ) {
    const { answer } = await sync(line, token, packed(request))
    keep(request, answer)
    more = answer.more
  }
  return request
}

function keep(request: SyncRequest, { inc, feeds }: SyncAnswer): void {
  request.inc = inc
  for (const [feed, { after, to }] of Object.entries(feeds)) {
    delete request.pages[feed]
    if (after === null) request.cur[feed] = to
    else request.pages[feed] = after
  }
}

export interface ReturnRun {
  readonly devices: number
  readonly operations: number
  readonly seconds: number
  readonly requests: number
  readonly refused: number
  readonly deviceMs: { readonly median: number; readonly p95: number; readonly worst: number }
}

/** Everybody comes back after an outage: a session by the device's key, what was written meanwhile, what others wrote. */
export async function comeBack(address: string, devices: readonly BenchDevice[], each_: number): Promise<ReturnRun> {
  const line = new Line(address, CONNECTIONS)
  const nowMs = Date.now()
  const times: number[] = []
  let [requests, refused, stored] = [0, 0, 0]
  const since = performance.now()
  await each(devices, CONNECTIONS, async (device) => {
    const begun = performance.now()
    const token = await renew(line, device)
    const ops = Array.from({ length: each_ }, (_, i) => answerOp(device, i + 1, nowMs))
    const { answer } = await sync(line, token, packed(syncRequest(device, ops)))
    requests += 3
    stored += answer.push.ack === each_ ? each_ : 0
    refused += answer.push.rejected.length
    times.push(performance.now() - begun)
  })
  const seconds = (performance.now() - since) / 1000
  line.close()
  times.sort((a, b) => a - b)
  const deviceMs = { median: at(times, 0.5), p95: at(times, 0.95), worst: at(times, 1) }
  return { devices: devices.length, operations: stored, seconds, requests, refused, deviceMs }
}

export interface FirstSyncRun {
  readonly requests: number
  readonly bytesDown: number
  readonly bytesUp: number
  /** Seconds on the slow line until every commune's records have begun to arrive, and until all are there. */
  readonly usableSeconds: number
  readonly wholeSeconds: number
  readonly feeds: number
  readonly records: number
}

/** A monitor on a new phone. The line is modelled: bodies at its rates, one round trip a request; the endpoint's time is real. */
export async function firstSync(address: string, monitor: BenchDevice, slow: SlowLine): Promise<FirstSyncRun> {
  const line = new Line(address, 1)
  const token = await renew(line, monitor)
  const request = syncRequest(monitor, [], { maxBytes: 60_000 })
  let [requests, bytesUp, bytesDown, seconds, usableSeconds, records] = [0, 0, 0, 0, 0, 0]
  const seen = new Set<string>()
  for (let more = true; more; ) {
    const body = packed(request)
    const begun = performance.now()
    const { answer, wire } = await sync(line, token, body)
    seconds += secondsOn(slow, body.length, wire) + (performance.now() - begun) / 1000
    requests++
    bytesUp += body.length
    bytesDown += wire
    keep(request, answer)
    for (const [feed, { snap }] of Object.entries(answer.feeds)) {
      records += countOf(snap)
      seen.add(feed)
    }
    if (seen.size >= 10 && usableSeconds === 0) usableSeconds = seconds
    more = answer.more
    if (requests > 400) throw new Error('it does not end')
  }
  line.close()
  return { requests, bytesDown, bytesUp, usableSeconds, wholeSeconds: seconds, feeds: seen.size, records }
}

const countOf = (snap: unknown): number => {
  if (Array.isArray(snap)) return snap.length
  const columns = snap as { e?: readonly unknown[] } | null
  return columns?.e?.length ?? 0
}
