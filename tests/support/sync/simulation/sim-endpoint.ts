/**
 * The endpoint of a simulation: the real ingest, access rules and SQLite store, with HTTP and sessions reduced to a
 * function from request to answer, so that it can be restarted, restored and asked without a port.
 */
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod/mini'
import type { Grant } from '#domain/access/role.ts'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { endpointHeader, paths } from '#protocol/paths.ts'
import { syncRequestSchema } from '#protocol/sync-message.ts'
import { identityOf, loadCaller } from '#server/identity/caller.ts'
import { createPlaceDirectory, type PlaceDirectory } from '#server/identity/place-tree.ts'
import { answerSync } from '#server/ingest/answer-sync.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { findSqlite, type SqliteDriver } from '#server/store/sqlite/sqlite-surface.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { people, places } from './cast.ts'

/** No power fails in a simulation; waiting for the disk would only make it slow. Crash tests use the real setting. */
const withoutFsync = (driver: SqliteDriver): SqliteDriver => ({
  ...driver,
  open(file, options) {
    const db = driver.open(file, options)
    db.exec('PRAGMA synchronous = OFF')
    return {
      exec: (sql) => db.exec(sql.replace('synchronous = FULL', 'synchronous = OFF')),
      prepare: (sql) => db.prepare(sql),
      close: () => db.close(),
    }
  },
})

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { [endpointHeader]: '1', 'content-type': 'application/json' } })

export class SimEndpoint {
  readonly #folder: string
  readonly #driver: SqliteDriver
  readonly #now: () => number
  readonly #directory: PlaceDirectory = createPlaceDirectory(places)
  readonly #deviceByToken = new Map<string, string>()
  #tokens = 0
  #opened = 0
  #backups = 0
  store: EndpointStore
  /** Bytes of JSON in one answer at most: small ones cut deltas and snapshots into many pages. */
  answerLimit = Number.MAX_SAFE_INTEGER

  private constructor(folder: string, driver: SqliteDriver, now: () => number) {
    this.#folder = folder
    this.#driver = driver
    this.#now = now
    this.store = this.#open()
  }

  static async start(now: () => number, grants: readonly Grant[]): Promise<SimEndpoint> {
    const driver = await findSqlite()
    if (!driver.ok) throw new Error(`no SQLite that is new enough: ${driver.error.join()}`)
    const endpoint = new SimEndpoint(
      mkdtempSync(path.join(tmpdir(), 'sotay-simulation-')),
      withoutFsync(driver.value),
      now,
    )
    await endpoint.store.savePlaces(places)
    await endpoint.setGrants(grants)
    return endpoint
  }

  #open(): EndpointStore {
    const opening = ++this.#opened
    let byte = 0
    const random: RandomSource = { bytes: (length) => Uint8Array.from({ length }, () => (opening * 31 + ++byte) % 256) }
    return openSqliteStore({
      folder: this.#folder,
      backupFolder: path.join(this.#folder, 'backup'),
      driver: this.#driver,
      random,
    })
  }

  async setGrants(grants: readonly Grant[]): Promise<void> {
    const accounts = people.map(({ account }) => ({
      id: account,
      username: account,
      displayName: account,
      isIllustrative: true,
      passwordHash: null,
    }))
    await this.store.saveAccounts(accounts, grants)
  }

  async enrol(account: string): Promise<string> {
    const device = { account, label: 'sim', publicKey: '', nowMs: this.#now(), idOf: (n: number) => `d${n}` }
    return (await this.store.enrolDevice(device)).id
  }

  openSession(device: string): string {
    const token = `token-${++this.#tokens}`
    this.#deviceByToken.set(token, device)
    return token
  }

  expireSessions(): void {
    this.#deviceByToken.clear()
  }

  async restart(): Promise<void> {
    await this.store.close()
    this.store = this.#open()
  }

  async backUp(): Promise<void> {
    await this.store.backup(this.#now())
    this.#backups++
  }

  get hasBackup(): boolean {
    return this.#backups > 0
  }

  /** The data folder is lost; the newest backup is put in its place. */
  async restore(): Promise<void> {
    await this.store.close()
    const backups = path.join(this.#folder, 'backup')
    const newest = readdirSync(backups)
      .filter((name) => name.startsWith('endpoint-'))
      .sort()
      .at(-1)
    if (!newest) throw new Error('no backup')
    const file = path.join(this.#folder, 'endpoint.sqlite')
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    copyFileSync(path.join(backups, newest), file)
    this.store = this.#open()
  }

  async stop(): Promise<void> {
    await this.store.close()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  async handle(url: string, headers: Headers, body: Uint8Array | null): Promise<Response> {
    const sent: unknown = body ? JSON.parse(gunzipSync(body).toString('utf8')) : undefined
    if (url === paths.challenge) return json({ challenge: `challenge-${++this.#tokens}` })
    if (url === paths.renew) return this.#renew(sent as { replica: string; signature: string })
    const device = this.#deviceByToken.get((headers.get('authorization') ?? '').slice('Bearer '.length))
    if (device === undefined) return json({ code: 'auth.session-expired' }, 401)
    return this.#asCaller(device, url, sent)
  }

  async #asCaller(id: string, url: string, sent: unknown): Promise<Response> {
    const { store } = this
    const nowMs = this.#now()
    const device = await store.deviceById(id)
    const caller = device && (await loadCaller(store, device.account, device, nowMs))
    if (!caller) return json({ code: 'device.unknown' }, 403)
    if (url === paths.identity) return json(identityOf(caller, this.#directory))
    const request = z.safeParse(syncRequestSchema, sent)
    if (!request.success) return json({ code: 'request.malformed' }, 400)
    const asked = { ...request.data, maxBytes: Math.min(request.data.maxBytes, this.answerLimit) }
    const answer = await answerSync({ store, directory: this.#directory, caller, nowMs }, asked)
    return answer.ok ? json(answer.value) : json(answer.error, answer.error.code === 'device.forked' ? 409 : 400)
  }

  async #renew({ replica, signature }: { replica: string; signature: string }): Promise<Response> {
    const device = await this.store.deviceById(replica)
    const caller = device && (await loadCaller(this.store, device.account, device, this.#now()))
    if (!caller || !signature.startsWith(`renew:${replica}:challenge-`)) return json({ code: 'device.unknown' }, 403)
    const token = this.openSession(replica)
    const identity = identityOf(caller, this.#directory)
    return json({ token, expiresAt: this.#now() + 1, now: this.#now(), replica, identity, endpointKey: '{}' })
  }
}
