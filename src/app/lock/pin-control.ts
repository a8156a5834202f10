// The PIN of the person at work: setting, changing and taking it away, opening the lock, and bringing older rows into
// the form the lock asks for. One per page, because it remembers when a PIN was last tried and what is under way.
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import { openDeviceStore } from '#data/device-store.ts'
import type { DevicePerson } from '#data/contract/device-store-contract.ts'
import type { StoredLock } from '#data/contract/lock-contract.ts'
import { openLockStore } from '#data/sealing/lock-store.ts'
import { addPasskey, removePasskey, unlockByPasskey } from '#data/sealing/passkey-lock.ts'
import { createPinLock, type Unlocked } from '#data/sealing/pin-lock.ts'
import { pinProblem } from '#data/sealing/pin-rule.ts'
import { rewriteRows } from '#data/sealing/rewrite-rows.ts'
import { createOpeningSealer, createRowSealer } from '#data/sealing/row-sealer.ts'
import { blindSealer, type Sealer } from '#data/sealing/sealer.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { tellLocked } from '#app/platform/device-settings.ts'
import type { AppSession } from '#app/session/app-session.ts'
import { countWaiting, sendWaiting } from '#app/session/send-waiting.ts'
import { deviceAuthenticator, hasDeviceAuthenticator, stopAsking } from './device-authenticator.ts'
import { hashPin } from './hash-pin.ts'
import { watchIdle } from './idle-watch.ts'

type Done = Promise<Result<unknown, Problem>>

export interface PinControl {
  unlock(storeId: string, pin: string): Done
  /** By fingerprint or face, where `hasPasskey`. */
  unlockByPasskey(storeId: string): Done
  hasPasskey(storeId: string): Promise<boolean>
  /** Of the store at work: `none` where this browser or this device cannot. */
  passkey(): Promise<'on' | 'off' | 'none'>
  addPasskey(pin: string, name: string): Done
  removePasskey(): Done
  /** Another PIN for whoever forgot it, proved by the passkey. */
  renewPin(next: string): Done
  setPin(pin: string): Done
  changePin(pin: string, next: string): Done
  removePin(pin: string): Done
  /** Until the next PIN may be tried. */
  waitSeconds(storeId: string): Promise<number>
  /** Whether ten wrong PINs have closed the way by PIN. */
  isShut(storeId: string): Promise<boolean>
  /** By the password, online: the PIN may be tried again. */
  tryAgain(person: DevicePerson, password: string): Done
  /** Whether the endpoint can give the store's key back. */
  canRenew(storeId: string): Promise<boolean>
  /** By the password, online: another PIN, and everything stays. */
  renewByPassword(person: DevicePerson, password: string, next: string): Done
  /** By the password, online: a new store instead of the sealed one. */
  beginAnew(person: DevicePerson, password: string): Done
  /** Operations of a sealed store that are still to be sent. */
  countWaiting(storeId: string): Promise<number>
  /** Sends the envelopes of a sealed store; answers how many operations are left. */
  sendWaiting(person: DevicePerson): Promise<Result<number, Problem>>
  idleMinutes(): Promise<number>
  setIdleMinutes(minutes: number): Done
}

const sealerFor = ({ dataKey, lock }: Unlocked): Sealer =>
  lock.phase === 'opening' ? createOpeningSealer(dataKey) : createRowSealer(dataKey)

