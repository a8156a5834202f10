/**
 * A year of offices: the real endpoint in memory, real local stores, the real way of sending, and one calendar that only
 * the test moves on. Devices are without a network except when the test has them meet the endpoint.
 */
import type { Role } from '#domain/access/role.ts'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import { createDemonstrationPlan } from '#domain/pilot/demonstration-plan.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { paths } from '#protocol/paths.ts'
import { type Session, sessionSchema, type WirePlace } from '#protocol/session-message.ts'
import { createPasswordHasher } from '#server/session/password-hasher.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { createHttpTransport } from '#sync/http-transport.ts'
import { sendAndReadAll } from '#sync/send-and-read-all.ts'
import { createSessionAccess } from '#sync/session-access.ts'
import { storedIdentity } from '#sync/stored-identity.ts'
import { createTransferSize } from '#sync/transfer-size.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { CHEAP, DAY } from '#support/endpoint/edges.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { idOf, PASSWORD } from '#support/endpoint/place-fixture.ts'
import { signIn } from '#support/endpoint/test-device.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { aStore, valueOf } from '#support/store/test-store.ts'
import { VirtualTime } from '#support/sync/virtual-time.ts'

/** Nine in the morning in Vietnam. */
const MORNING_MS = 2 * 60 * 60_000
const MINUTE_MS = 60_000

export interface YearPerson {
  readonly username: string
  readonly role: Role
  /** Communes, or the province. */
  readonly scopes: readonly string[]
}

const asBuffer = (body: BodyInit): Buffer => Buffer.from(body as Uint8Array)

/** What a browser's fetch would do, straight into the endpoint. */
const fetchInto = (scene: Scene): typeof fetch => {
  return async (url, init = {}) => {
    const answer = await scene.app.inject({
      method: (init.method ?? 'GET') as 'GET' | 'POST',
      url: url instanceof Request ? url.url : String(url),
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(init.body === undefined || init.body === null ? {} : { payload: asBuffer(init.body) }),
    })
    const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
    const hasBody = answer.statusCode !== 204 && answer.statusCode !== 304
    return new Response(hasBody ? new Uint8Array(answer.rawPayload) : null, { status: answer.statusCode, headers })
  }
}

/** A province with one area, and its people; filled before the endpoint opens. */
async function openFilled(
  folder: string,
  random: RandomSource,
  communes: readonly string[],
  people: readonly YearPerson[],
): Promise<EndpointStore> {
  const store = openSqliteStore({
    folder,
    backupFolder: `${folder}-backups`,
    driver: await sqliteDriver(),
    random,
  })
  await store.savePlaces([
    { id: 'p20', parent: null, kind: 'province', name: 'Tỉnh Lạng Sơn', code: '20' },
    { id: 'area-180', parent: 'p20', kind: 'area', name: 'Địa bàn 180', code: '180' },
    ...communes.map(communeOf),
  ])
  const passwordHash = await (await createPasswordHasher(CHEAP)).hash(PASSWORD)
  const accounts = people.map(({ username }) => ({
    id: idOf(username),
    username,
    displayName: username,
    isIllustrative: true,
    passwordHash,
  }))
  const from = '2025-01-01' as LocalDate
  const grants = people.flatMap(({ username, role, scopes }) =>
    scopes.map((scope) => ({ account: idOf(username), role, scope, from, to: null })),
  )
  await store.saveAccounts(accounts, grants)
  return store
}

const communeOf = (id: string): WirePlace => {
  const code = id.slice(id.indexOf('-') + 1)
  return { id, parent: 'area-180', kind: 'commune', name: `Xã ${code}`, code }
}

export class YearDevice {
  readonly store: OpenedPersonStore
  readonly account: string
  readonly #send: () => ReturnType<typeof sendAndReadAll>

  private constructor(store: OpenedPersonStore, account: string, send: () => ReturnType<typeof sendAndReadAll>) {
    this.store = store
    this.account = account
    this.#send = send
  }

  static async signIn(world: YearWorld, username: string): Promise<YearDevice> {
    const key = createDeviceKeyPair()
    const enter = async (replica: string | null): Promise<Session> => {
      const body = { username, password: PASSWORD, deviceLabel: username, deviceKey: key.publicKey, replica }
      const answer = await world.scene.post(paths.signIn, body)
      if (answer.statusCode !== 200) throw new Error(`${username}: ${answer.statusCode} ${answer.payload}`)
      return sessionSchema.parse(answer.json())
    }
    const session = await enter(null)
    const identity = storedIdentity(session.identity, session.replica)
    const store = await aStore({ storeId: `year-${username}`, identity, clock: world.clock })
    let token: string | null = session.token
    const keeper = {
      token: () => token,
      keep: async (kept: { readonly token: string }) => {
        token = kept.token
      },
    }
    const timers = new VirtualTime()
    const edge = { origin: '', fetch: fetchInto(world.scene), timers }
    const access = createSessionAccess(edge, session.replica, { sign: async (text) => key.sign(text) }, keeper)
    const parts = { store: store.sync, transport: createHttpTransport(access), clock: world.clock, timers }
    const send = () => sendAndReadAll({ ...parts, size: createTransferSize() }, () => false)
    /** After ninety days the password is asked for once more. */
    const sendSignedIn = async () => {
      const sent = await send()
      if (sent.ok || sent.error.code !== 'auth.session-expired') return sent
      token = (await enter(session.replica)).token
      return send()
    }
    return new YearDevice(store, session.identity.account.id, sendSignedIn)
  }

  /** The network is there for a moment: everything leaves, everything comes. */
  async meet(): Promise<void> {
    valueOf(await this.#send())
  }
}

export class YearWorld {
  readonly scene: Scene
  readonly clock: Clock

  private constructor(scene: Scene) {
    this.scene = scene
    this.clock = { now: () => this.#tick() }
  }

  /** No two things happen in one millisecond, so every device stamps in the order of the story. */
  #tick(): number {
    this.scene.clock.advance(1)
    return this.scene.clock.now()
  }

  static async open(
    firstDay: LocalDate,
    communes: readonly string[],
    people: readonly YearPerson[],
  ): Promise<YearWorld> {
    const scene = await createScene({
      isFilled: true,
      open: (folder, random) => openFilled(folder, random, communes, people),
    })
    const world = new YearWorld(scene)
    world.goTo(firstDay)
    return world
  }

  /** The morning of a day that is still to come. */
  goTo(day: LocalDate): void {
    const ahead = Date.parse(`${day}T00:00:00Z`) + MORNING_MS - this.scene.clock.now()
    if (ahead < -DAY && this.#hasBegun) throw new Error(`${day} is over`)
    this.scene.clock.advance(ahead)
    this.#hasBegun = true
  }

  #hasBegun = false

  /** Some minutes of the same day. */
  later(minutes = 5): void {
    this.scene.clock.advance(minutes * MINUTE_MS)
  }
}

/** The plan the communes work by; the app has no screen that writes one yet. */
export async function publishPlan({ scene }: YearWorld, username: string, cohort: readonly string[]): Promise<void> {
  const device = await signIn(scene, username)
  const plan = createDemonstrationPlan(localDateAt(scene.clock.now(), VIETNAM_OFFSET_MINUTES), cohort)
  const op = device.op({ s: 'p20/plan', k: 'plan', e: plan.id, f: { plan: [plan as unknown as JsonValue] } })
  const { push } = await device.push(op)
  if (push.rejected.length > 0) throw new Error(JSON.stringify(push.rejected))
}
