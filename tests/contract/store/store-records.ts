/** A device and its operations, for suites that talk to a store without the endpoint around it. */
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { Device, EndpointStore, Push, PushOutcome } from '#server/store/store-contract.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { accountsWith, grants, idOf, places } from '#support/endpoint/place-fixture.ts'

export const FEED = 'ls25-06001/self'

export async function fill(store: EndpointStore): Promise<EndpointStore> {
  await store.savePlaces(places)
  await store.saveAccounts(accountsWith(null), grants)
  return store
}

export const enrol = (store: EndpointStore, username = 'secretary', nowMs = NOW): Promise<Device> =>
  store.enrolDevice({
    account: idOf(username),
    label: 'Android · Chrome',
    publicKey: '{}',
    nowMs,
    idOf: (counter) => `d${counter}`,
  })

export const opOf = (device: Pick<Device, 'id' | 'account'>, n: number, change: Partial<Op> = {}): Op => ({
  d: device.id,
  n,
  h: hlcAt(NOW) + n,
  s: FEED,
  k: 'answer',
  e: `ans-${n}`,
  u: device.account,
  sv: 1,
  f: { score: [n] },
  ...change,
})

export const opsOf = (device: Device, from: number, to: number, change: Partial<Op> = {}): Op[] =>
  Array.from({ length: to - from + 1 }, (_, i) => opOf(device, from + i, change))

export const pushOf = (device: Device, ops: readonly Op[], change: Partial<Push> = {}): Push => ({
  device: device.id,
  ops,
  nowMs: NOW,
  judge: () => null,
  ...change,
})

export async function push(store: EndpointStore, device: Device, ops: readonly Op[]): Promise<PushOutcome> {
  return store.ingest(pushOf(device, ops))
}
