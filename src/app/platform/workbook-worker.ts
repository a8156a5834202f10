// Reads, checks and writes spreadsheets away from the page: a list of two megabytes takes seconds on a cheap tablet.
import { doWorkbookTask, type WorkbookTask } from './workbook-work.ts'

async function work(task: WorkbookTask): Promise<void> {
  try {
    postMessage(await doWorkbookTask(task))
  } catch (error) {
    // Nobody hears of a promise that fails in a worker; of an error the page does, and does the work itself.
    setTimeout(() => {
      throw error
    })
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkbookTask>) => void work(data))
