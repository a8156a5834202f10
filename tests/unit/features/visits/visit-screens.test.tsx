import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { err } from '#domain/kernel/result.ts'
import { VisitScreen } from '#features/visits/visit-screen.tsx'
import { VisitsScreen } from '#features/visits/visits-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { AREA, declare, FIRST, FIRST_NAME, follower, followerStore, visit } from '../communes/follower-scene.ts'

const open = (store: OpenedPersonStore, query = `?unit=${FIRST}`) =>
  renderScreen((props) => <VisitScreen {...props} />, { store, at: `/visits/new${query}` })

type Opened = Awaited<ReturnType<typeof open>>

const KEY = `visit:new:${FIRST}`

/** What somebody wrote before, as the draft it was kept in. */
const written = {
  unit: FIRST,
  on: '21/11/2026',
  stage: 'G1',
  flag: 'yellow',
  done: 'Soát xét 3 quy trình',
  lateReasons: ['short-of-staff', 'short-of-funds'],
  recommendation: '',
}

const openWritten = async (store: OpenedPersonStore): Promise<Opened> => {
  valueOf(await store.drafts.put(KEY, written))
  const opened = await open(store)
  await screen.findByDisplayValue(written.done)
  return opened
}

const setDay = (text: string): void => {
  const field = screen.getByLabelText('Ngày thăm')
  fireEvent.change(field, { target: { value: text } })
  fireEvent.blur(field)
}

const save = ({ user }: Opened) => user.click(screen.getByText('Lưu chuyến thăm'))

