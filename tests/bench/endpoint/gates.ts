// What the figures have to be (issue "Sync that loses nothing", proof 6).
import type { FirstSyncRun, IngestRun, ReturnRun } from './phases.ts'

export interface Gate {
  readonly name: string
  readonly is: string
  readonly limit: string
  readonly isMet: boolean
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const gate = (name: string, value: number, unit: string, limit: number, isUpper: boolean): Gate => ({
  name,
  is: `${value.toFixed(1)} ${unit}`,
  limit: `${isUpper ? '≤' : '≥'} ${limit} ${unit}`,
  isMet: isUpper ? value <= limit : value >= limit,
})

export const gatesOf = (
  ingests: readonly IngestRun[],
  back: ReturnRun,
  expected: { readonly devices: number; readonly operations: number },
  firstSync: FirstSyncRun,
  peakMiB: number,
): readonly Gate[] => [
  gate('operations stored with fsync', median(ingests.map(({ perSecond }) => perSecond)), '/s', 5000, false),
  gate('all devices back online', back.seconds, 's', 180, true),
  gate('devices that came back', back.devices, 'devices', expected.devices, false),
  gate('their operations stored', back.operations, 'operations', expected.operations, false),
  gate('memory of the endpoint, highest', peakMiB, 'MiB', 256, true),
  gate('first sync of a monitor on 2G, usable', firstSync.usableSeconds, 's', 90, true),
]
