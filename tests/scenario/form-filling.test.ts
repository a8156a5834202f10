import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { instanceMark } from '#domain/questionnaire/filling/stored-answers.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { aForm, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aPhoto, aStore, anIdentity, codeOf, sha256, UNIT, valueOf } from '#support/store/test-store.ts'

const [self, pub] = [`${UNIT}/self`, `${UNIT}/pub`]

const form = aForm(
  [
    q('text', 'tên', { label: 'Tên', required: 'yes' }),
    q('select_one mức', 'câu', { label: 'Câu' }),
    q('begin repeat', 'người', { label: 'Người' }),
    q('text', 'họ', { label: 'Họ' }),
    endOf('repeat'),
    q('image', 'ảnh', { label: 'Ảnh' }),
  ],
  ['1', '2'].map((name) => c('mức', name, { label: `Mức ${name}` })),
)

async function aDevice(replica: string, account: string) {
  const indexedDB = aFactory()
  const store = await aStore({ indexedDB, identity: anIdentity(replica, account) })
  const rows = async () =>
    ((await rawRows(indexedDB)).ent ?? []).map(({ feed, e, kind, p, box }) => ({ feed, e, kind, p, box }))
  return { store, rows }
}

const begin = async ({ fillings }: OpenedPersonStore): Promise<string> =>
  valueOf(await fillings.start({ unitId: UNIT, form: 'phieu@1', answers: [], progress: { answered: 0, total: 4 } }))

const save = async ({ fillings }: OpenedPersonStore, id: string, path: string, value: string, answered = 1) =>
  valueOf(await fillings.save(id, [{ path, value }], { answered, total: 4 }))

