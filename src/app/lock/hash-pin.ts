// A PIN's key, made in a worker where the browser has one, so that the page goes on drawing.
import type { HashPin } from '#data/contract/lock-contract.ts'
import type { PinTask } from './pin-worker.ts'

/** Rejects where the worker itself does not run. */
function inWorker(task: PinTask): Promise<Uint8Array> {
  const worker = new Worker(new URL('./pin-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Uint8Array>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Uint8Array>) => resolve(event.data))
    worker.addEventListener('error', () => reject(new Error('no worker')))
    worker.postMessage(task)
  }).finally(() => worker.terminate())
}

/** How long it took stands in the page's own timeline, for the bench: the cost of a PIN apart from that of the cipher. */
export const hashPin: HashPin = async (...given) => {
  const start = performance.now()
  const key = await hashed(...given)
  performance.measure?.('argon2id', { start })
  return key
}

const hashed: HashPin = async (pin, salt, cost) => {
  if (typeof Worker === 'function') {
    try {
      return await inWorker({ pin, salt, cost })
    } catch {
      // An old browser without module workers, or one too short of memory for another thread: the page does it.
    }
  }
  const { argon2idKey } = await import('./argon2id-key.ts')
  return argon2idKey(pin, salt, cost)
}
