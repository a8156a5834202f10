/**
 * Setting, changing and trying a PIN. A try is counted on the disk before it is checked, so that ending the program in
 * between gains nothing; waiting is measured by a clock that only runs forward and begins with the page, so that neither
 * setting the device's clock nor loading the page again shortens it. After ten only the endpoint helps (rule DAT-33).
 */
import type { HashPin, LockStore, PinCost, StoredLock } from '#data/contract/lock-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { unwrapDataKey, type WrapKeys, wrapDataKey } from './key-wrap.ts'
import { pinProblem } from './pin-rule.ts'
import { DATA_KEY_BYTES } from './row-sealer.ts'

const MOST_TRIES = 10
/** Seconds to wait after so many wrong PINs. */
const WAIT_SECONDS = [0, 0, 0, 5, 15, 30, 60, 120, 300, 600]
const FIRST_IDLE_MINUTES = 10
const SALT_BYTES = 16

/** OWASP's least for Argon2id with little memory; raised by what the device bears. */
const LEAST_COST: PinCost = { memoryKib: 19 * 1024, iterations: 2 }
const MOST_ITERATIONS = 12
/** As long as a person hardly notices after the last digit. */
const WANTED_MS = 700

export interface PinLockParts {
  readonly locks: LockStore
  readonly hashPin: HashPin
  /** Milliseconds since the page began; never set by anybody. */
  readonly monotonicNow: () => number
}

export interface Unlocked {
  readonly dataKey: Uint8Array
  readonly lock: StoredLock
}

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))

/** How long the least cost takes here decides how often it is repeated. */
async function bearableCost({ hashPin, monotonicNow }: PinLockParts): Promise<PinCost> {
  const begin = monotonicNow()
  await hashPin('000000', randomBytes(SALT_BYTES), LEAST_COST)
  const ms = Math.max(1, monotonicNow() - begin)
  const iterations = Math.floor((WANTED_MS / ms) * LEAST_COST.iterations)
  return { ...LEAST_COST, iterations: Math.min(MOST_ITERATIONS, Math.max(LEAST_COST.iterations, iterations)) }
}

async function lockWith(parts: PinLockParts, storeId: string, pin: string, dataKey: Uint8Array) {
  const cost = await bearableCost(parts)
  const salt = randomBytes(SALT_BYTES)
  const personKey = await parts.hashPin(pin, salt, cost)
  const deviceKey = await parts.locks.wrapKey()
  const keys: WrapKeys = { storeId, by: 'pin', personKey, deviceKey }
  return { storeId, ...cost, salt, wrapped: await wrapDataKey(keys, dataKey), tries: 0 }
}

export function createPinLock(parts: PinLockParts) {
  const { locks, hashPin, monotonicNow } = parts
  const lastTryAt = new Map<string, number>()

  /** Whole seconds until the next PIN may be tried; 0 at once. A page that has just begun waits the whole time. */
  function waitSeconds({ storeId, tries }: Pick<StoredLock, 'storeId' | 'tries'>): number {
    const wait = (WAIT_SECONDS[tries] ?? 0) * 1000
    return Math.max(0, Math.ceil((wait - (monotonicNow() - (lastTryAt.get(storeId) ?? 0))) / 1000))
  }

  async function check(lock: StoredLock, pin: string): Promise<Uint8Array | undefined> {
    const personKey = await hashPin(pin, lock.salt, lock)
    const deviceKey = await locks.wrapKey()
    return unwrapDataKey({ storeId: lock.storeId, by: 'pin', personKey, deviceKey }, lock.wrapped)
  }

  /** The data key, for a right PIN. */
  async function unlock(storeId: string, pin: string): Promise<Result<Unlocked, Problem>> {
    const lock = await locks.lock(storeId)
    if (!lock) return err({ code: 'storage.failed' })
    const seconds = waitSeconds(lock)
    if (seconds > 0) return err({ code: 'lock.wait', params: { seconds } })
    const tries = await locks.countTry(storeId, MOST_TRIES)
    if (!tries.ok) return tries
    if (tries.value === null) return err({ code: 'lock.too-many' })
    const dataKey = await check(lock, pin)
    lastTryAt.set(storeId, monotonicNow())
    if (!dataKey) return err(wrongPin(tries.value))
    const cleared = await locks.change(storeId, { tries: 0 })
    return cleared.ok ? ok({ dataKey, lock: { ...lock, tries: 0 } }) : cleared
  }

  /** A first PIN: from here on what is written is sealed, and `sealing` says that older rows are not yet. */
  async function setPin(storeId: string, pin: string): Promise<Result<Unlocked, Problem>> {
    const problem = pinProblem(pin)
    if (problem) return err(problem)
    const dataKey = randomBytes(DATA_KEY_BYTES)
    const lock: StoredLock = {
      ...(await lockWith(parts, storeId, pin, dataKey)),
      phase: 'sealing',
      idleMinutes: FIRST_IDLE_MINUTES,
    }
    const kept = await locks.keepLock(lock)
    return kept.ok ? ok({ dataKey, lock }) : kept
  }

  /** The same data key under another PIN: no row is touched. */
  async function changePin(storeId: string, pin: string, next: string): Promise<Result<Unlocked, Problem>> {
    const problem = pinProblem(next)
    if (problem) return err(problem)
    const unlocked = await unlock(storeId, pin)
    return unlocked.ok ? renewPin(unlocked.value, next) : unlocked
  }

  /** For whoever has just opened the lock by whatever way: the same data key under another PIN. */
  async function renewPin({ dataKey, lock }: Unlocked, next: string): Promise<Result<Unlocked, Problem>> {
    const problem = pinProblem(next)
    if (problem) return err(problem)
    const { storeId } = lock
    const changed: StoredLock = { ...lock, ...(await lockWith(parts, storeId, next, dataKey)) }
    const kept = await locks.keepLock(changed)
    return kept.ok ? ok({ dataKey, lock: changed }) : kept
  }

  const isShut = (lock: StoredLock | undefined): boolean => (lock?.tries ?? 0) >= MOST_TRIES

  return { unlock, setPin, changePin, renewPin, waitSeconds, isShut }
}

const wrongPin = (tries: number): Problem =>
  tries >= MOST_TRIES ? { code: 'lock.too-many' } : { code: 'lock.wrong-pin', params: { left: MOST_TRIES - tries } }
