import { beforeEach, describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { StorageRoom } from '#domain/evidence/photo-room.ts'
import { answer, receive } from '#support/store/receive.ts'
import { aClock, aPhoto, aStore, codeOf, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

const FEED = `${UNIT}/self`
const OF = `ans.asm.${UNIT}.2026-1.Q4.1`
const DAY = 86_400_000

let clock: ReturnType<typeof aClock>
let room: StorageRoom | null
let store: OpenedPersonStore
let stores = 0

beforeEach(async () => {
  clock = aClock()
  room = null
  store = await aStore({ clock, storeId: `ledger-${(stores += 1)}`, storageEstimate: async () => room })
})

/** A photo of this many bytes; the name makes its hash. */
const photoOf = (name: string, bytes: number) => ({ ...aPhoto(name), bytes: new Uint8Array(bytes).fill(name.length) })

const take = async (name: string, bytes = 200_000) =>
  valueOf(await store.evidence.add({ feed: FEED, of: OF, caption: '', photo: photoOf(name, bytes) }))

const queue = async () => valueOf(await store.sync.pendingBlobs(100)).map(({ sha256 }) => sha256)

const acknowledge = async (part: Partial<Parameters<typeof answer>[1]> = {}) => {
  const { lastN } = valueOf(await store.sync.position())
  await answer(store, { push: { ack: lastN, safe: lastN, expect: null, rejected: [] }, ...part })
}

/** At the endpoint; in its photo backup where `isSafe`. */
async function send(photo: { readonly sha256: string; readonly thumbnailSha256: string }, isSafe: boolean) {
  valueOf(await store.sync.markBlobSent(photo.thumbnailSha256))
  valueOf(await store.sync.markBlobSent(photo.sha256))
  await acknowledge(isSafe ? { blobsSafe: [photo.sha256] } : {})
}

const isHere = async (sha256: string): Promise<boolean> => (await store.evidence.bytes(sha256)) !== null

describe('a photo whose record is gone', () => {
  it('DAT-11: leaves the queue with its thumbnail when its author removes it before it was sent', async () => {
    const [first, second] = [await take('first'), await take('second')]
    valueOf(await store.evidence.remove(FEED, first.id))
    expect(await queue()).toEqual([second.thumbnailSha256, second.sha256])
    expect(await store.syncCentre.status()).toMatchObject({ pendingPhotos: 2 })
  })

  it('DAT-11: stays in the queue while another record names the same bytes', async () => {
    const photo = photoOf('same', 1000)
    const first = valueOf(await store.evidence.add({ feed: FEED, of: OF, caption: '', photo }))
    valueOf(await store.evidence.add({ feed: FEED, of: `${OF}b`, caption: '', photo }))
    valueOf(await store.evidence.remove(FEED, first.id))
    expect(await queue()).toEqual([photo.thumbnailSha256, photo.sha256])
  })

  it('DAT-11: is not sent either when a colleague took the record away', async () => {
    const photo = await take('mine')
    await acknowledge()
    const { lastN } = valueOf(await store.sync.position())
    const gone = { feed: FEED, kind: 'evidence', entity: photo.id, fields: { _del: { x: [['a1', lastN]] } } }
    await receive(store, { ...gone, seen: { a1: lastN } })
    expect(await queue()).toEqual([])
  })

  it('DAT-11, CHG-5: is sent after all when an edit its remover had not seen brings the record back', async () => {
    const photo = await take('back')
    valueOf(await store.evidence.remove(FEED, photo.id))
    expect(await queue()).toEqual([])
    await receive(store, { feed: FEED, kind: 'evidence', entity: photo.id, fields: { caption: 'Cửa trước' } })
    expect(await queue()).toEqual([photo.thumbnailSha256, photo.sha256])
    await acknowledge({ blobsWanted: [photo.sha256] })
    expect(await queue()).toEqual([photo.thumbnailSha256, photo.sha256])
  })

  it('DAT-11: keeps its bytes for a week and until the removal is in a backup, then loses them', async () => {
    const photo = await take('gone')
    valueOf(await store.evidence.remove(FEED, photo.id))
    clock.at = NOW + 8 * DAY
    await store.photoStore.tidy()
    expect(await isHere(photo.sha256)).toBe(true)
    await acknowledge()
    clock.at = NOW + 6 * DAY
    await store.photoStore.tidy()
    expect(await isHere(photo.sha256)).toBe(true)
    clock.at = NOW + 8 * DAY
    await store.photoStore.tidy()
    expect([await isHere(photo.sha256), await isHere(photo.thumbnailSha256)]).toEqual([false, false])
  })

  it('EVI-2: the photos of a finding leave with it in one gesture and are not sent', async () => {
    const draft = { unitId: UNIT, instrument: 'internal-audit-short@1', title: 'Đánh giá', department: 'Văn phòng' }
    const audit = valueOf(await store.audits.start({ ...draft, on: { text: '20/11/2026', date: null } }))
    const words = { clause: '8.5.1', facts: 'Sự việc', requirement: '', objectiveEvidence: '', department: '' }
    const finding = { item: 'A1', grade: 'minor', dueOn: null, ...words } as const
    const id = valueOf(await store.audits.saveFinding(audit, finding))
    const feed = `${UNIT}/audit`
    const photo = valueOf(await store.evidence.add({ feed, of: id, caption: '', photo: photoOf('finding', 9000) }))
    const receipt = valueOf(await store.audits.removeFinding(audit, id))
    expect(receipt.lastN - receipt.firstN).toBe(2)
    const ops = valueOf(await store.sync.nextPush(1_000_000)).ops.filter(({ n }) => n >= receipt.firstN)
    expect(new Set(ops.map(({ g }) => g)).size).toBe(1)
    expect(await store.evidence.listOf(feed, id)).toEqual([])
    expect(await queue()).toEqual([])
    expect(photo.of).toBe(id)
  })
})

describe('room for photos', () => {
  /** `usage` megabytes of a hundred are taken. */
  const used = (usage: number): StorageRoom => ({ usage: usage * 1_000_000, quota: 100_000_000 })

  it('EVI-3: a photo beyond 80 % of the quota is refused, text is not', async () => {
    room = used(79.9)
    expect(await store.evidence.room()).toMatchObject({ isFull: true })
    const added = await store.evidence.add({ feed: FEED, of: OF, caption: '', photo: photoOf('late', 200_000) })
    expect(codeOf(added)).toBe('evidence.no-room')
    expect(await queue()).toEqual([])
    room = used(99)
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
  })

  it('EVI-3: takes photos while there is room, and where the browser tells nothing', async () => {
    room = used(79)
    expect(await store.evidence.room()).toMatchObject({ isFull: false })
    await take('fits')
    room = null
    await take('unknown')
    expect(await queue()).toHaveLength(4)
  })

  it('DAT-12, EVI-3: a new photo pushes out safe ones, the oldest first, as many as it needs, and no thumbnail', async () => {
    const photos = [await take('a'), await take('bb'), await take('ccc')]
    for (const photo of photos) await send(photo, true)
    room = used(80)
    expect(await store.evidence.room()).toEqual({ isFull: false, freeable: { count: 3, bytes: 600_000 } })
    await take('dddd', 150_000)
    expect(await Promise.all(photos.map(({ sha256 }) => isHere(sha256)))).toEqual([false, true, true])
    expect(await Promise.all(photos.map(({ thumbnailSha256 }) => isHere(thumbnailSha256)))).toEqual([true, true, true])
  })

  it('DAT-12: a photo that waits, or that is sent and not yet safe, is never pushed out', async () => {
    const [waiting, sent] = [await take('waits'), await take('sent')]
    await send(sent, false)
    expect(await store.photoStore.sentPhotos()).toEqual([sent.sha256])
    room = used(80)
    const added = await store.evidence.add({ feed: FEED, of: OF, caption: '', photo: photoOf('late', 200_000) })
    expect(codeOf(added)).toBe('evidence.no-room')
    expect(valueOf(await store.evidence.freeSafe())).toBe(0)
    expect([await isHere(waiting.sha256), await isHere(sent.sha256)]).toEqual([true, true])
  })

  it('DAT-12: nothing leaves by itself while there is room', async () => {
    const photo = await take('safe')
    await send(photo, true)
    room = used(10)
    await take('another')
    await store.photoStore.tidy()
    expect(await isHere(photo.sha256)).toBe(true)
  })

  it('DAT-12: a restored endpoint is asked anew before anything is deleted, and gets again what it lost', async () => {
    const photo = await take('restored')
    await send(photo, true)
    expect(await store.photoStore.sentPhotos()).toEqual([])
    await answer(store, { inc: 'restored' })
    expect(await store.photoStore.sentPhotos()).toEqual([photo.sha256])
    expect(valueOf(await store.evidence.freeSafe())).toBe(0)
    await answer(store, { inc: 'restored', blobsWanted: [photo.sha256] })
    expect(await queue()).toEqual([photo.sha256])
  })

  it('DAT-12: a freed photo that was fetched again is a copy, pushed out first, and can be sent again', async () => {
    const [mine, other] = [await take('mine'), await take('other')]
    await send(mine, true)
    await send(other, true)
    expect(valueOf(await store.evidence.freeSafe())).toBe(400_000)
    await store.evidence.keep(other.sha256, photoOf('other', 200_000).bytes)
    expect(await store.evidence.room()).toMatchObject({ freeable: { count: 1 } })
    await acknowledge({ blobsWanted: [other.sha256] })
    expect(valueOf(await store.sync.pendingBlobs(9))).toMatchObject([
      { sha256: other.sha256, feed: FEED, mime: 'image/jpeg' },
    ])
  })

  it('EVI-3: a photo fetched for a look is shown and not kept where there is no room', async () => {
    room = used(80)
    await store.evidence.keep('f'.repeat(64), new Uint8Array(200_000))
    expect(await isHere('f'.repeat(64))).toBe(false)
  })
})
