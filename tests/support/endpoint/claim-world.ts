/**
 * Devices of one commune that write into two records, push to a real endpoint store, and hand their work to each other
 * by file, so that one of them may build on what the endpoint has not got yet; and one that claims what it never saw.
 */
import path from 'node:path'
import { applyOp, type Registers } from '#domain/change/entity-state.ts'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Context, Op } from '#domain/change/op.ts'
import { contextForWrite } from '#domain/change/register.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import { takeIn } from '#server/ingest/take-in.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { NOW, repeatableRandom } from './edges.ts'
import { accountsWith, grants, idOf, places } from './place-fixture.ts'
import { sqliteDriver } from './sqlite-drivers.ts'
import { tempFolder } from './temp-folder.ts'

const FEED = 'ls25-06001/self'
const FIELD = 'note'
const directory = createPlaceDirectory(places)
const people = ['secretary', 'colleague', 'chairman'].map(idOf)

export async function openClaimStore(): Promise<EndpointStore> {
  const [folder, driver] = [tempFolder(), await sqliteDriver()]
  const store = openSqliteStore({ folder, backupFolder: path.join(folder, 'b'), driver, random: repeatableRandom() })
  await store.savePlaces(places)
  await store.saveAccounts(accountsWith(null), grants)
  return store
}

interface Writer {
  readonly id: string
  readonly account: string
  n: number
  sent: number
  /** Everything this device knows, own and of others, by its name. */
  readonly known: Map<string, Op>
}

export class ClaimWorld {
  readonly #store: EndpointStore
  readonly #run: number
  readonly #writers: Writer[] = []
  #ms = NOW

  private constructor(store: EndpointStore, run: number) {
    this.#store = store
    this.#run = run
  }

  static async create(store: EndpointStore, run: number): Promise<ClaimWorld> {
    const world = new ClaimWorld(store, run)
    for (const account of people) {
      const device = { account, label: '', publicKey: '', nowMs: NOW, idOf: (n: number) => `d${n}` }
      world.#writers.push({ id: (await store.enrolDevice(device)).id, account, n: 0, sent: 0, known: new Map() })
    }
    return world
  }

  #writer(at: number): Writer {
    const writer = this.#writers[at % this.#writers.length]
    if (!writer) throw new RangeError('no such writer')
    return writer
  }

  entity(record: number): string {
    return `r${this.#run}.${record % 2}`
  }

  registersOf(known: Iterable<Op>, record: number): Registers {
    return [...known].filter(({ e }) => e === this.entity(record)).reduce<Registers>(applyOp, {})
  }

  /** Writes on top of what the device knows; `forged` is claimed beside it. */
  write(at: number, record: number, forged: Context = {}): Op {
    const writer = this.#writer(at)
    this.#ms += 10 * 60_000
    const seen = contextForWrite(this.registersOf(writer.known.values(), record)[FIELD], writer.id)
    const context = { ...seen, ...forged }
    const [n, value] = [++writer.n, `${writer.id}:${writer.n}`]
    const write = Object.keys(context).length === 0 ? ([value] as const) : ([value, context] as const)
    const place = { s: FEED, k: 'answer', e: this.entity(record), u: writer.account, sv: 1 }
    const op: Op = { d: writer.id, n, h: hlcAt(this.#ms) + writer.n, ...place, f: { [FIELD]: write } }
    writer.known.set(`${op.d}:${op.n}`, op)
    return op
  }

  /** Claims operations of another device that do not exist yet. */
  forge(at: number, record: number, of: number, ahead: number): Op {
    const victim = this.#writer(of)
    return this.write(at, record, { [victim.id]: victim.n + ahead })
  }

  handOver(from: number, to: number): void {
    for (const [name, op] of this.#writer(from).known) this.#writer(to).known.set(name, op)
  }

  async sync(at: number): Promise<void> {
    const writer = this.#writer(at)
    const own = [...writer.known.values()].filter(({ d, n }) => d === writer.id && n > writer.sent)
    const device = await this.#store.deviceById(writer.id)
    if (!device) throw new Error('a device is missing')
    const intake = { store: this.#store, directory, nowMs: this.#ms }
    const ops = own.sort((a, b) => a.n - b.n)
    await takeIn(intake, { device, grants: await this.#store.grants(writer.account) }, ops)
    writer.sent = writer.n
    for (const op of await this.stored()) writer.known.set(`${op.d}:${op.n}`, op)
  }

  async syncAll(): Promise<void> {
    for (const at of [0, 1, 2, 0, 1, 2]) await this.sync(at)
  }

  /** What is in the feed, of this run. */
  async stored(): Promise<readonly Op[]> {
    const all = await this.#store.pull(FEED, 0, '', 100_000_000)
    return all.ops.filter(({ e }) => e.startsWith(`r${this.#run}.`))
  }

  async refused(): Promise<readonly Op[]> {
    const rows = await Promise.all(this.#writers.map(({ id }) => this.#store.quarantineOf(id)))
    return rows.flat().map(({ op }) => op)
  }

  async endpointState(record: number): Promise<Registers> {
    const page = await this.#store.snapshot(FEED, '', 100_000_000)
    return page.entities.find(({ entity }) => entity === this.entity(record))?.regs ?? {}
  }

  /** Every operation written by anybody. */
  written(): readonly Op[] {
    const all = new Map(this.#writers.flatMap(({ known }) => [...known]))
    return [...all.values()]
  }
}
