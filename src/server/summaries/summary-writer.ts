/**
 * Writes summaries the way a device writes: under a replica of its own, numbered, through the same ingest, with what was
 * seen of the record before. After a restore the endpoint takes a new replica, because the numbers given since the backup
 * are known to devices (NAT-5). Its account has no grants and no password: nobody signs in with it.
 */
import { hlcAt, MIN_HLC, nextHlc } from '#domain/change/hlc.ts'
import { feedId } from '#domain/change/feed.ts'
import { kindDefinition } from '#domain/change/kind-registry.ts'
import type { Registers } from '#domain/change/entity-state.ts'
import type { FieldWrite, JsonValue, Op } from '#domain/change/op.ts'
import { contextForWrite } from '#domain/change/register.ts'
import type { RandomSource } from '#domain/kernel/clock.ts'
import { provinceSummaryId } from '#domain/reporting/province-summary.ts'
import { replicaIdOf } from '#server/session/replica-id.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'

export const ENDPOINT_ACCOUNT = 'endpoint'

const REPLICA = 'summary_replica'
const NAME = 'Máy chủ (số liệu tổng hợp)'
const KIND = 'pilot-summary'

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

export interface SummaryWriting {
  readonly store: Store
  readonly random: RandomSource
  readonly nowMs: number
}

async function enrol({ store, random, nowMs }: SummaryWriting, inc: string): Promise<Device> {
  if ((await store.accountById(ENDPOINT_ACCOUNT)) === null) {
    const names = { username: 'may-chu.tong-hop', displayName: NAME, isIllustrative: false }
    await store.saveAccounts([{ id: ENDPOINT_ACCOUNT, ...names, passwordHash: null }], [])
  }
  const idOf = (counter: number): string => replicaIdOf(counter, random)
  const device = await store.enrolDevice({ account: ENDPOINT_ACCOUNT, label: NAME, publicKey: '', nowMs, idOf })
  await store.saveSetting(REPLICA, JSON.stringify({ inc, id: device.id }))
  return device
}

/** The replica of this incarnation of the database. */
async function replicaOf(writing: SummaryWriting): Promise<Device> {
  const inc = await writing.store.incarnation()
  const kept = JSON.parse((await writing.store.setting(REPLICA)) ?? '{}') as { inc?: string; id?: string }
  const device = kept.inc === inc && kept.id !== undefined ? await writing.store.deviceById(kept.id) : null
  return device && !device.isRevoked ? device : enrol(writing, inc)
}

/** Above everything the record holds, so that what is written last is what is shown. */
function stampOver(regs: Registers, device: Device, nowMs: number) {
  const heads = Object.values(regs).flatMap(({ h }) => h.map((head) => head.h))
  const last = Math.max(device.hlcMax ?? MIN_HLC, ...heads)
  return last === MIN_HLC ? hlcAt(nowMs) : nextHlc(last, nowMs)
}

function opOf(
  province: string,
  fields: Readonly<Record<string, JsonValue>>,
  regs: Registers,
  device: Device,
  nowMs: number,
): Op {
  const written = Object.entries(fields).map(([name, value]): [string, FieldWrite] => {
    const context = contextForWrite(regs[name], device.id)
    return [name, context ? [value, context] : [value]]
  })
  return {
    d: device.id,
    n: device.lastN + 1,
    h: stampOver(regs, device, nowMs),
    s: feedId(province, 'plan'),
    k: KIND,
    e: provinceSummaryId(province),
    u: ENDPOINT_ACCOUNT,
    sv: kindDefinition(KIND).schemaVersion,
    f: Object.fromEntries(written),
  }
}

/** To be called by one endpoint at a time (`CareStore.alone`). `regs`: the record as it stands. Rules NAT-4 and NAT-5. */
export async function writeSummary(
  writing: SummaryWriting,
  province: string,
  fields: Readonly<Record<string, JsonValue>>,
  regs: Registers = {},
): Promise<void> {
  const { store, nowMs } = writing
  const device = await replicaOf(writing)
  const op = opOf(province, fields, regs, device, nowMs)
  const outcome = await store.ingest({ device: device.id, ops: [op], nowMs, judge: () => null })
  const isRefused = (await store.quarantineOf(device.id)).some(({ n }) => n === op.n)
  if (outcome.type === 'stored' && outcome.expect === null && !isRefused) return
  // Whatever is wrong with this replica, the next turn begins with another.
  await store.saveSetting(REPLICA, '{}')
  throw new Error(`summary of ${province} was not stored: ${isRefused ? 'refused' : outcome.type}`)
}
