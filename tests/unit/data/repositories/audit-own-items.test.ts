// Questions of the province's form in an audit: taken in one gesture, once, and worked on like any own item.
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { writtenDate, type LocalDate } from '#domain/kernel/local-date.ts'
import { sampleAuditItems, sampleOutline } from '#domain/questionnaire/checklist/sample-forms.ts'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { anIdentity, aStore, codeOf, UNIT, valueOf } from '#support/store/test-store.ts'

const FEEDS = [`${UNIT}/audit`, `${UNIT}/pub`, 'p20/plan']
const KEY = 'mau-cau-hoi-danh-gia@1'
const audit = {
  unitId: UNIT,
  instrument: INTERNAL_AUDIT_SHORT,
  title: 'Đánh giá nội bộ',
  on: writtenDate('20/11/2026'),
  department: 'Văn phòng',
}

/** Forms come from the province: one who may do both stands for the two. */
function auditor(replica = 'a1', account = 'acc-auditor'): Promise<OpenedPersonStore> {
  const from = '2026-01-01' as LocalDate
  const grants = (['internal-auditor', 'provincial-department'] as const).map((role) => ({
    account,
    scope: role === 'internal-auditor' ? UNIT : 'p20',
    role,
    from,
    to: null,
  }))
  return aStore({ storeId: replica, identity: { ...anIdentity(replica, account), grants } })
}

async function scene() {
  const store = await auditor()
  for (const form of [sampleAuditItems, sampleOutline]) valueOf(await store.forms.publish(form))
  const id = valueOf(await store.audits.start(audit))
  return { store, id, view: async () => (await store.audits.get(id))! }
}

describe('questions of the province’s form', () => {
  it('AUD-22: come into the audit in one gesture, with their clause, their form and where they are from', async () => {
    const { store, id, view } = await scene()
    const { total } = await view()
    const relay = new MemoryRelay()
    const written = async (): Promise<number> => {
      await syncAll(store.sync, relay, FEEDS)
      return [...relay.ops.values()].flat().length
    }
    const before = await written()
    expect(valueOf(await store.onSite.addFormItems(id, KEY, ['ban_cu', 'niem_yet']))).toBe(2)
    // Two items and the progress.
    expect((await written()) - before).toBe(3)
    const { ownItems, ...audited } = await view()
    expect(audited.total).toBe(total + 2)
    expect([...ownItems].sort((a, b) => a.order - b.order)).toMatchObject([
      { clause: '8.2.1', document: sampleAuditItems.title['Vietnamese (vi)'], order: 1, origin: `${KEY}#niem_yet` },
      { clause: '7.5.3', order: 2, origin: `${KEY}#ban_cu` },
    ])
  })

  it('AUD-22: are not taken twice, and come back after they were taken out', async () => {
    const { store, id, view } = await scene()
    valueOf(await store.onSite.addFormItems(id, KEY, ['niem_yet']))
    expect(valueOf(await store.onSite.addFormItems(id, KEY, ['niem_yet', 'y_kien']))).toBe(1)
    const [first] = (await view()).ownItems
    valueOf(await store.audits.saveItem(id, first!.id, { result: 'C' }))
    expect(await view()).toMatchObject({ answered: 1 })
    valueOf(await store.onSite.removeOwnItem(id, first!.id))
    expect((await view()).ownItems).toHaveLength(1)
    expect(valueOf(await store.onSite.addFormItems(id, KEY, ['niem_yet']))).toBe(1)
    expect((await view()).ownItems.map(({ origin }) => origin)).toEqual(
      expect.arrayContaining([`${KEY}#y_kien`, `${KEY}#niem_yet`]),
    )
  })

  it('AUD-22: a form that is not here, or is for something else, gives nothing', async () => {
    const { store, id, view } = await scene()
    for (const form of ['cau-hoi@7', 'mau-de-cuong-kiem-tra@1'])
      expect(codeOf(await store.onSite.addFormItems(id, form, ['niem_yet']))).toBe('checklist.form-missing')
    expect((await view()).ownItems).toEqual([])
  })

  it('AUD-22: two auditors who take the same question offline meet in one item', async () => {
    const { store: one, id, view } = await scene()
    const [two, relay] = [await auditor('a2', 'acc-other'), new MemoryRelay()]
    await syncAll(one.sync, relay, FEEDS)
    await syncAll(two.sync, relay, FEEDS)
    valueOf(await one.onSite.addFormItems(id, KEY, ['niem_yet', 'y_kien']))
    valueOf(await two.onSite.addFormItems(id, KEY, ['niem_yet']))
    for (const store of [one, two, one]) await syncAll(store.sync, relay, FEEDS)
    expect((await view()).ownItems.map(({ origin }) => origin)).toEqual([`${KEY}#niem_yet`, `${KEY}#y_kien`])
  })
})

describe('an audit begun with the province’s questions', () => {
  it('AUD-27: has all of them from its first gesture, counted, and begins without any where none was chosen', async () => {
    const { store, view } = await scene()
    expect((await view()).ownItems).toEqual([])
    const relay = new MemoryRelay()
    const written = async (): Promise<number> => {
      await syncAll(store.sync, relay, FEEDS)
      return [...relay.ops.values()].flat().length
    }
    const before = await written()
    const id = valueOf(await store.audits.start({ ...audit, clauses: [], forms: [KEY] }))
    // The audit, its progress and three items.
    expect((await written()) - before).toBe(5)
    const begun = (await store.audits.get(id))!
    expect(begun.total).toBe(3)
    expect([...begun.ownItems].sort((a, b) => a.order - b.order)).toMatchObject([
      { order: 1, origin: `${KEY}#niem_yet` },
      { order: 2, origin: `${KEY}#y_kien` },
      { order: 3, origin: `${KEY}#ban_cu`, document: sampleAuditItems.title['Vietnamese (vi)'] },
    ])
    expect(valueOf(await store.onSite.addFormItems(id, KEY, ['niem_yet']))).toBe(0)
  })

  it('AUD-27: a form that is not here, or is for something else, begins nothing', async () => {
    const { store } = await scene()
    for (const form of ['cau-hoi@7', 'mau-de-cuong-kiem-tra@1']) {
      expect(codeOf(await store.audits.start({ ...audit, forms: [KEY, form] }))).toBe('checklist.form-missing')
    }
    expect(await store.audits.list(UNIT)).toHaveLength(1)
  })

  it('AUD-28: seals their Vietnamese alone', async () => {
    const { store } = await scene()
    const id = valueOf(await store.audits.start({ ...audit, clauses: [], forms: [KEY] }))
    const { ownItems } = (await store.audits.get(id))!
    for (const { id: item } of ownItems) valueOf(await store.audits.saveItem(id, item, { result: 'C' }))
    valueOf(await store.audits.conclude(id))
    const sealed = JSON.stringify((await store.audits.reportOf(UNIT, id))!.content)
    expect(sealed).toContain('Ý kiến của người dân có được ghi lại và trả lời hay không?')
    expect(sealed).not.toContain('Is what citizens say')
  })
})
