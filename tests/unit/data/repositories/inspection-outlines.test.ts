// An inspection that goes by an outline of the province, from its choice to sealed minutes, on one device and on two.
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { minutesBytes } from '#domain/inspection/minutes.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { sampleOutline } from '#domain/questionnaire/checklist/sample-forms.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { aPhoto, aStore, anIdentity, codeOf, sha256, UNIT, valueOf } from '#support/store/test-store.ts'
import { aHead, aShortcoming } from '../../domain/inspection/inspection-work.ts'

const PUB = `${UNIT}/pub`
const PLAN = 'p20/plan'
const KEY = 'mau-de-cuong-kiem-tra@1'

function department(replica = 'd1', account = 'acc-department'): Promise<OpenedPersonStore> {
  const from = '2026-01-01' as LocalDate
  const grant = { account, scope: 'p20', role: 'provincial-department' as const, from, to: null }
  return aStore({ storeId: replica, identity: { ...anIdentity(replica, account), grants: [grant] } })
}

async function published(): Promise<OpenedPersonStore> {
  const store = await department()
  valueOf(await store.forms.publish(sampleOutline))
  return store
}

const begin = async (store: OpenedPersonStore): Promise<string> =>
  valueOf(await store.inspections.begin(UNIT, aHead(), KEY))

const view = async (store: OpenedPersonStore, id: string) => (await store.inspections.get(UNIT, id))!

async function fill(store: OpenedPersonStore, id: string): Promise<void> {
  const answer = (item: string, result: 'met' | 'not-met' | 'na', note = '') =>
    store.inspections.answer(UNIT, id, item, { result, note })
  valueOf(await answer('phan_cong', 'met'))
  valueOf(await answer('muc_tieu', 'not-met', 'Chưa có số liệu quý III'))
  valueOf(await answer('ho_so_mau', 'na', 'Không có hồ sơ mới'))
  const { id: _id, ...shortcoming } = aShortcoming({ item: 'muc_tieu' })
  valueOf(await store.inspections.saveShortcoming(UNIT, id, shortcoming))
  const days = { minutesOn: writtenDate('21/11/2026'), reportDueOn: writtenDate('31/12/2026') }
  valueOf(await store.inspections.save(UNIT, id, { ...days, rating: 'met', conclusion: 'Duy trì' }))
}

describe('an inspection by an outline of the province', () => {
  it('INS-14: goes by the version it was begun with, and not by one that is not here', async () => {
    const store = await published()
    const id = await begin(store)
    valueOf(await store.forms.publish({ ...sampleOutline, version: '2', nodes: sampleOutline.nodes.slice(1) }))
    expect(await view(store, id)).toMatchObject({ outlineForm: KEY, outline: { items: [{ id: 'phan_cong' }, {}, {}] } })
    expect(codeOf(await store.inspections.begin(UNIT, aHead(), 'de-cuong@9'))).toBe('inspection.outline-missing')
    expect(codeOf(await store.inspections.begin(UNIT, aHead(), 'local-government-18091@1'))).toBe(
      'inspection.outline-missing',
    )
    expect(await store.inspections.list([UNIT])).toHaveLength(1)
  })

  it('INS-15: changes to another while nothing is judged, and not after', async () => {
    const store = await published()
    const id = valueOf(await store.inspections.begin(UNIT, aHead()))
    expect(await view(store, id)).toMatchObject({ outlineForm: null, mayChangeOutline: true })
    valueOf(await store.inspections.chooseOutline(UNIT, id, KEY))
    valueOf(await store.inspections.answer(UNIT, id, 'phan_cong', { result: 'met' }))
    expect(codeOf(await store.inspections.chooseOutline(UNIT, id, null))).toBe('inspection.outline-in-use')
    expect(await view(store, id)).toMatchObject({ outlineForm: KEY, mayChangeOutline: false, strays: [] })
  })

  it('INS-16: seals its words, photos and shortcomings, and fits its hash', async () => {
    const store = await published()
    const id = await begin(store)
    await fill(store, id)
    const photo = aPhoto('muc_tieu')
    valueOf(await store.evidence.add({ feed: PUB, of: `ini.${id}.muc_tieu`, caption: '', photo }))
    valueOf(await store.inspections.seal(UNIT, id))
    const [minutes] = (await view(store, id)).minutes
    expect(sha256(minutesBytes(minutes!.content))).toBe(minutes?.sha256)
    expect(minutes?.content).toMatchObject({
      outline: { form: KEY },
      items: [
        { item: 'phan_cong', result: 'met', words: { clause: '5.3' } },
        { item: 'muc_tieu', result: 'not-met' },
        { item: 'ho_so_mau', result: 'na', note: 'Không có hồ sơ mới' },
      ],
      evidence: [{ subject: 'muc_tieu', sha256: photo.sha256 }],
    })
    expect(await store.corrective.list([UNIT])).toHaveLength(1)
    expect(codeOf(await store.inspections.chooseOutline(UNIT, id, null))).toBe('inspection.sealed')
    valueOf(await store.inspections.reopen(UNIT, id))
    expect(codeOf(await store.inspections.chooseOutline(UNIT, id, null))).toBe('inspection.outline-in-use')
  })
})

