// Spreadsheets in a worker where the browser has one, otherwise on the page.
import type { Workbooks } from '#data/contract/workbooks-contract.ts'
import type { FormReading, SheetsReading, WorkbookTask } from './workbook-work.ts'

/** Rejects where the worker itself does not run. */
function inWorker<T>(task: WorkbookTask): Promise<T> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<T>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<T>) => resolve(event.data))
    worker.addEventListener('error', () => reject(new Error('no worker')))
    worker.postMessage(task)
  }).finally(() => worker.terminate())
}

async function done<T>(task: WorkbookTask): Promise<T> {
  if (typeof Worker === 'function') {
    try {
      return await inWorker<T>(task)
    } catch {
      // An old browser without module workers, or one too short of memory for another thread: the page does it.
    }
  }
  const { doWorkbookTask } = await import('./workbook-work.ts')
  return (await doWorkbookTask(task)) as T
}

export const workbooks: Workbooks = {
  readForm: async (files) => {
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.arrayBuffer() })))
    return done<FormReading>({ do: 'read', files: read })
  },
  readSheets: async (file) =>
    done<SheetsReading>({ do: 'read-sheets', file: { name: file.name, bytes: await file.arrayBuffer() } }),
  write: (workbook) => done<Uint8Array<ArrayBuffer>>({ do: 'write', workbook }),
}
