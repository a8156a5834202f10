import { describe, expect, it } from 'vitest'
import { hlcAt } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import type { AmendableKind } from '#data/contract/amendment-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { answer, receive, receivePlan } from '#support/store/receive.ts'
import { aFactory, anIdentity, aPlan, aStore, codeOf, NOW, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { reportFinding, submitAssessment } from '../../features/communes/follower-scene.ts'

const feed = `${UNIT}/pub`
const texts = { reason: 'cộng nhầm', text: 'Câu 4.1 là 1, không phải 2' }

async function withSubmission(options: Parameters<typeof aStore>[0] = {}) {
  const indexedDB = aFactory()
  const store = await aStore({ indexedDB, ...options })
  await submitAssessment(store, UNIT)
  const [submission] = await store.assessments.submissions(UNIT)
  const of = submission!.id
  const add = (ofKind: AmendableKind = 'submission', more: object = {}) =>
    store.amendments.add({ feed, of, ofKind, ...texts, ...more })
  return { store, indexedDB, of, round: submission!.content.assessmentId, add }
}

/** Every sealed record of the device, as text: registers with their heads, stamps and authors. */
async function sealedText(indexedDB: IDBFactory): Promise<string> {
  const { ent = [] } = await rawRows(indexedDB)
  const sealed = ent.filter(({ kind }) => ['submission', 'audit-report', 'stage-event'].includes(String(kind)))
  expect(sealed.length).toBeGreaterThan(0)
  return JSON.stringify(sealed.map(({ feed: where, e, kind, box }) => [where, e, kind, box]))
}

const forged = (of: string, kind: string, n: number): Op => ({
  d: 'b1',
  n,
  h: hlcAt(NOW + 60_000, n),
  s: feed,
  k: kind,
  e: of,
  u: 'acc-colleague',
  sv: 1,
  f: { sha256: ['0'.repeat(64)], content: [{}], _del: [{ x: [] }] },
})

describe('amendments of a sealed record', () => {
  it('DAT-29: are listed in the order they were written, with author, day and place', async () => {
    const identity = { ...anIdentity(), people: [{ id: 'acc-colleague', displayName: 'Chủ tịch UBND xã' }] }
    const { store, of, add } = await withSubmission({ identity })
    valueOf(await add('submission', { reason: ' cộng nhầm\n' }))
    const later = { of, ofKind: 'submission', on: TODAY, reason: 'thiếu', text: 'Bổ sung biên bản' }
    await receive(store, { feed, kind: 'amendment', entity: 'amd-2', fields: later, at: NOW + 3_600_000 })
    await receive(store, {
      feed,
      kind: 'amendment',
      entity: 'amd-3',
      fields: later,
      at: NOW + 7_200_000,
      by: 'acc-gone',
    })
    const list = await store.amendments.listOf(feed, of)
    expect(list.map(({ byName, reason, on, location }) => [byName, reason, on, location])).toEqual([
      ['Người dùng minh họa', 'cộng nhầm', TODAY, 'on-device'],
      ['Chủ tịch UBND xã', 'thiếu', TODAY, 'sent'],
      [null, 'thiếu', TODAY, 'sent'],
    ])
  })

  it('DAT-29: one that names another kind than its record, or another record, is kept and not listed', async () => {
    const { store, of, indexedDB } = await withSubmission()
    const fields = { of, ofKind: 'audit-report', on: TODAY, reason: 'x', text: 'y' }
    await receive(store, { feed, kind: 'amendment', entity: 'amd-1', fields })
    await receive(store, { feed, kind: 'amendment', entity: 'amd-2', fields: { ...fields, of: 'other' } })
    expect(await store.amendments.listOf(feed, of)).toEqual([])
    const { ent = [] } = await rawRows(indexedDB)
    expect(ent.filter(({ kind }) => kind === 'amendment')).toHaveLength(2)
  })

  it('CHG-22: without a reason or a text, or of something that is not sealed, nothing is written', async () => {
    const { store, add, round } = await withSubmission()
    const { lastN } = await store.syncCentre.status()
    expect(codeOf(await add('submission', { text: ' ' }))).toBe('amendment.text-missing')
    expect(codeOf(await add('submission', { reason: '' }))).toBe('amendment.reason-missing')
    expect(codeOf(await add('audit-report'))).toBe('amendment.not-possible')
    expect(codeOf(await add('submission', { of: 'nowhere' }))).toBe('amendment.not-possible')
    expect(codeOf(await add('submission', { of: round }))).toBe('amendment.not-possible')
    expect(await store.syncCentre.status()).toMatchObject({ lastN })
  })

  it('CHG-21: I9: no later answer, amendment, pull, snapshot or file changes a byte of what was sealed', async () => {
    const { store, indexedDB, of, round, add } = await withSubmission()
    await receivePlan(store, aPlan())
    valueOf(await store.pilot.start(UNIT, 'G0', TODAY))
    await reportFinding(store, UNIT)
    const [report] = await store.audits.reports(UNIT)
    const before = await sealedText(indexedDB)
    const stays = async (what: string) => expect([what, await sealedText(indexedDB)]).toEqual([what, before])

    expect(codeOf(await store.assessments.saveAnswer(round, 'Q4.1', { score: 0 }))).toBe('assessment.submitted')
    valueOf(await store.assessments.submit(round))
    const audit = report!.content.auditId
    expect(codeOf(await store.audits.saveItem(audit, 'A1', { result: 'OBS' }))).toBe('audit.concluded')
    valueOf(await store.audits.conclude(audit))
    await stays('changes of what was handed in')
    valueOf(await add())
    valueOf(await add('audit-report', { of: report!.id }))
    await stays('amendments')
    const late = { score: 0, question: 'Q4.1', assessment: round }
    const answerOf = { feed: `${UNIT}/self`, kind: 'answer', entity: `ans.${round}.Q4.1`, fields: late }
    await receive(store, { ...answerOf, at: NOW + 120_000 })
    await stays('an answer of a colleague that arrives late')
    const snap = (await rawRows(indexedDB)).ent?.filter((row) => row.feed === feed) ?? []
    await receiveSnapshot(store, snap)
    await stays('a snapshot')
    const report2 = await store.sync.adoptForeign([forged(of, 'submission', 1), forged(report!.id, 'finding', 2)])
    expect(valueOf(report2)).toMatchObject({ adopted: 2, entities: 0 })
    await stays('a file that says otherwise')
    expect((await rawRows(indexedDB)).foreign).toHaveLength(2)
    expect(await store.amendments.listOf(feed, of)).toHaveLength(1)
  })

  it('CHG-21: of several writes to one sealed record in a file, the first counts', async () => {
    const store = await aStore()
    const event = (n: number, stage: string): Op => ({
      ...forged('evt-1', 'stage-event', n),
      f: { unit: [UNIT], plan: [aPlan().id], stage: [stage], type: ['declared-done'], on: [TODAY], note: [''] },
    })
    await receivePlan(store, aPlan())
    valueOf(await store.sync.adoptForeign([event(1, 'G1'), event(2, 'G2')]))
    const stages = (await store.pilot.ofCommune(UNIT, TODAY))?.stages.filter(({ events }) => events.length > 0)
    expect(stages?.map(({ stage }) => stage)).toEqual(['G1'])
  })
})

async function receiveSnapshot(store: OpenedPersonStore, rows: readonly Record<string, unknown>[]): Promise<void> {
  const snap = rows.map((row) => ({ feed, entity: row.e as string, kind: row.kind as string, regs: row.box as never }))
  await answer(store, { feeds: [{ feed, ops: null, snap, after: null, to: 99 }] })
}