describe('an outline on two devices', () => {
  it('INS-17: is said to be missing until its form arrives, and nothing is lost meanwhile', async () => {
    const [one, two, relay] = [await published(), await department('d2', 'acc-colleague'), new MemoryRelay()]
    const id = await begin(one)
    await fill(one, id)
    await syncAll(one.sync, relay, [PUB, PLAN])
    await syncAll(two.sync, relay, [PUB])
    expect(await view(two, id)).toMatchObject({ outline: null, outlineForm: KEY, mayChangeOutline: false })
    expect(Object.keys((await view(two, id)).answers)).toHaveLength(3)
    expect(codeOf(await two.inspections.seal(UNIT, id))).toBe('inspection.incomplete')
    await syncAll(two.sync, relay, [PUB, PLAN])
    expect((await view(two, id)).outline?.items).toHaveLength(3)
    valueOf(await two.inspections.seal(UNIT, id))
  })

  it('INS-17: sealed minutes are read, and further ones sealed, where the form never arrives', async () => {
    const [one, two, relay] = [await published(), await department('d2', 'acc-colleague'), new MemoryRelay()]
    const id = await begin(one)
    await fill(one, id)
    valueOf(await one.inspections.seal(UNIT, id))
    await syncAll(one.sync, relay, [PUB])
    await syncAll(two.sync, relay, [PUB])
    const { outline } = await view(two, id)
    expect(outline?.items.map(({ id: item }) => item)).toEqual(['phan_cong', 'muc_tieu', 'ho_so_mau'])
    expect(outline?.items[0]?.lookAt.vi).toBe('Quyết định, bảng phân công')
    valueOf(await two.inspections.reopen(UNIT, id))
    valueOf(await two.inspections.seal(UNIT, id))
    const [first, second] = (await view(two, id)).minutes
    expect(second?.content.items).toEqual(first?.content.items)
  })

  it('INS-15: what was judged by an outline that a colleague gave up is kept, named, and comes back', async () => {
    const [one, two, relay] = [await published(), await department('d2', 'acc-colleague'), new MemoryRelay()]
    const id = valueOf(await one.inspections.begin(UNIT, aHead()))
    await syncAll(one.sync, relay, [PUB, PLAN])
    await syncAll(two.sync, relay, [PUB, PLAN])
    valueOf(await two.inspections.answer(UNIT, id, 'K1', { result: 'met' }))
    valueOf(await one.inspections.chooseOutline(UNIT, id, KEY))
    for (const store of [one, two, one]) await syncAll(store.sync, relay, [PUB, PLAN])
    expect(await view(one, id)).toMatchObject({ outlineForm: KEY, strays: ['K1'], mayChangeOutline: true })
    valueOf(await one.inspections.chooseOutline(UNIT, id, null))
    expect(await view(one, id)).toMatchObject({ outlineForm: null, strays: [], answers: { K1: { result: 'met' } } })
  })
})
