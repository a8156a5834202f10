import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { err } from '#domain/kernel/result.ts'
import { CommuneStageScreen } from '#features/communes/commune-stage-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { TODAY } from '#support/store/test-store.ts'
import { AREA, declare, FIRST, follower, followerStore } from './follower-scene.ts'

const open = (store: OpenedPersonStore, stage = 'G0') =>
  renderScreen((props) => <CommuneStageScreen {...props} unit={FIRST} stage={stage} />, { store })

const statusOf = async (store: OpenedPersonStore) => (await store.pilot.ofCommune(FIRST, TODAY))?.stages[0]

describe('a stage, as its monitor sees it', () => {
  it('shows the proof of every deliverable and both words side by side', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    await open(store)
    expect(await screen.findByRole('heading', { level: 1, name: 'G0 Khởi động' })).toBeInTheDocument()
    expect(screen.getAllByText(/Bản giấy ở tủ số 2/)).toHaveLength(3)
    expect(screen.getByText('Phía xã').nextSibling).toHaveTextContent('21/11/2026')
    expect(screen.getByText('Phía người theo dõi').nextSibling).toHaveTextContent('chưa xác nhận')
  })

  it('is confirmed with a day and remarks, and says that it is saved', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    const { user } = await open(store)
    await user.type(await screen.findByLabelText('Nhận xét'), 'Đủ văn bản')
    await user.click(screen.getByRole('button', { name: 'Xác nhận' }))
    expect(await screen.findByText(/^Đã xác nhận, lưu trên máy \d\d:\d\d$/)).toBeInTheDocument()
    expect(await statusOf(store)).toMatchObject({
      status: 'confirmed',
      confirmations: [{ note: 'Đủ văn bản', on: TODAY }],
    })
    expect(await screen.findByText('Mở lại giai đoạn')).toBeInTheDocument()
    await waitFor(() => expect(screen.getByLabelText('Nhận xét')).toHaveValue(''))
  })

  it('is sent back only with a reason', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    const { user } = await open(store)
    await user.click(await screen.findByRole('button', { name: 'Trả lại' }))
    expect(await screen.findByText(/cần ghi lý do để xã biết/)).toBeInTheDocument()
    expect((await statusOf(store))?.status).toBe('declared')
    await user.type(screen.getByLabelText('Nhận xét'), 'Thiếu dấu')
    await user.click(screen.getByRole('button', { name: 'Trả lại' }))
    expect(await screen.findByText(/đang chờ xã bổ sung/)).toBeInTheDocument()
    expect((await statusOf(store))?.returned).toMatchObject({ note: 'Thiếu dấu' })
  })

  it('keeps a date that does not exist as it was written, and asks', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    const { user } = await open(store)
    const date = await screen.findByLabelText('Ngày')
    await user.clear(date)
    await user.type(date, '31/11/2026')
    await user.click(screen.getByRole('button', { name: 'Xác nhận' }))
    expect(await screen.findByText(/Ngày này không có trong lịch/)).toBeInTheDocument()
    expect(date).toHaveValue('31/11/2026')
    expect((await statusOf(store))?.status).toBe('declared')
  })

  it('keeps what was written when the disk is full, and says so', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    const full: OpenedPersonStore = Object.create(store, {
      pilot: { value: { ...store.pilot, confirm: async () => err({ code: 'storage.full' }) } },
    })
    const { user } = await open(full)
    await user.type(await screen.findByLabelText('Nhận xét'), 'Đủ')
    await user.click(screen.getByRole('button', { name: 'Xác nhận' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/Bộ nhớ máy đã đầy/)
    expect(screen.getByLabelText('Nhận xét')).toHaveValue('Đủ')
  })

  it('brings remarks back after the browser was killed', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    const first = await open(store)
    await first.user.type(await screen.findByLabelText('Nhận xét'), 'Xem lại kế hoạch')
    await new Promise((resolve) => setTimeout(resolve, 400))
    first.unmount()
    await open(store)
    expect(await screen.findByDisplayValue('Xem lại kế hoạch')).toBeInTheDocument()
  })

  it('offers no decision before the commune declared it, nor to whom the table gives no right', async () => {
    const store = await followerStore()
    const { unmount } = await open(store)
    expect(await screen.findByText(/chưa có gì để xác nhận/)).toBeInTheDocument()
    unmount()
    const consultant = await followerStore(follower('consultant', AREA))
    await declare(consultant, FIRST, 'G0')
    await open(consultant)
    expect(await screen.findByText(/việc xác nhận do người theo dõi địa bàn/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Xác nhận' })).not.toBeInTheDocument()
  })

  it('that no plan knows is told to be unknown', async () => {
    await open(await followerStore(), 'G77')
    expect(await screen.findByText('Giai đoạn không có trong kế hoạch của xã')).toBeInTheDocument()
  })
})
