/** A whole installation with its demonstration data, as `npm start` makes it, except for clock, chance and password cost. */
import { onTestFinished } from 'vitest'
import { createEndpoint, type Endpoint } from '#server/create-endpoint.ts'
import { CHEAP, repeatableRandom, SetClock } from './edges.ts'
import { tempFolder } from './temp-folder.ts'

export interface Installation {
  readonly dataDir?: string
  readonly clock?: SetClock
  readonly demo?: boolean
}

export async function openInstallation({
  dataDir = tempFolder(),
  clock = new SetClock(),
  demo = true,
}: Installation = {}) {
  const random = repeatableRandom(clock.now() % 1000)
  const endpoint: Endpoint = await createEndpoint({ dataDir, demo, logger: false, clock, random, passwordCost: CHEAP })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await endpoint.close()
    isOpen = false
  }
  onTestFinished(close)
  return { endpoint, dataDir, clock, close }
}
