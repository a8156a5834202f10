/**
 * The endpoint of a simulation: the real ingest, access rules and SQLite store, with HTTP and sessions reduced to a
 * function from request to answer, so that it can be restarted, restored and asked without a port. Before and after
 * every call of the store a request waits at a gate: there two requests meet, and there the process is killed.
 */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as z from 'zod/mini'
import type { Grant } from '#domain/access/role.ts'
import type { Op } from '#domain/change/op.ts'
import { type ArchiveLine, readArchiveLine } from '#server/archive/archive-line.ts'
import type { RandomSource } from '#domain/kernel/clock.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { HandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import type { HandOverAnswer, HandOverPass } from '#protocol/hand-over/hand-over-message.ts'
import { endpointHeader, paths } from '#protocol/paths.ts'
import { syncRequestSchema } from '#protocol/sync-message.ts'
import { HandOverDesk } from '#server/hand-over/hand-over-desk.ts'
import { problemOfError, statusOf } from '#server/http/problem-reply.ts'
import { identityOf, loadCaller, todayAt } from '#server/identity/caller.ts'
import { changeUnits } from '#server/identity/change-units.ts'
import { type LiveDirectory, openLiveDirectory } from '#server/identity/live-directory.ts'
import { answerSync } from '#server/ingest/answer-sync.ts'
import { takeIn } from '#server/ingest/take-in.ts'
import { opOfRow } from '#server/store/sqlite/op-rows.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { type Database, findSqlite, type SqliteDriver, type SqlRow } from '#server/store/sqlite/sqlite-surface.ts'
import type { CompactOrder } from '#server/store/compaction-contract.ts'
import type { EndpointStore, PushOutcome } from '#server/store/store-contract.ts'
import { FEEDS, people, places } from './cast.ts'
import { markOf } from './mark.ts'
import { type PhotoRequest, SimPhotos } from './sim-photos.ts'

const EVERYTHING = 1_000_000_000

interface Renewal {
  readonly replica: string
  readonly signature: string
  readonly asNew?: boolean
}

export type Gate = () => Promise<void>

/** Kept in memory where the machine has such a folder: ten thousand small databases would wear a disk for nothing. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** No power fails here; waiting for the disk would only make it slow. The tests of crashes use the real setting. */
const withoutFsync = (driver: SqliteDriver, opened: Database[]): SqliteDriver => ({
  ...driver,
  open(file, options) {
    const db = driver.open(file, options)
    db.exec('PRAGMA synchronous = OFF')
    const handle = {
      exec: (sql: string) => db.exec(sql.replace('synchronous = FULL', 'synchronous = OFF')),
      prepare: (sql: string) => db.prepare(sql),
      close: () => {
        if (opened.includes(handle)) opened.splice(opened.indexOf(handle), 1)
        db.close()
      },
    }
    if (file.endsWith('endpoint.sqlite')) opened.push(handle)
    return handle
  },
})

/** The process ended in the middle. */
export class CutError extends Error {}

const dotOf = ({ dev, n }: SqlRow): string => `${dev}:${n}`

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { [endpointHeader]: '1', 'content-type': 'application/json' } })

/** The store behind gates. */
function gated(store: EndpointStore, gate: Gate): EndpointStore {
  const calls = Object.entries(store).map(([name, call]: [string, (...given: unknown[]) => Promise<unknown>]) => [
    name,
    async (...given: unknown[]) => {
      await gate()
      const result = await call(...given)
      await gate()
      return result
    },
  ])
  return Object.fromEntries(calls) as EndpointStore
}

export interface EndpointOptions {
  readonly now: () => number
  readonly grants: readonly Grant[]
  readonly gate?: Gate
  /** A rule broken on purpose. */
  readonly mutant?: (store: EndpointStore) => EndpointStore
}

export class SimEndpoint {
  readonly #folder: string
  readonly #driver: SqliteDriver
  readonly #now: () => number
  readonly #gate: Gate
  readonly #handles: Database[]
  readonly #mutant: (store: EndpointStore) => EndpointStore
  readonly #deviceByToken = new Map<string, string>()
  #directory: LiveDirectory | undefined
  /** Every replica there ever was. */
  readonly enrolled: string[] = []
  #tokens = 0
  #merged: LocalDate | undefined
  /** How often a copied profile was given another replica. */
  twins = 0
  #opened = 0
  #stores: EndpointStore[] = []
  #grants: readonly Grant[]
  readonly photos = new SimPhotos()
  /** Survives everything, as files beside the data and beside the backups do. */
  readonly #archive = new Map<string, Op>()
  readonly #backedUp = new Map<string, number>()
  readonly #revoked = new Set<string>()
  /** Bytes of JSON in one answer at most: small ones cut deltas and snapshots into many pages. */
  answerLimit = Number.MAX_SAFE_INTEGER
  /** The largest answer, against what was asked for (I11). */
  longestExcess = 0

