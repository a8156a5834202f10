import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { SyncCentreScreen } from '#features/sync-centre/sync-centre-screen.tsx'
import { renderScreen, type RenderScreenOptions } from '#support/render-screen.tsx'
import { aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const show = (store: OpenedPersonStore, options: Partial<RenderScreenOptions> = {}) =>
  renderScreen((props) => <SyncCentreScreen {...props} />, { store, ...options })

let stores = 0

/** Two photos of 200 kB whose text is sent, on a line of 20 kB/s. */
async function storeWithPhotos(): Promise<OpenedPersonStore> {
  const store = await aStore({ storeId: `send-card-${(stores += 1)}` })
  for (const name of ['one', 'two']) {
    const photo = { ...aPhoto(name), bytes: new Uint8Array(200_000) }
    valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of: 'x', caption: '', photo }))
    valueOf(await store.sync.markBlobSent(photo.thumbnailSha256))
  }
  await store.photoStore.keepSpeed({ bytesPerSecond: 20_000, roundTripMs: 500 })
  return store
}

describe('photos that wait in the sync centre', () => {
  it('SYN-15, SYN-16: say why, what sending costs, and go after one press', async () => {
    const store = await storeWithPhotos()
    valueOf(await store.photos.setPolicy('ask'))
    valueOf(await store.sync.setStatus({ photosWait: 'permission' }))
    let runs = 0
    const sync = { syncNow: async () => void (runs += 1) }
    const { user, container } = await show(store, { props: { sync } })
    // 400,000 bytes at 20 kB/s and 2 × 2 + 2 requests at half a second: 23 seconds
    expect(await screen.findByText(/^.*2 bằng chứng: .*, ~\d giây · 2 tệp: 400.kB, ~23 giây$/)).toBeInTheDocument()
    expect(screen.getByText('Anh/chị đã chọn “Hỏi trước”.')).toBeInTheDocument()
    expect(screen.getByText(/ảnh gốc và tài liệu còn chờ\.$/)).toBeInTheDocument()
    expect(screen.queryByText(/Đã gửi/)).toBeNull()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Gửi 2 tệp ngay' }))
    await waitFor(() => expect(runs).toBe(1))
    const queue = valueOf(await store.sync.pendingBlobs(9))
    expect(queue.map(({ isAllowed }) => isAllowed)).toEqual([true, true])
  })

  it('SYN-16: say that the time was not measured yet, in English too', async () => {
    const store = await storeWithPhotos()
    await store.photoStore.keepSpeed({ bytesPerSecond: null, roundTripMs: null })
    valueOf(await store.sync.setStatus({ photosWait: 'wifi' }))
    await show(store, { language: 'en' })
    expect(await screen.findByText(/2 files: 400.kB, time not measured yet$/)).toBeInTheDocument()
    expect(screen.getByText('Photos and documents wait for Wi-Fi')).toBeInTheDocument()
  })

  it('SYN-15: follow the rule that is chosen there, and say where the browser hides the network', async () => {
    const store = await storeWithPhotos()
    const { user } = await show(store, { platform: { networkKind: async () => 'hidden' } })
    await waitFor(() => expect(screen.getByRole('radio', { name: /^Chỉ Wi-Fi/ })).toBeChecked())
    expect(await screen.findByText(/Trình duyệt trên máy này không cho biết/)).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: /^Luôn gửi/ }))
    await waitFor(async () => expect(await store.photos.policy()).toBe('always'))
    await waitFor(() => expect(screen.queryByText(/Trình duyệt trên máy này không cho biết/)).toBeNull())
  })

  it('DAT-12: offers to delete here what is safe elsewhere, and nothing else', async () => {
    const store = await storeWithPhotos()
    const { user } = await show(store)
    expect(await screen.findByText(/^Chưa có ảnh nào an toàn để xóa/)).toBeInTheDocument()
    const [safe] = valueOf(await store.sync.pendingBlobs(1))
    valueOf(await store.sync.markBlobSent(safe?.sha256 ?? ''))
    valueOf(
      await store.sync.applyAnswer({
        inc: 'i',
        push: { ack: 2, safe: 2, expect: null, rejected: [] },
        feeds: [],
        gone: [],
        blobsWanted: [],
        blobsSafe: [safe?.sha256 ?? ''],
        clockOffset: 0,
      }),
    )
    expect(await screen.findByText(/^1 ảnh \(200.kB\) đã an toàn/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Xóa ảnh gốc khỏi máy' }))
    expect(await screen.findByText(/^Đã giải phóng 200.kB/)).toBeInTheDocument()
    expect(await store.evidence.bytes(safe?.sha256 ?? '')).toBeNull()
  })
})
