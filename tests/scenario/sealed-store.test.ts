// A person's whole store under a PIN, with the real cipher and the real Argon2id, seen from outside: by somebody who has
// the disk in hand and looks for words they know.
import { describe, expect, it } from 'vitest'
import { argon2idKey } from '#app/lock/argon2id-key.ts'
import { openDeviceStore } from '#data/device-store.ts'
import { openLockStore } from '#data/sealing/lock-store.ts'
import { createPinLock } from '#data/sealing/pin-lock.ts'
import { createRowSealer } from '#data/sealing/row-sealer.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { rawRows } from '#support/store/raw-database.ts'
import { aFactory, aPhoto, aPlan, aStore, IDBKeyRange, UNIT, valueOf } from '#support/store/test-store.ts'
import { receive, receivePlan } from '#support/store/receive.ts'

const words = [
  'sổ công văn',
  'chưa ký',
  'photo ảnh hiện trường',
  'Người dùng minh họa',
  'xã số 1',
  'đang gõ dở',
  'đồng nghiệp ghi',
]

/** Everything in the raw rows as one text: fields as JSON, bytes as the UTF-8 they may be. */
async function diskText(indexedDB: IDBFactory): Promise<string> {
  const decoder = new TextDecoder()
  const text = (_key: string, value: unknown): unknown => (ArrayBuffer.isView(value) ? decoder.decode(value) : value)
  return JSON.stringify(await rawRows(indexedDB), text)
}

async function work(indexedDB: IDBFactory, sealer?: ReturnType<typeof createRowSealer>): Promise<void> {
  const store = await aStore({ indexedDB, ...(sealer && { sealer }) })
  await receivePlan(store, aPlan())
  const id = valueOf(await store.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
  valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 1, note: 'sổ công văn chưa ký' }))
  const photo = aPhoto('ảnh hiện trường')
  valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of: `ans.${id}.Q4.1`, caption: 'chưa ký', photo }))
  valueOf(await store.drafts.put('note', 'đang gõ dở'))
  const fields = { text: 'đồng nghiệp ghi' }
  await receive(store, { feed: `${UNIT}/self`, kind: 'answer', entity: `ans.${id}.Q4.2`, fields })
  expect((await store.assessments.get(id))?.answers['Q4.1']?.note).toBe('sổ công văn chưa ký')
  expect(await store.evidence.bytes(photo.sha256)).toEqual(photo.bytes)
  store.close()
}

describe('a store under a PIN', () => {
  it('DAT-30: shows none of the words written in it to whoever reads the disk; without a PIN all of them', async () => {
    const open = aFactory()
    await work(open)
    const readable = await diskText(open)
    for (const word of words) expect(readable).toContain(word)
    const indexedDB = aFactory()
    await work(indexedDB, createRowSealer(crypto.getRandomValues(new Uint8Array(32))))
    const sealed = await diskText(indexedDB)
    expect(sealed.length).toBeGreaterThan(2000)
    for (const word of words) expect(sealed).not.toContain(word)
  })

  it('DAT-33: opens by its PIN through the real Argon2id, with no network and no session', async () => {
    const indexedDB = aFactory()
    const device = valueOf(await openDeviceStore({ indexedDB, IDBKeyRange }))
    const person = { username: 'thuky', displayName: 'Thư ký', place: 'xã', replica: 'a1', lastUsedAt: 1 }
    await device.savePerson({ ...person, storeId: 'one' })
    const locks = openLockStore({ indexedDB, IDBKeyRange })
    let now = 0
    // A device on which the least cost takes a second: no more is asked of it.
    const parts = { locks, hashPin: argon2idKey, monotonicNow: () => (now += 1000) }
    const { dataKey } = valueOf(await createPinLock(parts).setPin('one', '802913'))
    await work(indexedDB, createRowSealer(dataKey))
    const unlocked = valueOf(await createPinLock(parts).unlock('one', '802913'))
    const store = await aStore({ indexedDB, identity: null, sealer: createRowSealer(unlocked.dataKey) })
    expect(await store.drafts.get('note')).toBe('đang gõ dở')
    expect(await store.assessments.list(UNIT)).toHaveLength(1)
  })
})
