/** The move as an operator makes it: the endpoint is a process that goes on taking pushes while its data leaves. */
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Op } from '#domain/change/op.ts'
import { opFingerprint } from '#server/ingest/op-fingerprint.ts'
import { runMove } from '#server/store/move/move-command.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { HttpDevice } from '#support/endpoint/http-device.ts'
import { RealEndpoint } from '#support/endpoint/real-endpoint.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { emptyDatabase, sql } from '#support/postgres/databases.ts'
import { fill } from '../store/store-records.ts'

const driver = await sqliteDriver()

function start(env: Readonly<Record<string, string>>): RealEndpoint {
  const endpoint = new RealEndpoint(env)
  onTestFinished(async () => {
    await endpoint.end('SIGKILL')
  })
  return endpoint
}

/** One device that never gives up: what is not acknowledged stays in its queue. */
class Sender {
  readonly acknowledged: Op[] = []
  readonly #device: HttpDevice
  readonly #queue: Op[] = []
  incarnation = ''

  constructor(device: HttpDevice) {
    this.#device = device
  }

  /** Pushes until the endpoint refuses; `most` ends it earlier. */
  async run(address: string, most = Number.POSITIVE_INFINITY): Promise<void> {
    await this.#device.renew(address)
    const until = this.acknowledged.length + most
    while (this.acknowledged.length < until) {
      while (this.#queue.length < 3) this.#queue.push(...this.#device.ops(3))
      const answer = await this.#device.sync(address, this.#queue).catch(() => null)
      if (answer === null) return
      if (answer.push.expect !== null) throw new Error(`the endpoint lacks ${answer.push.expect}`)
      this.incarnation = answer.inc
      while (this.#queue[0] && this.#queue[0].n <= answer.push.ack) this.acknowledged.push(this.#queue.shift() as Op)
    }
  }
}

async function prepare() {
  const outer = tempFolder()
  const [dataDir, backupDir] = [path.join(outer, 'd'), path.join(outer, 'b')]
  const store = openSqliteStore({ folder: dataDir, backupFolder: backupDir, driver, random: repeatableRandom(5) })
  await fill(store)
  const devices = await Promise.all(['may1', 'may2', 'may3'].map((name) => HttpDevice.enrol(store, 'secretary', name)))
  await store.close()
  return {
    env: { SOTAY_DATA: dataDir, SOTAY_BACKUPS: backupDir },
    senders: devices.map((device) => new Sender(device)),
  }
}

const countOf = (senders: readonly Sender[]): number =>
  senders.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)

describe('a move while devices send', () => {
  it('END-45: takes along every operation that was acknowledged, and devices go on at the new place', async () => {
    const [{ env, senders }, url] = [await prepare(), await emptyDatabase()]
    const old = start(env)
    const address = await old.address()
    const sending = senders.map((sender) => sender.run(address))
    for (let i = 0; i < 500 && countOf(senders) < 60; i++) await pause(10)
    const said: string[] = []
    expect(
      await runMove(['--from', env.SOTAY_DATA, '--to', url], { say: (text) => void said.push(text), env: {} }),
    ).toBe(0)
    await Promise.all(sending)
    const incarnations = senders.map(({ incarnation }) => incarnation)
    await old.end('SIGTERM')
    const moved = start({ ...env, DATABASE_URL: url })
    const there = await moved.address()
    await Promise.all(senders.map((sender) => sender.run(there, 9)))
    expect(senders.map(({ incarnation }) => incarnation)).toEqual(incarnations)
    await moved.end('SIGTERM')
    const { rows } = await sql(url, `SELECT dev || ' ' || n AS dot, hash FROM op`)
    const stored = new Map((rows as { dot: string; hash: string }[]).map(({ dot, hash }) => [dot, hash]))
    const acknowledged = senders.flatMap((sender) => sender.acknowledged)
    expect(acknowledged.filter((op) => stored.get(`${op.d} ${op.n}`) !== opFingerprint(op))).toEqual([])
    expect(countOf(senders)).toBeGreaterThan(80)
  }, 60_000)
})