describe('a form filled in by two people, offline', () => {
  it('FIL-3, FIL-8: merges question by question; two entries added are both there, two answers to one question too', async () => {
    const relay = new MemoryRelay()
    const [one, two] = [await aDevice('a1', 'acc-secretary'), await aDevice('b2', 'acc-chairman')]
    const id = await begin(one.store)
    await syncAll(one.store.sync, relay, [self, pub])
    await syncAll(two.store.sync, relay, [self, pub])
    await save(one.store, id, '/tên', 'Xã số 1')
    await save(two.store, id, '/câu', '2')
    for (const [store, key, at] of [
      [one.store, 'ka', 10],
      [two.store, 'kb', 20],
    ] as const) {
      const marks = [
        { path: '/người[1]', value: instanceMark(0) },
        { path: `/người[${key}]`, value: instanceMark(at) },
      ]
      valueOf(await store.fillings.save(id, marks, { answered: 1, total: 5 }))
      await save(store, id, `/người[${key}]/họ`, key)
    }
    await save(one.store, id, '/người[1]/họ', 'Nông')
    await save(two.store, id, '/người[1]/họ', 'Lý')
    for (const { store } of [one, two, one]) await syncAll(store.sync, relay, [self, pub])
    expect(await one.rows()).toEqual(await two.rows())
    const view = await two.store.fillings.get(id)
    const values = Object.fromEntries((view?.answers ?? []).map(({ path, value }) => [path, value]))
    expect(values).toMatchObject({ '/tên': 'Xã số 1', '/câu': '2', '/người[ka]/họ': 'ka', '/người[kb]/họ': 'kb' })
    expect(view?.answers.filter(({ hasConflict }) => hasConflict).map(({ path }) => path)).toEqual(['/người[1]/họ'])
    const [conflict, ...more] = await two.store.syncCentre.conflicts()
    expect([conflict?.entity, more]).toEqual([fillingAnswerId(id, '/người[1]/họ'), []])
    expect(conflict?.heads.map(({ value }) => value).sort()).toEqual(['Lý', 'Nông'])
    valueOf(await two.store.syncCentre.resolve(conflict!, 'Nông'))
    for (const { store } of [two, one]) await syncAll(store.sync, relay, [self, pub])
    expect(await one.store.syncCentre.conflicts()).toEqual([])
    const settled = (await one.store.fillings.get(id))?.answers.find(({ path }) => path === '/người[1]/họ')
    expect(settled).toMatchObject({ value: 'Nông', hasConflict: false })
  })

  it('FIL-22: nothing is handed in over two answers to one question, until one is chosen', async () => {
    const relay = new MemoryRelay()
    const [one, two] = [await aDevice('a1', 'acc-secretary'), await aDevice('b2', 'acc-chairman')]
    const id = await begin(one.store)
    for (const { store } of [one, two]) await syncAll(store.sync, relay, [self, pub])
    await save(one.store, id, '/tên', 'Xã A')
    await save(two.store, id, '/tên', 'Xã B')
    for (const { store } of [one, two, one]) await syncAll(store.sync, relay, [self, pub])
    expect(await one.store.fillings.submit(id, form, 'vi')).toMatchObject({
      error: { code: 'filling.disputed', params: { count: 1 } },
    })
    valueOf(await one.store.syncCentre.resolve((await one.store.syncCentre.conflicts())[0]!, 'Xã B'))
    valueOf(await one.store.fillings.submit(id, form, 'vi'))
    expect((await one.store.fillings.submission(id))?.content.answers[0]?.value).toBe('Xã B')
  })

  it('FIL-5: an answer and the figures are one gesture, and of a draft only the figures are shared upward', async () => {
    const { store, rows } = await aDevice('a1', 'acc-secretary')
    const id = await begin(store)
    const before = (await store.syncCentre.unsentOps()).length
    await save(store, id, '/tên', 'bí mật của xã')
    const ops = (await store.syncCentre.unsentOps()).slice(before)
    expect(ops.map(({ s, k }) => [s, k])).toEqual([
      [self, 'filling-answer'],
      [pub, 'filling-progress'],
    ])
    expect(new Set(ops.map(({ g }) => g)).size).toBe(1)
    const shared = (await rows()).filter(({ feed }) => feed === pub)
    expect(JSON.stringify(shared)).not.toContain('bí mật')
    expect(await store.fillings.list([UNIT])).toMatchObject([{ id, answered: 1, total: 4, submittedAt: null }])
  })

  it('FIL-4, FIL-6: handing in seals everything with its photos under a hash, and nothing is answered after', async () => {
    const { store } = await aDevice('a1', 'acc-secretary')
    const id = await begin(store)
    expect(codeOf(await store.fillings.submit(id, form, 'vi'))).toBe('filling.incomplete')
    await save(store, id, '/tên', 'Xã số 1')
    await save(store, id, '/câu', '1')
    const of = fillingAnswerId(id, '/ảnh')
    const photo = valueOf(await store.evidence.add({ feed: self, of, caption: 'cổng', photo: aPhoto('one') }))
    valueOf(await store.fillings.submit(id, form, 'vi'))
    const submission = await store.fillings.submission(id)
    expect(submission?.content).toMatchObject({
      form: 'phieu@1',
      submittedBy: 'acc-secretary',
      evidence: [{ path: '/ảnh', sha256: photo.sha256 }],
    })
    expect(submission?.content.answers).toContainEqual({ path: '/câu', label: 'Câu', value: '1', shown: 'Mức 1' })
    expect(sha256(new TextEncoder().encode(canonicalJson(submission?.content)))).toBe(submission?.sha256)
    expect(submission?.evidence.map((one) => one.of)).toEqual([of])
    expect(await store.fillings.list([UNIT])).toMatchObject([{ id, answered: 1 }])
    expect((await store.fillings.list([UNIT]))[0]?.submittedAt).not.toBeNull()
    expect(codeOf(await store.fillings.save(id, [{ path: '/tên', value: 'khác' }], { answered: 1, total: 4 }))).toBe(
      'filling.submitted',
    )
    expect(codeOf(await store.evidence.add({ feed: self, of, caption: '', photo: aPhoto('two') }))).toBe(
      'evidence.sealed',
    )
    const again = await store.fillings.submit(id, form, 'vi')
    expect(again.ok).toBe(true)
    expect(await begin(store)).toBe(id.replace(/-1$/, '-2'))
  })
})
