import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { Platform } from '#features/screen-props.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { answer } from '#support/store/receive.ts'
import { aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const FEED = `${UNIT}/self`
const OF = `ans.asm.${UNIT}.2026-1.Q4.1`
const photo = { ...aPhoto('freed'), bytes: new Uint8Array(100_000).fill(7) }
let stores = 0

let urls = 0
beforeEach(() => {
  Object.assign(URL, { createObjectURL: () => `blob:${(urls += 1)}`, revokeObjectURL: () => {} })
})

const draw = (store: OpenedPersonStore, platform: Partial<Platform> = {}) =>
  renderScreen((props) => <EvidenceStrip {...{ store }} canEdit platform={props.platform} feed={FEED} of={OF} />, {
    store,
    platform,
  })

/** A photo that was sent, is safe, and was deleted here to make room. */
async function withFreedPhoto(): Promise<OpenedPersonStore> {
  const store = await aStore({ storeId: `large-${(stores += 1)}` })
  valueOf(await store.evidence.add({ feed: FEED, of: OF, caption: 'Bảng niêm yết', photo }))
  for (const sha256 of [photo.thumbnailSha256, photo.sha256]) valueOf(await store.sync.markBlobSent(sha256))
  await answer(store, { push: { ack: 1, safe: 1, expect: null, rejected: [] }, blobsSafe: [photo.sha256] })
  expect(valueOf(await store.evidence.freeSafe())).toBe(100_000)
  return store
}

const openIt = async () => userEvent.click(await screen.findByRole('button', { name: 'Bảng niêm yết' }))

describe('a photo that was deleted on this device to make room', () => {
  it('DAT-12: keeps its thumbnail, is fetched again when it is opened, and is kept', async () => {
    const store = await withFreedPhoto()
    let deliver = () => {}
    const fetchPhoto = async () => {
      await new Promise<void>((resolve) => {
        deliver = resolve
      })
      return ok(photo.bytes)
    }
    await draw(store, { fetchPhoto })
    await openIt()
    expect(await screen.findByText('Đang tải lại ảnh từ máy chủ…')).toBeVisible()
    await waitFor(() => expect(screen.getAllByRole('img', { name: 'Bảng niêm yết' })).toHaveLength(2))
    deliver()
    await waitFor(() => expect(screen.queryByText('Đang tải lại ảnh từ máy chủ…')).toBeNull())
    expect((await store.evidence.bytes(photo.sha256))?.byteLength).toBe(100_000)
  })

  it('DAT-12: says so without a network, shows the thumbnail, and tries again on a press', async () => {
    const store = await withFreedPhoto()
    let isOnline = false
    const fetchPhoto = async () => (isOnline ? ok(photo.bytes) : err({ code: 'network.offline' } as const))
    await draw(store, { fetchPhoto })
    await openIt()
    expect(await screen.findByText(/^Đang không có mạng nên chưa tải lại được ảnh gốc/)).toBeVisible()
    expect(screen.getAllByRole('img', { name: 'Bảng niêm yết' })).toHaveLength(2)
    isOnline = true
    await userEvent.click(screen.getByRole('button', { name: 'Tải lại ảnh' }))
    await waitFor(() => expect(screen.queryByText(/^Đang không có mạng nên/)).toBeNull())
  })
})

describe('the camera without room', () => {
  it('EVI-3: stops before a photo is taken, says why and where to go', async () => {
    const full = async () => ({ usage: 90, quota: 100 })
    const store = await aStore({ storeId: `large-${(stores += 1)}`, storageEstimate: full })
    await draw(store)
    expect(await screen.findByText('Hết chỗ cho ảnh')).toBeVisible()
    expect(screen.getByText(/chữ vẫn lưu bình thường/)).toBeVisible()
    expect(screen.getByLabelText('Chụp bằng chứng')).toBeDisabled()
    expect(screen.getByLabelText('Chọn ảnh có sẵn')).toBeDisabled()
    expect(screen.getByRole('link', { name: 'Mở Đồng bộ' })).toHaveAttribute('href', '/sync')
  })

  it('EVI-3: keeps a photo that found no room for another try', async () => {
    // Enough for a usual photo, so that the camera is open, and too little for this one.
    const room = { usage: 80_000_000 - 250_000, quota: 100_000_000 }
    const large = { ...photo, bytes: new Uint8Array(300_000) }
    const store = await aStore({ storeId: `large-${(stores += 1)}`, storageEstimate: async () => room })
    await draw(store, { preparePhoto: async () => ok(large) })
    const capture = await screen.findByLabelText('Chụp bằng chứng')
    await userEvent.upload(capture, new File(['x'], 'x.jpg', { type: 'image/jpeg' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ dành cho ảnh đã dùng gần hết')
    room.usage = 0
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
    await waitFor(async () => expect(await store.evidence.listOf(FEED, OF)).toHaveLength(1))
  })
})
