/**
 * Which version of an instrument a new round begins with, and which one a round that is being answered can be moved to.
 * Apart from the list, because the first screen needs the list only.
 */
import type { Instrument, InstrumentKind } from './instrument.ts'
import { type InstrumentEntry, instrumentList, instrumentLoaders, loadInstrument } from './instrument-registry.ts'

const parts = (key: string): readonly [id: string, version: number] => {
  const at = key.lastIndexOf('@')
  return [key.slice(0, at), Number(key.slice(at + 1))]
}

const versionOf = (key: string): number => parts(key)[1]

const newest = (entries: readonly InstrumentEntry[]): InstrumentEntry | undefined =>
  [...entries].sort((a, b) => versionOf(b.key) - versionOf(a.key))[0]

/** What a new round or audit begins with: the newest that is not withdrawn. Rule QST-8. */
export const offeredInstrument = (kind: InstrumentKind): InstrumentEntry | undefined =>
  newest(instrumentList.filter((entry) => entry.kind === kind && !entry.isWithdrawn))

/** The version that corrects this one: a later one of the same instrument that is not withdrawn. Rule QST-9. */
export function correctionOf(key: string): InstrumentEntry | undefined {
  const [id, version] = parts(key)
  return newest(
    instrumentList.filter((entry) => {
      const [otherId, other] = parts(entry.key)
      return otherId === id && other > version && !entry.isWithdrawn
    }),
  )
}

export const isWithdrawn = (key: string): boolean =>
  instrumentList.some((entry) => entry.key === key && entry.isWithdrawn === true)

/** Earlier versions of an instrument, the latest first: what an answer was given to that is no longer asked. */
export async function earlierVersions(key: string): Promise<readonly Instrument[]> {
  const [id, version] = parts(key)
  const keys = instrumentList
    .map((entry) => entry.key)
    .filter((other) => parts(other)[0] === id && versionOf(other) < version)
    .sort((a, b) => versionOf(b) - versionOf(a))
  return (await Promise.all(keys.map(loadInstrument))).filter((one) => one !== undefined)
}

/** Carries one more instrument, or the same one changed in its entry (withdrawn). Returns how to leave it out again. */
export function carryInstrument(entry: InstrumentEntry, load?: () => Promise<Instrument>): () => void {
  const at = instrumentList.findIndex(({ key }) => key === entry.key)
  const before = instrumentList[at]
  if (before === undefined) instrumentList.push(entry)
  else instrumentList[at] = entry
  const loaderBefore = instrumentLoaders.get(entry.key)
  if (load !== undefined) instrumentLoaders.set(entry.key, load)
  return () => {
    const now = instrumentList.findIndex(({ key }) => key === entry.key)
    instrumentList.splice(now, 1, ...(before === undefined ? [] : [before]))
    if (loaderBefore === undefined) instrumentLoaders.delete(entry.key)
    else instrumentLoaders.set(entry.key, loaderBefore)
  }
}