function createPinControl(app: AppSession): PinControl {
  const locks = openLockStore()
  const pinLock = createPinLock({ locks, hashPin, monotonicNow: () => performance.now() })
  let stopWatching = (): void => {}

  const currentId = (): string => {
    const state = app.state()
    return state.at === 'open' ? state.session.person.storeId : ''
  }

  async function watch(storeId: string): Promise<void> {
    stopWatching()
    const lock = await locks.lock(storeId)
    stopWatching = watchIdle(document, lock?.idleMinutes ?? 0, () => void app.lock())
  }

  /** What a killed page left half done goes on beside the work. */
  async function finish(storeId: string, { dataKey, lock }: Unlocked): Promise<void> {
    if (lock.phase === 'sealed') return
    const db = new LocalDatabase(databaseName(storeId), blindSealer)
    const to = lock.phase === 'opening' ? 'clear' : 'sealed'
    // Sealing goes on behind the locked screen; opening does not.
    const shouldStop = (): boolean => to === 'clear' && currentId() !== storeId
    const isDone = await rewriteRows({ db, sealer: createRowSealer(dataKey), to, shouldStop }).finally(() => db.close())
    if (!isDone) return
    if (to === 'sealed') await locks.change(storeId, { phase: 'sealed' })
    else await locks.dropLock(storeId)
  }

  async function open(storeId: string, unlocked: Unlocked): Promise<void> {
    await app.reopen(storeId, sealerFor(unlocked))
    await watch(storeId)
  }

  async function enter(storeId: string, unlocked: Result<Unlocked, Problem>): Done {
    if (!unlocked.ok) return unlocked
    await open(storeId, unlocked.value)
    void finish(storeId, unlocked.value).catch(reportError)
    leaveKey(storeId, unlocked.value)
    return unlocked
  }

  /** A failure is no loss: the next unlock tries again, and the PIN is there. */
  function leaveKey(storeId: string, unlocked: Unlocked): void {
    const state = app.state()
    if (unlocked.lock.recovery || state.at !== 'open' || currentId() !== storeId) return
    const account = state.session.store.identity.account.id
    void import('./forgotten-pin-key.ts')
      .then(({ keepRecovery }) => keepRecovery(locks, account, unlocked))
      .catch(reportError)
  }

  return {
    unlock: async (storeId, pin) => {
      stopAsking()
      return enter(storeId, await pinLock.unlock(storeId, pin))
    },
    unlockByPasskey: async (storeId) => enter(storeId, await unlockByPasskey(locks, deviceAuthenticator(''), storeId)),
    hasPasskey: async (storeId) => (await locks.lock(storeId))?.passkey !== undefined,
    async passkey() {
      if ((await locks.lock(currentId()))?.passkey) return 'on'
      return (await hasDeviceAuthenticator()) ? 'off' : 'none'
    },
    async addPasskey(pin, name) {
      const unlocked = await pinLock.unlock(currentId(), pin)
      return unlocked.ok ? addPasskey(locks, deviceAuthenticator(name), unlocked.value) : unlocked
    },
    removePasskey: async () => removePasskey(locks, currentId()),
    async renewPin(next) {
      const problem = pinProblem(next)
      if (problem) return err(problem)
      const unlocked = await unlockByPasskey(locks, deviceAuthenticator(''), currentId())
      return unlocked.ok ? pinLock.renewPin(unlocked.value, next) : unlocked
    },
    async setPin(pin) {
      const storeId = currentId()
      const set = await pinLock.setPin(storeId, pin)
      if (!set.ok) return set
      // Another tab would go on writing in clear.
      tellLocked(storeId)
      await open(storeId, set.value)
      await finish(storeId, set.value)
      leaveKey(storeId, set.value)
      return set
    },
    async changePin(pin, next) {
      return pinLock.changePin(currentId(), pin, next)
    },
    async removePin(pin) {
      const storeId = currentId()
      const unlocked = await pinLock.unlock(storeId, pin)
      if (!unlocked.ok) return unlocked
      const phase: StoredLock['phase'] = 'opening'
      const changed = await locks.change(storeId, { phase })
      if (!changed.ok) return changed
      const opening = { ...unlocked.value, lock: { ...unlocked.value.lock, phase } }
      tellLocked(storeId)
      await app.reopen(storeId, sealerFor(opening))
      await finish(storeId, opening)
      stopWatching()
      if (currentId() === storeId) await app.reopen(storeId, undefined)
      return ok(null)
    },
    async waitSeconds(storeId) {
      const lock = await locks.lock(storeId)
      return lock ? pinLock.waitSeconds(lock) : 0
    },
    isShut: async (storeId) => pinLock.isShut(await locks.lock(storeId)),
    async tryAgain({ storeId, username }, password) {
      const signedIn = await app.signIn(username, password)
      return signedIn.ok ? locks.change(storeId, { tries: 0 }) : signedIn
    },
    canRenew: async (storeId) => (await locks.lock(storeId))?.recovery !== undefined,
    async renewByPassword(person, password, next) {
      const problem = pinProblem(next)
      if (problem) return err(problem)
      const signedIn = await app.signIn(person.username, password)
      if (!signedIn.ok) return signedIn
      const { askForKey } = await import('./forgotten-pin-key.ts')
      const unlocked = await askForKey(locks, person, password)
      return unlocked.ok ? enter(person.storeId, await pinLock.renewPin(unlocked.value, next)) : unlocked
    },
    async beginAnew(person, password) {
      const { forgettingPin } = await import('./forget-pin.ts')
      return app.enter(forgettingPin(person, password))
    },
    countWaiting,
    async sendWaiting(person) {
      const device = await openDeviceStore()
      return device.ok ? sendWaiting(device.value, person).finally(() => device.value.close()) : device
    },
    idleMinutes: async () => (await locks.lock(currentId()))?.idleMinutes ?? 0,
    async setIdleMinutes(idleMinutes) {
      const storeId = currentId()
      const changed = await locks.change(storeId, { idleMinutes })
      if (changed.ok) await watch(storeId)
      return changed
    },
  }
}

const controls = new WeakMap<AppSession, PinControl>()

export function pinControlOf(app: AppSession): PinControl {
  const control = controls.get(app) ?? createPinControl(app)
  controls.set(app, control)
  return control
}
