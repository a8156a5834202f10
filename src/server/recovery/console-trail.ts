/**
 * What is done on the server's own console leaves its links like anything else (END-110): who did it is nobody the
 * endpoint knows, so the link names the way. A code is told only after its link is written.
 */
import { OFFICE_CHAIN, type TrailType } from '#domain/trail/trail-link.ts'
import type { TrailEvent } from '#server/trail/sealed-link.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { WRITTEN_BESIDE } from '#server/store/written-beside-mark.ts'

/** Which way; read by the trail's screen. */
export type ConsoleWay = 'recover-admin' | 'first-start'

export const consoleEvent = (
  way: ConsoleWay,
  type: TrailType,
  atMs: number,
  subject: string,
  more: Readonly<Record<string, string>> = {},
): TrailEvent => ({ chain: OFFICE_CHAIN, type, atMs, account: '', device: '', subject, detail: { ...more, way } })

type Store = Pick<EndpointStore, 'saveSetting' | 'recordTrail'>

/** Runs work of a command beside the endpoint: marked before and after, so that no moment of it is missed. */
export async function besideEndpoint<T>(
  store: Store,
  nowMs: number,
  work: () => Promise<{ readonly value: T; readonly events: readonly TrailEvent[] }>,
): Promise<T> {
  const mark = (): Promise<void> => store.saveSetting(WRITTEN_BESIDE, String(nowMs))
  await mark()
  const { value, events } = await work()
  await store.recordTrail(events)
  await mark()
  return value
}
