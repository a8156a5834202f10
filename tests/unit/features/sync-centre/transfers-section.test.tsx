import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TransferEntry } from '#data/contract/store-contract.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { SyncCentreScreen } from '#features/sync-centre/sync-centre-screen.tsx'
import { renderScreen, type RenderScreenOptions } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const show = (store: OpenedPersonStore, options: Partial<RenderScreenOptions> = {}) =>
  renderScreen((props) => <SyncCentreScreen {...props} />, { store, ...options })

const DAY = 24 * 3_600_000

const entry = (change: Partial<TransferEntry> = {}): TransferEntry => ({
  at: NOW,
  ms: 4000,
  ops: 0,
  records: 0,
  photos: 0,
  thumbnails: 0,
  up: 0,
  down: 0,
  problem: null,
  ...change,
})

const note = async (store: OpenedPersonStore, change: Partial<TransferEntry>): Promise<void> => {
  valueOf(await store.sync.noteTransfer(entry(change)))
}

const rowsOf = async (name: string) => within(await screen.findByRole('list', { name })).getAllByRole('listitem')

describe('the last transfers in the sync centre', () => {
  it('SYN-24: say what went and came, in how many bytes and how long', async () => {
    const store = await aStore()
    await note(store, { at: NOW - DAY, ops: 1, photos: 2, up: 1_600_000, ms: 5 * 60_000 })
    await note(store, { ops: 24, records: 3, thumbnails: 1, up: 12_000, down: 6000 })
    const { container } = await show(store)
    const [newest, older] = await rowsOf('Lần truyền gần đây')
    expect(newest).toHaveTextContent(
      /^Gửi 24 thay đổi, nhận 3 bản ghi và 1 ảnh xem trước \d\d:\d\d · 18.kB \(gửi 12.kB, nhận 6.kB\) · 4 giây$/,
    )
    expect(older).toHaveTextContent(/^Gửi 1 thay đổi và 2 tệp \d\d:\d\d \d\d\/\d\d\/2026 · 1,6.MB \(.*\) · 5 phút$/)
    await expectAxeClean(container)
  })

  it('SYN-24: say of a failed one why, and what had gone before it was cut', async () => {
    const store = await aStore()
    await note(store, { problem: { code: 'network.timeout' } })
    await note(store, { at: NOW + 1, records: 2, problem: { code: 'network.offline' } })
    await show(store, { language: 'en' })
    const [cut, failed] = await rowsOf('Last transfers')
    expect(cut).toHaveTextContent(/^Received 2 records .*network/i)
    expect(failed).toHaveTextContent(/^Nothing could be transferred \S/)
  })

  it('DAT-27: show five, the rest folded away', async () => {
    const store = await aStore()
    for (let i = 0; i < 8; i++) await note(store, { at: NOW + i, ops: i + 1 })
    const { user } = await show(store)
    expect(await rowsOf('Lần truyền gần đây')).toHaveLength(5)
    await user.click(screen.getByText('3 lần trước đó'))
    const older = await rowsOf('3 lần trước đó')
    expect(older.map((row) => /Gửi \d/.exec(row.textContent ?? '')?.[0])).toEqual(['Gửi 3', 'Gửi 2', 'Gửi 1'])
  })

  it('teach what will be here while there were none', async () => {
    await show(await aStore())
    expect(await screen.findByText(/^Chưa có lần truyền nào\./)).toBeInTheDocument()
  })
})

describe('records that need a newer version', () => {
  it('DAT-28: are told with their number, that they are kept, and what shows them', async () => {
    const store = await aStore()
    for (const entity of ['m1', 'm2'])
      await receive(store, { feed: `${UNIT}/pub`, kind: 'reckoning', entity, fields: { on: 'x' } })
    const { container } = await show(store)
    expect(await screen.findByText('2 bản ghi cần bản mới hơn')).toBeInTheDocument()
    expect(screen.getByText(/Máy này giữ nguyên và chuyển tiếp đầy đủ/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Xem phiên bản trên máy' })).toHaveAttribute('href', '/more/about')
    await expectAxeClean(container)
  })

  it('DAT-28: are not spoken of where there are none', async () => {
    const store = await aStore()
    await receive(store, { feed: `${UNIT}/pub`, kind: 'visit', entity: 'v1', fields: { done: 'x' } })
    await show(store)
    await screen.findByText(/^Chưa có lần truyền nào\./)
    expect(screen.queryByText(/cần bản mới hơn/)).toBeNull()
  })
})
