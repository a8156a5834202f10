// Who is at work, from the first moment on: nobody yet, somebody, or data that cannot be opened. One object that the
// screen listens to; every change of person goes through here, one after the other.
import { openDeviceStore } from '#data/device-store.ts'
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { keepSetting } from '#app/platform/device-settings.ts'
import { forgetData, hadData, rememberData } from '#app/platform/eviction-canary.ts'
import { type EarlyStore, openEarly } from './early-opening.ts'
import { type OpenSession, openSession, openStore } from './open-session.ts'

export type AppState =
  | { readonly at: 'starting' }
  | { readonly at: 'signed-out'; readonly people: readonly DevicePerson[] }
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
  switchTo(storeId: string): Promise<void>
  leave(): Promise<void>
  /** After the person has read that the system removed the data. */
  beginAnew(): Promise<void>
}

export function createAppSession(): AppSession {
  const listeners = new Set<() => void>()
  let state: AppState = { at: 'starting' }
  let device: DeviceStore | undefined
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
    const opening = openSession(deviceStore(), person, fresh, ...early)
    const [opened, people] = await Promise.all([opening, deviceStore().people()])
    if (!opened.ok) return refuse(person, opened.error)
    rememberData()
    keepSetting('last-store', person.storeId)
    opened.value.store.onClosed((problem) =>
      problem.code === 'storage.evicted'
        ? void refuse(person, problem).catch(reportError)
        : become({ at: 'blocked', problem: { code: 'storage.newer-version' } }),
    )
    become({ at: 'open', session: opened.value, people, isFirst })
  }

  const showPeople = async (): Promise<void> => become({ at: 'signed-out', people: await deviceStore().people() })

  async function start(): Promise<void> {
    const early = openEarly()
    const opened = await openDeviceStore()
    if (!opened.ok) return become({ at: 'blocked', problem: opened.error })
    device = opened.value
    const current = await device.currentPerson()
    if (current) return open(current, null, false, ...early.for(current.storeId))
    early.drop()
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
      const [{ signIn }, { endpointEdge }] = await Promise.all([
        import('./sign-in-service.ts'),
        import('./endpoint-edge.ts'),
      ])
      const before = await deviceStore().people()
      const signedIn = await signIn(deviceStore(), endpointEdge, username, password)
      if (!signedIn.ok) return signedIn
      const { person, identity, former } = signedIn.value
      await closeCurrent()
      const isFirst = !before.some(({ storeId }) => storeId === person.storeId)
      await open(person, identity, isFirst, openStore(person.storeId, identity, former))
      return signedIn
    },
    async switchTo(storeId) {
      const person = (await deviceStore().people()).find((one) => one.storeId === storeId)
      if (!person) return showPeople()
      await closeCurrent()
      await deviceStore().savePerson({ ...person, lastUsedAt: Date.now() })
      await deviceStore().setCurrentPerson(storeId)
      await open(person, null, false)
    },
    async leave() {
      await closeCurrent()
      keepSetting('last-store', null)
      await deviceStore().setCurrentPerson(null)
      await showPeople()
    },
    async beginAnew() {
      forgetData()
      await showPeople()
    },
  }
}
