import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { addDays, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { NeedsOfVisits } from '#features/needs-of-visits.tsx'
import { DayScreen } from '#features/visits/day-screen.tsx'
import { VisitsScreen } from '#features/visits/visits-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { FIRST, FIRST_NAME, follower, followerStore, SECOND } from '../communes/follower-scene.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const open = (store: OpenedPersonStore, at = '/visits/day') =>
  renderScreen((props) => <DayScreen {...props} />, { store, at })

const planned = async (store: OpenedPersonStore, unit: string, order: number, on: LocalDate = TODAY) =>
  valueOf(await store.visits.plan({ unit, on, from: null, order, purpose: '' }, TODAY))

const stops = () => within(screen.getByRole('list', { name: 'Các xã sẽ đến' })).getAllByRole('listitem')

describe('the plan of a day', () => {
  it('VIS-6: takes the proposal, keeps it, and is put into order by keyboard with the focus going along', async () => {
    const store = await followerStore()
    const { user, container } = await open(store)
    await user.click(await screen.findByRole('button', { name: 'Lấy 4 xã đề xuất' }))
    await waitFor(() => expect(stops()).toHaveLength(4))
    await expectAxeClean(container)
    const down = screen.getByRole('button', { name: `Xuống ${FIRST_NAME}` })
    down.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(stops()[1]).toHaveTextContent(FIRST_NAME))
    await waitFor(() => expect(down).toHaveFocus())
    expect(screen.getByText(`${FIRST_NAME}: thứ 2 trong 4 xã`)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: `Bỏ ${FIRST_NAME}` }))
    await waitFor(() => expect(stops()).toHaveLength(3))
    expect(await screen.findByRole('button', { name: `Thêm ${FIRST_NAME}` })).toBeInTheDocument()
  })

  it('VIS-10: shows the route of the day in its address, and what was recorded as done', async () => {
    const store = await followerStore()
    const on = addDays(TODAY, 3)
    await planned(store, SECOND, 1, on)
    await planned(store, FIRST, 0, on)
    await open(store, `/visits/day?on=${on}`)
    expect(await screen.findByText('Thứ Ba, 24/11/2026')).toBeInTheDocument()
    await waitFor(() => expect(stops()).toHaveLength(2))
    expect(stops()[0]).toHaveTextContent(`1. ${FIRST_NAME}`)
    expect(within(stops()[0]!).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringContaining(`unit=${FIRST}&planned=`),
    )
  })

  it('VIS-6: for a whole province the day stays in one area, that of the most urgent unless another is chosen', async () => {
    const store = await followerStore(follower('provincial-department', 'p20'))
    const { user } = await open(store)
    const area = await screen.findByLabelText('Địa bàn')
    await user.selectOptions(area, 'Địa bàn Bình Gia')
    const waiting = within(screen.getByRole('list', { name: 'Các xã đang chờ' })).getAllByRole('listitem')
    for (const item of waiting) expect(item).toHaveTextContent('Địa bàn Bình Gia')
  })

  it('VIS-17: the coming visits go into the calendar of the phone', async () => {
    const store = await followerStore()
    const id = await planned(store, FIRST, 0, addDays(TODAY, 1))
    const files: Blob[] = []
    const made = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      files.push(file as Blob)
      return 'blob:calendar'
    })
    const { user } = await renderScreen((props) => <VisitsScreen {...props} />, { store })
    await user.click(await screen.findByRole('button', { name: 'Đưa vào lịch điện thoại' }))
    expect(await screen.findByText(/^Đã tải 1 ngày vào tệp lịch/)).toBeInTheDocument()
    const text = await files[0]!.text()
    expect(text).toContain(`UID:visit-${id}@so-tay-iso-xa\r\n`)
    expect(text).toContain('DTSTART;VALUE=DATE:20261122\r\n')
    made.mockRestore()
  })
})

describe('what visits ask of a monitor today', () => {
  it('VIS-11: the route of today, and what was planned and not recorded', async () => {
    const store = await followerStore()
    await planned(store, FIRST, 0)
    const props = { today: addDays(TODAY, 1) }
    await planned(store, SECOND, 0, props.today)
    await renderScreen((drawn) => <NeedsOfVisits screen={drawn} />, { store, props })
    expect(await screen.findByText('Hôm nay đến 1 xã')).toBeInTheDocument()
    expect(screen.getByText('1 chuyến đã lên lịch mà chưa ghi')).toBeInTheDocument()
  })

  it('asks of the commune who comes, and its signature under a sealed record', async () => {
    const store = await aStore()
    await planned(store, UNIT, 0, addDays(TODAY, 2))
    const words = { visitors: 'Người theo dõi A', received: 'Thư ký ISO', done: 'Xem hồ sơ', recommendation: '' }
    const visit = { unit: UNIT, on: writtenDate('21/11/2026'), stage: 'G1', flag: 'green', lateReasons: [] } as const
    const id = valueOf(await store.visits.save({ ...visit, ...words }))
    valueOf(await store.visits.seal(UNIT, id))
    await renderScreen((drawn) => <NeedsOfVisits screen={drawn} />, { store })
    expect(await screen.findByText(/^Người theo dõi sẽ đến: /)).toBeInTheDocument()
    const sign = await screen.findByRole('link', { name: /Biên bản đến xã ngày 21\/11\/2026 chờ xã ký/ })
    expect(sign).toHaveAttribute('href', `/visits/${UNIT}/${id}`)
  })

  it('says nothing while nothing is planned', async () => {
    await renderScreen((drawn) => <NeedsOfVisits screen={drawn} />, { store: await followerStore() })
    expect(screen.queryByRole('list')).toBeNull()
  })
})
