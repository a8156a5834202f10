// Who is at work, from the first moment on: nobody yet, somebody, or data that cannot be opened. One object that the
// screen listens to; every change of person goes through here, one after the other.
import { openDeviceStore } from '#data/device-store.ts'
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Sealer } from '#data/sealing/sealer.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { keepSetting, LOCKED, onLocked, tellLocked } from '#app/platform/device-settings.ts'
import { forgetData, hadData, rememberData } from '#app/platform/eviction-canary.ts'
import { isRehearsing } from '#app/rehearsal/rehearsing.ts'
import type { SignInWay } from './sign-in-service.ts'
import { type EarlyStore, openEarly } from './early-opening.ts'
import { type OpenSession, openSession, openStore } from './open-session.ts'

export type AppState =
  | { readonly at: 'starting' }
  | { readonly at: 'signed-out'; readonly people: readonly DevicePerson[] }
  /** The person's store is sealed and nothing of it is open. */
  | { readonly at: 'locked'; readonly person: DevicePerson; readonly people: readonly DevicePerson[] }
  /** `isFirst`: signed in for the first time on this device, so its data is still on the way. */
  | {
      readonly at: 'open'
      readonly session: OpenSession
      readonly people: readonly DevicePerson[]
      readonly isFirst: boolean
    }
  | { readonly at: 'blocked'; readonly problem: Problem }

export interface AppSession {
  state(): AppState
  subscribe(listener: () => void): () => void
  start(): Promise<void>
  signIn(username: string, password: string): Promise<Result<unknown, Problem>>
  /** As `signIn`, by another proof of who it is: a code, a passkey, a province's own sign-in. */
  enter(way: SignInWay): Promise<Result<unknown, Problem>>
  switchTo(storeId: string): Promise<void>
  leave(): Promise<void>
  /** Closes the sealed store at work; its person's PIN opens it again. */
  lock(): Promise<void>
  /** Opens a store with what its PIN unlocked; without, one whose PIN was taken away. */
  reopen(storeId: string, sealer: Sealer | undefined): Promise<void>
  /** After the person has read that the system removed the data. */
  beginAnew(): Promise<void>
}

export function createAppSession(): AppSession {
  const listeners = new Set<() => void>()
  let state: AppState = { at: 'starting' }
  let device: DeviceStore | undefined
  let key: { readonly storeId: string; readonly sealer: Sealer } | undefined
  const become = (next: AppState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const deviceStore = (): DeviceStore => {
    if (!device) throw new Error('the device store is not open')
    return device
  }

  async function closeCurrent(): Promise<void> {
    const current = state
    if (current.at !== 'open') return
    become({ at: 'starting' })
    await current.session.close()
  }

  /** A store that was thrown away takes its replica id along: the same id over an empty store would number things twice. */
  async function refuse(person: DevicePerson, problem: Problem): Promise<void> {
    keepSetting('last-store', null)
    if (problem.code === 'storage.evicted') await deviceStore().removePerson(person.storeId)
    become({ at: 'blocked', problem })
  }

  async function open(
    person: DevicePerson,
    fresh: StoredIdentity | null,
    isFirst: boolean,
    ...early: EarlyStore
  ): Promise<void> {
    if (key?.storeId !== person.storeId) key = undefined
    if (person.hasPin && !key) return showLock(person)
    const opening = openSession(deviceStore(), person, fresh, ...early)
    const [opened, people] = await Promise.all([opening, deviceStore().people()])
    if (!opened.ok) return refuse(person, opened.error)
    rememberData()
    keepSetting('last-store', person.hasPin ? LOCKED : person.storeId)
    opened.value.store.onClosed((problem) =>
      problem.code === 'storage.evicted'
        ? void refuse(person, problem).catch(reportError)
        : become({ at: 'blocked', problem: { code: 'storage.newer-version' } }),
    )
    become({ at: 'open', session: opened.value, people, isFirst })
  }

  async function showLock(person: DevicePerson): Promise<void> {
    keepSetting('last-store', LOCKED)
    become({ at: 'locked', person, people: await deviceStore().people() })
  }

  const personAt = async (storeId: string): Promise<DevicePerson | undefined> =>
    (await deviceStore().people()).find((one) => one.storeId === storeId)

  /** Also of a tab that another one told. */
  async function lock(): Promise<void> {
    const current = state
    if (current.at !== 'open') return
    const person = await personAt(current.session.person.storeId)
    key = undefined
    await closeCurrent()
    await (person?.hasPin ? showLock(person) : showPeople())
  }

  /** Somebody proves who they are, by whatever means, and their store opens. */
  async function enter(way: SignInWay): Promise<Result<unknown, Problem>> {
    const { endpointEdge } = await import('./endpoint-edge.ts')
    const before = await deviceStore().people()
    const signedIn = await way(deviceStore(), endpointEdge)
    if (!signedIn.ok) return signedIn
    const { identity, former } = signedIn.value
    const { storeId } = signedIn.value.person
    const person = (await personAt(storeId)) ?? signedIn.value.person
    await closeCurrent()
    const isFirst = !before.some((one) => one.storeId === storeId)
    const sealer = key?.storeId === storeId ? key.sealer : undefined
    // A locked store takes over what the endpoint said with the first contact after its PIN.
    await (person.hasPin && !sealer
      ? showLock(person)
      : open(person, identity, isFirst, openStore(storeId, identity, former, sealer)))
    return signedIn
  }

  const showPeople = async (): Promise<void> => become({ at: 'signed-out', people: await deviceStore().people() })

  async function start(): Promise<void> {
    // Before anything of anybody is opened, and instead of it.
    if (isRehearsing()) return become(await (await import('#app/rehearsal/open-rehearsal.ts')).rehearse())
    const early = openEarly()
    const opened = await openDeviceStore()
    if (!opened.ok) return become({ at: 'blocked', problem: opened.error })
    device = opened.value
    onLocked((storeId) => state.at === 'open' && state.session.person.storeId === storeId && void lock())
    const current = await device.currentPerson()
    if (current && !current.hasPin) return open(current, null, false, ...early.for(current.storeId))
    early.drop()
    if (current) return showLock(current)
    const people = await device.people()
    if (people.length === 0 && hadData()) return become({ at: 'blocked', problem: { code: 'storage.evicted' } })
    become({ at: 'signed-out', people })
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async start() {
      try {
        await start()
      } catch (error) {
        reportError(error)
        become({ at: 'blocked', problem: { code: 'storage.failed' } })
      }
    },
    async signIn(username, password) {
      const { signIn } = await import('./sign-in-service.ts')
      return enter((store, edge) => signIn(store, edge, username, password))
    },
    enter,
    async switchTo(storeId) {
      const person = await personAt(storeId)
      if (!person) return showPeople()
      await closeCurrent()
      key = undefined
      await deviceStore().savePerson({ ...person, lastUsedAt: Date.now() })
      await deviceStore().setCurrentPerson(storeId)
      await open(person, null, false)
    },
    async leave() {
      await closeCurrent()
      key = undefined
      keepSetting('last-store', null)
      await deviceStore().setCurrentPerson(null)
      await showPeople()
    },
    async lock() {
      if (state.at === 'open') tellLocked(state.session.person.storeId)
      await lock()
    },
    async reopen(storeId, sealer) {
      const person = await personAt(storeId)
      if (!person) return showPeople()
      await closeCurrent()
      key = sealer && { storeId, sealer }
      const opening = openStore(storeId, null, undefined, sealer)
      await deviceStore().setCurrentPerson(storeId)
      await open(person, null, false, opening)
    },
    async beginAnew() {
      forgetData()
      await showPeople()
    },
  }
}