  private constructor(folder: string, driver: SqliteDriver, handles: Database[], options: EndpointOptions) {
    this.#folder = folder
    this.#driver = driver
    this.#handles = handles
    this.#now = options.now
    this.#gate = options.gate ?? (async () => undefined)
    this.#mutant = options.mutant ?? ((store) => store)
    this.#grants = options.grants
    this.#stores = [this.#open()]
  }

  static async start(options: EndpointOptions): Promise<SimEndpoint> {
    const driver = await findSqlite()
    if (!driver.ok) throw new Error(`no SQLite that is new enough: ${driver.error.join()}`)
    const handles: Database[] = []
    const folder = mkdtempSync(path.join(FOLDER, 'sotay-simulation-'))
    const endpoint = new SimEndpoint(folder, withoutFsync(driver.value, handles), handles, options)
    await endpoint.store.savePlaces(places)
    endpoint.#directory = await openLiveDirectory(endpoint.store)
    await endpoint.setGrants(options.grants)
    return endpoint
  }

  /** The store itself, for checks and for what happens beside requests. */
  get store(): EndpointStore {
    const [store] = this.#stores
    if (!store) throw new Error('the endpoint is not running')
    return store
  }

  /** As the endpoint's processes keep it in memory. */
  get directory(): LiveDirectory {
    if (!this.#directory) throw new Error('the endpoint has not started')
    return this.#directory
  }

  get instances(): number {
    return this.#stores.length
  }

  #open(): EndpointStore {
    const opening = ++this.#opened
    let byte = 0
    const random: RandomSource = { bytes: (length) => Uint8Array.from({ length }, () => (opening * 31 + ++byte) % 256) }
    const backupFolder = path.join(this.#folder, 'backup')
    return openSqliteStore({ folder: this.#folder, backupFolder, driver: this.#driver, random })
  }

  async #closeAll(): Promise<void> {
    for (const store of this.#stores) await store.close()
    this.#stores = []
  }

  /** One more process on the same database, or one again. */
  async setInstances(count: 1 | 2): Promise<void> {
    while (this.#stores.length > count) await this.#stores.pop()?.close()
    while (this.#stores.length < count) this.#stores.push(this.#open())
  }

  /** No page more than there are: the next write that needs one fails in the middle of its transaction. */
  setDiskFull(isFull: boolean): void {
    for (const handle of this.#handles) handle.exec(`PRAGMA max_page_count = ${isFull ? 1 : 1_000_000}`)
  }

  async setGrants(grants: readonly Grant[]): Promise<void> {
    this.#grants = grants
    const accounts = people.map(({ account }) => ({
      id: account,
      username: account,
      displayName: account,
      isIllustrative: true,
      passwordHash: null,
    }))
    await this.store.saveAccounts(accounts, grants)
  }

  /** Never the same id twice, also after a restoration: the real one has chance in it. */
  async enrol(account: string, store: EndpointStore = this.store, publicKey = ''): Promise<string> {
    const id = `d${this.enrolled.length + 1}`
    this.enrolled.push(id)
    await store.enrolDevice({ account, label: 'sim', publicKey, nowMs: this.#now(), idOf: () => id })
    return id
  }

  /** Moves what was replaced to the archive; `cut` ends the process before or after that has it. */
  async compact(order: Omit<CompactOrder, 'nowMs' | 'keep'>, cut: 'before' | 'after' | null): Promise<void> {
    const keep = async (lines: readonly ArchiveLine[]): Promise<void> => {
      if (cut === 'before') throw new CutError()
      for (const { line } of lines) {
        const row = readArchiveLine(line)?.row
        if (row) this.#archive.set(dotOf(row), opOfRow(row))
      }
      if (cut === 'after') throw new CutError()
    }
    await this.store.compact({ ...order, nowMs: this.#now(), keep })
  }

  /** What the store says it moved, as the archive has it; throws where that lacks something. */
  archived(): readonly Op[] {
    const stubs = this.#handles[0]?.prepare('SELECT dev, n FROM archived_op').all() ?? []
    return stubs.map((stub) => {
      const op = this.#archive.get(dotOf(stub))
      if (!op) throw new Error(`I1: ${dotOf(stub)} left its feed and is not in the archive`)
      return op
    })
  }

  /** Every operation that is here, in a feed or in quarantine, by its mark. */
  async marks(): Promise<ReadonlySet<string>> {
    const marks = new Set<string>((await this.store.quarantine(EVERYTHING)).map(({ op }) => markOf(op)))
    for (const feed of FEEDS)
      for (const op of (await this.store.pull(feed, 0, '', EVERYTHING)).ops) marks.add(markOf(op))
    for (const op of this.archived()) marks.add(markOf(op))
    return marks
  }

  async revoke(device: string): Promise<void> {
    this.#revoked.add(device)
    await this.store.revokeDevice(device)
  }

  isRevoked(device: string): boolean {
    return this.#revoked.has(device)
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
    const count = this.instances
    await this.#closeAll()
    for (let i = 0; i < count; i++) this.#stores.push(this.#open())
    this.#directory = await openLiveDirectory(this.store)
  }

  async backUp(): Promise<void> {
    await this.store.backup(this.#now())
    this.photos.sweep()
    for (const { id, lastN } of await this.store.devices()) this.#backedUp.set(id, lastN)
  }

  /** Highest n of the device in the newest backup. */
  backedUp(device: string): number {
    return this.#backedUp.get(device) ?? 0
  }

  /** The data folder is lost; the newest backup is put in its place, and the administrator repeats what was decided since. */
  async restore(): Promise<void> {
    await this.#closeAll()
    const backups = path.join(this.#folder, 'backup')
    const newest = readdirSync(backups)
      .filter((name) => name.startsWith('endpoint-') && name.endsWith('.sqlite'))
      .sort()
      .at(-1)
    if (!newest) throw new Error('no backup')
    const file = path.join(this.#folder, 'endpoint.sqlite')
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    copyFileSync(path.join(backups, newest), file)
    this.#stores = [this.#open()]
    this.#directory = await openLiveDirectory(this.store)
    await this.photos.restore(this.store, this.#now())
    if (this.#merged) await this.#merge(this.#merged)
    await this.setGrants(this.#grants)
    this.#grants = await this.store.grants()
    for (const device of this.#revoked) await this.store.revokeDevice(device)
  }

  async stop(): Promise<void> {
    await this.#closeAll()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** A file somebody brought: operations of one device, judged by their author's rights whoever carried it. */
  async takeInFile(device: string, ops: readonly Op[]): Promise<PushOutcome> {
    const known = await this.store.deviceById(device)
    if (!known) return { type: 'unknown-device' }
    const grants = await this.store.grants(known.account)
    return takeIn({ store: this.store, directory: this.directory, nowMs: this.#now() }, { device: known, grants }, ops)
  }

  #desk(): HandOverDesk {
    const { store, directory, photos } = this
    const clock = { now: () => this.#now() }
    return new HandOverDesk({ store, directory, blobs: photos.files(this.#folder), clock })
  }

  /** What a device fetches to make files; null where the endpoint does not know it, or does not trust it any more. */
  async passFor(replica: string): Promise<HandOverPass | null> {
    const device = await this.store.deviceById(replica)
    const caller = device && !device.isRevoked && (await loadCaller(this.store, device.account, device, this.#now()))
    return caller ? this.#desk().pass(caller) : null
  }

  /** A file as the app makes it, opened by the endpoint's own desk. */
  takeInSealed(file: HandOverFile): Promise<HandOverAnswer> {
    return this.#desk().takeIn(file)
  }

  /** `instance` picks the process that gets the request. */
  async handle(
    url: string,
    headers: Headers,
    body: Uint8Array | null,
    instance = 0,
    method = 'POST',
  ): Promise<Response> {
    const store = this.#mutant(gated(this.#stores[instance % this.#stores.length] ?? this.store, this.#gate))
    try {
      if (this.photos.isOwn(url)) return await this.#photo(store, { url, headers, body, method })
      return await this.#answer(store, url, headers, body)
    } catch (error) {
      const problem = problemOfError(error)
      if (problem.code === 'server.internal') throw error
      return json(problem, statusOf(problem.code))
    }
  }

  async #photo(
    store: EndpointStore,
    request: Pick<PhotoRequest, 'url' | 'headers' | 'body' | 'method'>,
  ): Promise<Response> {
    const known = this.#deviceByToken.get((request.headers.get('authorization') ?? '').slice('Bearer '.length))
    const device = known === undefined ? null : await store.deviceById(known)
    const caller = device && (await loadCaller(store, device.account, device, this.#now()))
    if (!caller) return json({ code: 'auth.session-expired' }, 401)
    if (device.isRevoked) return json({ code: 'device.unknown' }, 403)
    const { directory } = this
    await directory.refresh()
    return this.photos.answer({ ...request, store, directory, caller, nowMs: this.#now() })
  }

  async #answer(store: EndpointStore, url: string, headers: Headers, body: Uint8Array | null): Promise<Response> {
    let sent: unknown
    try {
      sent = body ? JSON.parse(gunzipSync(body).toString('utf8')) : undefined
    } catch {
      return json({ code: 'request.malformed' }, 400)
    }
    if (url === paths.challenge) return json({ challenge: `challenge-${++this.#tokens}` })
    if (url === paths.renew) return this.#renew(store, sent as Renewal)
    const device = this.#deviceByToken.get((headers.get('authorization') ?? '').slice('Bearer '.length))
    if (device === undefined) return json({ code: 'auth.session-expired' }, 401)
    return this.#asCaller(store, device, url, sent)
  }

  async #asCaller(store: EndpointStore, id: string, url: string, sent: unknown): Promise<Response> {
    const nowMs = this.#now()
    const device = await store.deviceById(id)
    const caller = device && (await loadCaller(store, device.account, device, nowMs))
    if (!caller) return json({ code: 'device.unknown' }, 403)
    const { directory } = this
    await directory.refresh()
    if (url === paths.identity) return json(identityOf(caller, directory))
    const request = z.safeParse(syncRequestSchema, sent)
    if (!request.success) return json({ code: 'request.malformed' }, 400)
    const asked = { ...request.data, maxBytes: Math.min(request.data.maxBytes, this.answerLimit) }
    const isPhotoSafe = (sha256: string): boolean => this.photos.copies.has(sha256)
    const answer = await answerSync({ store, directory, caller, nowMs, isPhotoSafe }, asked)
    if (!answer.ok) return json(answer.error, statusOf(answer.error.code))
    this.longestExcess = Math.max(this.longestExcess, JSON.stringify(answer.value.feeds).length - asked.maxBytes)
    return json(answer.value)
  }

  async #renew(store: EndpointStore, { replica: asked, signature, asNew }: Renewal): Promise<Response> {
    const device = await store.deviceById(asked)
    const caller = device && (await loadCaller(store, device.account, device, this.#now()))
    if (!caller || !signature.startsWith(`renew:${asked}:challenge-`)) return json({ code: 'device.unknown' }, 403)
    const replica = asNew && !device.isRevoked ? await this.enrol(device.account, store, device.publicKey) : asked
    if (replica !== asked) this.twins++
    const token = this.openSession(replica)
    const identity = identityOf(caller, this.directory)
    return json({ token, expiresAt: this.#now() + 1, now: this.#now(), replica, identity, endpointKey: '{}' })
  }

  /** The second commune goes up in the first from that day on, as an administrator enters it. */
  async merge(on: LocalDate): Promise<void> {
    this.#merged = on
    await this.#merge(on)
    this.#grants = await this.store.grants()
  }

  async #merge(on: LocalDate): Promise<void> {
    const { store, directory } = this
    if ((await store.successions()).length > 0) return
    const from = '2020-01-01' as LocalDate
    const admin: Grant = { account: 'department', scope: 'p20', role: 'administrator', from, to: null }
    const device = (await store.devices())[0]
    const account = await store.accountById('department')
    if (!device || !account) return
    const caller = { account, device, grants: [admin], today: todayAt(this.#now()) }
    const successors = [{ id: 'c1', name: '', code: '', parent: '' }]
    const done = await changeUnits({ store, directory } as Parameters<typeof changeUnits>[0], caller, {
      predecessors: ['c2'],
      successors,
      on,
    })
    if (!done.ok) throw new Error(`the units could not be merged: ${done.error.code}`)
    await directory.refresh()
  }
}
