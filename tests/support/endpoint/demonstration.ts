/** A whole installation with its demonstration data, as `npm start` makes it, except for clock, chance and password cost. */
import { onTestFinished } from 'vitest'
import { CARE_SETTINGS } from '#server/care/care-settings.ts'
import { createEndpoint, type Endpoint } from '#server/create-endpoint.ts'
import { CHEAP, repeatableRandom, SetClock } from './edges.ts'
import { tempFolder } from './temp-folder.ts'

export interface Installation {
  readonly dataDir?: string
  readonly clock?: SetClock
  readonly demo?: boolean
  /** What sees to the closing; the end of the running test where nothing is named. */
  readonly whenDone?: (close: () => Promise<void>) => void
}

export async function openInstallation({
  dataDir = tempFolder(),
  clock = new SetClock(),
  demo = true,
  whenDone = onTestFinished,
}: Installation = {}) {
  const random = repeatableRandom(clock.now() % 1000)
  // Without summaries: what they write beside the first answers has tests of its own.
  const care = { ...CARE_SETTINGS, summaryMinutes: null }
  const edges = { logger: false, clock, random, care, passwordCost: CHEAP }
  const endpoint: Endpoint = await createEndpoint({ dataDir, demo, ...edges })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await endpoint.close()
    isOpen = false
  }
  whenDone(close)
  return { endpoint, dataDir, clock, close }
}
