// Waits until an endpoint that was started answers; one that ended instead is told.
import type { ChildProcess } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

const [EVERY_MS, MOST_TRIES] = [50, 600]

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/v1/health`)).ok
  } catch {
    return false
  }
}

export async function untilHealthy(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (child.exitCode !== null) throw new Error(`endpoint ended with ${child.exitCode}`)
    if (await answers(address)) return
    await setTimeout(EVERY_MS)
  }
  throw new Error('endpoint did not start within 30 s')
}