describe('recording a visit', () => {
  it('begins with the commune and its present stage, and is saved without a network', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    const opened = await open(store)
    await opened.user.click(await screen.findByLabelText(/Cần theo dõi/))
    fireEvent.change(screen.getByLabelText('Việc đã làm'), { target: { value: 'Soát xét 3 quy trình' } })
    await opened.user.click(screen.getByLabelText('Thiếu cán bộ'))
    await opened.user.click(screen.getByLabelText('Thiếu kinh phí'))
    expect(screen.getByLabelText('Giai đoạn lúc thăm')).toHaveValue('G1')
    await save(opened)
    expect(await screen.findByText(/^Đã lưu trên máy \d\d:\d\d$/)).toBeInTheDocument()
    const [saved] = await store.visits.list([FIRST])
    expect(opened.location.history.at(-1)).toBe(`/visits/${FIRST}/${saved?.id}`)
    expect([saved]).toMatchObject([
      {
        unit: FIRST,
        on: { text: '21/11/2026', date: '2026-11-21' },
        stage: 'G1',
        flag: 'yellow',
        done: 'Soát xét 3 quy trình',
        lateReasons: ['short-of-staff', 'short-of-funds'],
        location: 'on-device',
      },
    ])
  })

  it('keeps a date that does not exist as it was written, and asks', async () => {
    const store = await followerStore()
    const opened = await openWritten(store)
    setDay('31/11/2026')
    expect(await screen.findByText(/Ngày này không có trong lịch/)).toBeInTheDocument()
    await save(opened)
    expect(await screen.findByRole('alert')).toHaveTextContent(/Ngày này không có trong lịch/)
    expect(screen.getByLabelText('Ngày thăm')).toHaveValue('31/11/2026')
    expect(await store.visits.list([FIRST])).toEqual([])
    await opened.user.click(screen.getByText('Có phải 30/11/2026?'))
    expect(screen.getByLabelText('Ngày thăm')).toHaveValue('30/11/2026')
    await waitFor(() => expect(screen.queryByText(/Ngày này không có trong lịch/)).toBeNull())
  })

  it('asks for the commune first, and finds it by its name without marks', async () => {
    const opened = await open(await followerStore(), '')
    const list = within(await screen.findByRole('list', { name: 'Chọn xã để ghi chuyến thăm' }))
    expect(list.getByRole('link', { name: new RegExp(FIRST_NAME) })).toHaveAttribute(
      'href',
      `/visits/new?unit=${FIRST}`,
    )
    expect(opened.location.history).toHaveLength(1)
  })

  it('says in one place what is missing', async () => {
    const opened = await open(await followerStore())
    await opened.user.selectOptions(await screen.findByLabelText('Giai đoạn lúc thăm'), '')
    fireEvent.change(screen.getByLabelText(/^Từ giờ/), { target: { value: 'sáng' } })
    await save(opened)
    const summary = within(await screen.findByRole('alert'))
    const asked = summary.getAllByRole('link').map((link) => link.textContent)
    expect(asked).toEqual([
      'Giờ này không đọc được. Chữ đã viết vẫn còn; anh/chị ghi như 8:30 hoặc để trống.',
      'Anh/chị chọn giai đoạn lúc thăm.',
      'Anh/chị chọn một mức đánh dấu.',
      'Anh/chị ghi việc đã làm.',
    ])
  })

  it('comes back after the browser was killed, reasons and date included, and is gone once saved', async () => {
    const store = await followerStore()
    const first = await openWritten(store)
    setDay('31/11')
    await waitFor(async () => expect(await store.drafts.get(KEY)).toMatchObject({ on: '31/11' }))
    first.unmount()
    const second = await open(store)
    expect(await screen.findByDisplayValue(written.done)).toBeInTheDocument()
    expect(screen.getByLabelText('Ngày thăm')).toHaveValue('31/11')
    expect(screen.getByLabelText(/Cần theo dõi/)).toBeChecked()
    expect(screen.getByLabelText('Thiếu kinh phí')).toBeChecked()
    setDay('20/11/2026')
    await save(second)
    await waitFor(async () => expect(await store.visits.list([FIRST])).toHaveLength(1))
    await waitFor(async () => expect(await store.drafts.get(KEY)).toBeUndefined())
  })

  it('keeps everything on the screen when the disk is full, and says so', async () => {
    const store = await followerStore()
    const full: OpenedPersonStore = Object.create(store, {
      visits: { value: { ...store.visits, save: async () => err({ code: 'storage.full' }) } },
    })
    const opened = await openWritten(full)
    await save(opened)
    expect(await screen.findByRole('alert')).toHaveTextContent(/Bộ nhớ máy đã đầy/)
    expect(screen.getByLabelText('Việc đã làm')).toHaveValue('Soát xét 3 quy trình')
  })

  it('can be corrected by who wrote it', async () => {
    const store = await followerStore()
    await visit(store, FIRST, '18/11/2026')
    const id = (await store.visits.list([FIRST]))[0]!.id
    const opened = await open(store, `?unit=${FIRST}&visit=${id}`)
    fireEvent.change(await screen.findByLabelText(/Kiến nghị/), { target: { value: 'Bố trí thêm người' } })
    await save(opened)
    await waitFor(async () =>
      expect(await store.visits.list([FIRST])).toMatchObject([{ id, recommendation: 'Bố trí thêm người' }]),
    )
  })

  it('is not offered to a role that records none', async () => {
    await open(await followerStore(follower('consultant', AREA)))
    expect(await screen.findByText('Vai trò của anh/chị không ghi chuyến thăm')).toBeInTheDocument()
  })
})

describe('the list of visits', () => {
  it('begins with the communes that wait longest, and shows what was found before', async () => {
    const store = await followerStore()
    await visit(store, FIRST, '18/11/2026')
    await renderScreen((props) => <VisitsScreen {...props} />, { store })
    const waiting = within(await screen.findByRole('list', { name: 'Nên thăm tiếp theo' })).getAllByRole('listitem')
    expect(waiting).toHaveLength(5)
    expect(waiting.at(-1)).toHaveTextContent(`${FIRST_NAME} Địa bàn Tràng Định · thăm 3 ngày trước`)
    const past = within(await screen.findByRole('group', { name: `18/11/2026 · ${FIRST_NAME}` }))
    expect(past.getByText('Cần theo dõi')).toBeInTheDocument()
    expect(past.getByText('Thiếu cán bộ')).toBeInTheDocument()
  })

  it('teaches while there is none', async () => {
    await renderScreen((props) => <VisitsScreen {...props} />, { store: await followerStore() })
    expect(await screen.findByText('Chưa ghi chuyến thăm nào')).toBeInTheDocument()
  })
})
