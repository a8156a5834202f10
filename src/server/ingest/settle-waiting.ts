/**
 * Looks at refused operations whose reason may have passed: the work they build on has arrived (END-30), or this version
 * of the endpoint knows a kind that an older one refused. What has passed is entered under its own dot, as if it had
 * been accepted at once; one false claim of a device, and none of its claims is believed without a person.
 */
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { grantsOf } from '#server/identity/grants-of.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { EndpointStore, QuarantineRow } from '#server/store/store-contract.ts'
import { devicesClaimed, type Outlook, outlookOf } from './context-claims.ts'
import { judgeOp } from './judge-op.ts'

export interface Settling {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly nowMs: number
}

/** Reasons that pass by themselves. Endpoints of version 1 refused unknown kinds. */
const passingCodes: readonly ProblemCode[] = ['op.context-ahead', 'access.unknown-kind']

/** So that nobody makes every push of the others slow by claiming a thousand things. */
const LOOKED_AT_ONCE = 200

interface Prospect {
  readonly row: QuarantineRow
  readonly outlook: Outlook
}

async function isAllowedNow({ store, directory, nowMs }: Settling, { op, device }: QuarantineRow): Promise<boolean> {
  const author = await store.deviceById(device)
  if (!author) return false
  const grants = await grantsOf(store, author.account)
  return judgeOp(op, author, { account: author.account, grants, tree: directory, nowMs }) === null
}

async function outlookNow(settling: Settling, row: QuarantineRow): Promise<Outlook> {
  const { store } = settling
  if (row.code === 'access.unknown-kind' && !(await isAllowedNow(settling, row))) return 'open'
  const received = await store.receivedOf(devicesClaimed([row.op]))
  return outlookOf(row, received, (device, n) => store.opAt(device, n))
}

export async function settleWaiting(settling: Settling): Promise<void> {
  const waiting = await settling.store.waitingFor(passingCodes, LOOKED_AT_ONCE)
  if (waiting.length === 0) return
  const prospects: Prospect[] = []
  for (const row of waiting) prospects.push({ row, outlook: await outlookNow(settling, row) })
  const doubted = new Set(prospects.filter(({ outlook }) => outlook === 'false').map(({ row }) => row.device))
  for (const { row, outlook } of prospects) {
    if (outlook !== 'true' || doubted.has(row.device)) continue
    const { device, n } = row
    await settling.store.decide({ device, n, verdict: 'accepted', by: '', reason: '', nowMs: settling.nowMs })
  }
}
