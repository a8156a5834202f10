// Prepares a photo in a worker where the browser can draw in one, otherwise on the page as before.
import type { PreparedPhoto } from '#data/contract/evidence-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { browserHasher } from './browser-kernel.ts'

type Prepared = Result<PreparedPhoto, Problem>

/** Rejects where the worker itself does not run. */
function inWorker(file: Blob): Promise<Prepared> {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Prepared>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<Prepared>) => resolve(event.data))
    worker.addEventListener('error', () => reject(new Error('no worker')))
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}

export async function preparePhotoAside(file: Blob): Promise<Prepared> {
  if (typeof Worker === 'function' && typeof OffscreenCanvas === 'function') {
    try {
      return await inWorker(file)
    } catch {
      // An old browser without module workers, or one too short of memory for another thread: the page does it.
    }
  }
  const { preparePhoto } = await import('./prepare-photo.ts')
  return preparePhoto(file, browserHasher)
}
