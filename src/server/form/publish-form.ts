/**
 * Publishes a form from the server's own console, the way a device does: under the name of somebody who may, numbered by
 * a replica of its own, judged by the same grants. Either all of it is stored or none (one batch is one transaction).
 */
import { createHash } from 'node:crypto'
import { checkWrite } from '#domain/access/feed-access.ts'
import { feedId } from '#domain/change/feed.ts'
import { hlcAt, nextHlc } from '#domain/change/hlc.ts'
import { kindDefinition } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import { formKey, isFormId, isFormVersion } from '#domain/questionnaire/library/form-key.ts'
import { type FormRecord, formRecords } from '#domain/questionnaire/library/form-records.ts'
import { formText } from '#domain/questionnaire/library/form-text.ts'
import { todayAt } from '#server/identity/caller.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import { judgeOp } from '#server/ingest/judge-op.ts'
import { replicaIdOf } from '#server/session/replica-id.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'

export interface FormDesk {
  readonly store: EndpointStore
  readonly clock: Clock
  readonly random: RandomSource
}

export type PublishRefusal = 'nobody' | 'forbidden' | 'key-unfit' | 'version-taken'

const LABEL = 'npm run import-form'

interface Author {
  readonly account: string
  readonly device: string
  readonly feed: string
}

function toOps(records: readonly FormRecord[], { account, device, feed }: Author, nowMs: number): readonly Op[] {
  let last = hlcAt(nowMs)
  return records.map(({ kind, entity, fields }, i) => {
    last = i === 0 ? last : nextHlc(last, nowMs)
    const f = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value] as const]))
    const sv = kindDefinition(kind).schemaVersion
    return { d: device, n: i + 1, h: last, s: feed, k: kind, e: entity, u: account, sv, f }
  })
}

/** Gives the key. Rules LIB-2, LIB-3 and LIB-11. */
export async function publishForm(
  { store, clock, random }: FormDesk,
  form: Form,
  username: string,
): Promise<Result<string, PublishRefusal>> {
  if (!isFormId(form.id) || !isFormVersion(form.version)) return err('key-unfit')
  const account = (await store.accounts()).find((one) => one.username === username)
  if (account === undefined) return err('nobody')
  const nowMs = clock.now()
  const [grants, tree] = [await store.grants(account.id), createPlaceDirectory(await store.places())]
  const feeds = grants.flatMap(({ scope }) => tree.provinceOf(scope) ?? []).map((province) => feedId(province, 'plan'))
  const feed = feeds.find((one) => checkWrite(grants, { s: one, k: 'form', f: {} }, tree, todayAt(nowMs)).ok)
  if (feed === undefined) return err('forbidden')
  const text = formText(form)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const records = formRecords(form, text, sha256, todayAt(nowMs))
  if ((await store.touchesOf(feed, records.form.entity, 1)).length > 0) return err('version-taken')
  const idOf = (counter: number): string => replicaIdOf(counter, random)
  const device = await store.enrolDevice({ account: account.id, label: LABEL, publicKey: '', nowMs, idOf })
  const ops = toOps([...records.parts, records.form], { account: account.id, device: device.id, feed }, nowMs)
  const authority = { account: account.id, grants, tree, nowMs }
  await store.ingest({ device: device.id, ops, nowMs, judge: (op, replica) => judgeOp(op, replica, authority) })
  const refused = await store.quarantineOf(device.id)
  return refused.length === 0 ? ok(formKey(form)) : err('forbidden')
}
