/**
 * Writes records of the endpoint's own the way a device writes: under a replica of its own, numbered, through the same
 * ingest, with what was seen of each record before. After a restore the endpoint takes a new replica, because the numbers
 * given since the backup are known to devices (NAT-5). Its account has no grants and no password: nobody signs in with it.
 */
import { hlcAt, MIN_HLC, nextHlc } from '#domain/change/hlc.ts'
import { type Kind, kindDefinition } from '#domain/change/kind-registry.ts'
import type { Registers } from '#domain/change/entity-state.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import { contextForWrite } from '#domain/change/register.ts'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { OneAtATime } from '#server/identity/one-at-a-time.ts'
import { replicaIdOf } from '#server/session/replica-id.ts'
import type { CareStore, Device, EndpointStore } from '#server/store/store-contract.ts'

export const ENDPOINT_ACCOUNT = 'endpoint'

/** Names of the first thing it wrote; installations have them. */
const REPLICA = 'summary_replica'
const USERNAME = 'may-chu.tong-hop'
const NAME = 'Máy chủ (số liệu tổng hợp, bước giữ riêng)'

type Store = Pick<
  EndpointStore,
  | 'incarnation'
  | 'setting'
  | 'saveSetting'
  | 'accountById'
  | 'saveAccounts'
  | 'deviceById'
  | 'enrolDevice'
  | 'ingest'
  | 'quarantineOf'
>

export interface EndpointWriting {
  readonly store: Store
  readonly random: RandomSource
  readonly nowMs: number
}

export interface EndpointRecord {
  readonly feed: string
  readonly kind: Kind
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
  /** The record as it stands. */
  readonly regs: Registers
}

async function enrol({ store, random, nowMs }: EndpointWriting, inc: string): Promise<Device> {
  if ((await store.accountById(ENDPOINT_ACCOUNT)) === null) {
    const names = { username: USERNAME, displayName: NAME, isIllustrative: false }
    await store.saveAccounts([{ id: ENDPOINT_ACCOUNT, ...names, passwordHash: null }], [])
  }
  const idOf = (counter: number): string => replicaIdOf(counter, random)
  const device = await store.enrolDevice({ account: ENDPOINT_ACCOUNT, label: NAME, publicKey: '', nowMs, idOf })
  await store.saveSetting(REPLICA, JSON.stringify({ inc, id: device.id }))
  return device
}

/** The replica of this incarnation of the database. */
async function replicaOf(writing: EndpointWriting): Promise<Device> {
  const inc = await writing.store.incarnation()
  const kept = JSON.parse((await writing.store.setting(REPLICA)) ?? '{}') as { inc?: string; id?: string }
  const device = kept.inc === inc && kept.id !== undefined ? await writing.store.deviceById(kept.id) : null
  return device && !device.isRevoked ? device : enrol(writing, inc)
}

/** Above everything the record holds, so that what is written last is what is shown. */
function stampOver(regs: Registers, former: number, nowMs: number): number {
  const heads = Object.values(regs).flatMap(({ h }) => h.map((head) => head.h))
  const last = Math.max(former, ...heads)
  return last === MIN_HLC ? hlcAt(nowMs) : nextHlc(last, nowMs)
}

type Place = Pick<Op, 'd' | 'n' | 'h'>

function opOf({ feed, kind, entity, fields, regs }: EndpointRecord, place: Place): Op {
  const written = Object.entries(fields).map(([name, value]): [string, FieldWrite] => {
    const context = contextForWrite(regs[name], place.d)
    return [name, context ? [value, context] : [value]]
  })
  return {
    ...place,
    s: feed,
    k: kind,
    e: entity,
    u: ENDPOINT_ACCOUNT,
    sv: kindDefinition(kind).schemaVersion,
    f: Object.fromEntries(written),
  }
}

function opsOf(records: readonly EndpointRecord[], device: Device, nowMs: number): readonly Op[] {
  const ops: Op[] = []
  let last = device.hlcMax ?? MIN_HLC
  for (const record of records) {
    last = stampOver(record.regs, last, nowMs)
    ops.push(opOf(record, { d: device.id, n: device.lastN + 1 + ops.length, h: last }))
  }
  return ops
}

/** To be called inside `asEndpoint`: whoever writes has read the records in the same turn. Rule NAT-5. */
export async function writeAsEndpoint(writing: EndpointWriting, records: readonly EndpointRecord[]): Promise<void> {
  if (records.length === 0) return
  const { store, nowMs } = writing
  const device = await replicaOf(writing)
  const ops = opsOf(records, device, nowMs)
  const outcome = await store.ingest({ device: device.id, ops, nowMs, judge: () => null })
  const isRefused = (await store.quarantineOf(device.id)).some(({ n }) => n > device.lastN)
  if (outcome.type === 'stored' && outcome.expect === null && !isRefused) return
  // Whatever is wrong with this replica, the next turn begins with another.
  await store.saveSetting(REPLICA, '{}')
  throw new Error(`${records[0]?.kind} was not stored: ${isRefused ? 'refused' : outcome.type}`)
}

const turns = new WeakMap<object, OneAtATime>()

/** One after the other in this process, and one endpoint of a database at a time: the numbers of the replica are one row. */
export function asEndpoint<T>(store: Pick<CareStore, 'alone'>, work: () => Promise<T>): Promise<T> {
  const turn = turns.get(store) ?? new OneAtATime(store)
  turns.set(store, turn)
  return turn.do(work)
}
