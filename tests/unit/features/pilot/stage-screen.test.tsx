import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { err } from '#domain/kernel/result.ts'
import { StageScreen } from '#features/pilot/stage-screen.tsx'
import { receive, receivePlan } from '#support/store/receive.ts'
import { NOW, TODAY, UNIT } from '#support/store/test-store.ts'
import { aStoreOf, show } from '../internal-audit/screen-bench.tsx'
import { aFreshPlan } from './a-plan.ts'

const plan = aFreshPlan()
const ENTITY = `stage.${UNIT}.${plan.id}.G0`

async function opened(role: Role = 'iso-secretary') {
  const store = await aStoreOf(role)
  await receivePlan(store, plan)
  const draw = (stage = 'G0', over: Partial<typeof store> = {}) =>
    show({ ...store, ...over }, (props) => <StageScreen {...props} stage={stage} />)
  const stage = async (code = 'G0') =>
    (await store.pilot.ofCommune(UNIT, TODAY))?.stages.find((one) => one.stage === code)
  return { store, draw, stage }
}

const declare = () => userEvent.click(screen.getByRole('button', { name: /^Báo xong/ }))
const attestations = () => screen.findAllByLabelText('Hoặc xác nhận bằng lời')

async function attestAll() {
  for (const field of await attestations()) await userEvent.type(field, 'Văn bản số 12, ngày 20/11/2026')
}

describe('a stage', () => {
  it('PIL-12: is not declared without proof of each deliverable, and names which are missing', async () => {
    const { draw, stage } = await opened()
    await draw()
    const [first] = await attestations()
    await userEvent.type(first!, 'Quyết định số 5')
    await declare()
    expect(await screen.findByRole('alert')).toHaveTextContent('còn thiếu 2 kết quả')
    const missing = within(screen.getByRole('alert')).getAllByRole('link')
    expect(missing.map(({ textContent }) => textContent)).toEqual([
      'Kế hoạch triển khai của xã',
      'Văn bản cử cán bộ đầu mối',
    ])
    await userEvent.click(missing[0]!)
    expect((await attestations())[1]).toHaveFocus()
    expect(first).toHaveValue('Quyết định số 5')
    expect((await stage())?.status).toBe('in-progress')
  })

  it('is declared with words, a day and a note, and then shows them', async () => {
    const { draw, stage, store } = await opened()
    await draw()
    await attestAll()
    await userEvent.type(screen.getByLabelText('Ghi chú gửi người theo dõi'), 'Đã gửi bản giấy')
    await declare()
    await waitFor(async () => expect((await stage())?.status).toBe('declared'))
    expect((await stage())?.declarations[0]).toMatchObject({ on: TODAY, note: 'Đã gửi bản giấy' })
    const history = await screen.findByRole('list', { name: 'Đã diễn ra' })
    expect(history).toHaveTextContent('Báo xong ngày 21/11/2026')
    expect(history).toHaveTextContent('Anh/chị ghi lúc')
    expect(history).toHaveTextContent('Trên máy')
    expect(screen.getAllByText('Lời xác nhận: Văn bản số 12, ngày 20/11/2026')).toHaveLength(3)
    expect(screen.queryByRole('button', { name: /^Báo xong/ })).toBeNull()
    await waitFor(async () => expect(await store.drafts.get(`stage:${ENTITY}`)).toBeUndefined())
  })

  it('PIL-12: takes a photo as proof of the deliverable it was taken for', async () => {
    const { draw, stage } = await opened()
    const { container } = await draw()
    const [, second, third] = await attestations()
    await userEvent.type(second!, 'Kế hoạch số 7')
    await userEvent.type(third!, 'Văn bản số 8')
    const camera = container.querySelector<HTMLInputElement>('input[type=file]')
    await userEvent.upload(camera!, new File(['x'], 'x.jpg', { type: 'image/jpeg' }))
    await waitFor(async () => expect((await stage())?.evidence).toHaveLength(1))
    await waitFor(() => expect(screen.getAllByText('Có bằng chứng')).toHaveLength(3))
    await declare()
    await waitFor(async () => expect((await stage())?.status).toBe('declared'))
    const photo = (await stage())?.evidence[0]?.id
    expect((await stage())?.declarations[0]?.evidence[0]).toMatchObject({
      deliverable: 'g0-committee',
      evidenceId: photo,
    })
  })

  it('KERNEL-2: keeps the text of a day that no calendar has, and does not declare', async () => {
    const { draw, stage } = await opened()
    await draw()
    await attestAll()
    const day = screen.getByLabelText('Ngày hoàn thành')
    await userEvent.clear(day)
    await userEvent.type(day, '31/11/2025')
    await declare()
    expect(day).toHaveValue('31/11/2025')
    expect(await screen.findByText(/Ngày này không có trong lịch/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Có phải 30/11/2025?' })).toBeVisible()
    expect((await stage())?.status).toBe('in-progress')
  })

  it('is not declared done on a day to come', async () => {
    const { draw, stage } = await opened()
    await draw()
    await attestAll()
    const day = screen.getByLabelText('Ngày hoàn thành')
    await userEvent.clear(day)
    await userEvent.type(day, '22/11/2026')
    await declare()
    expect(await screen.findByText(/Ngày này chưa tới/)).toBeVisible()
    expect((await stage())?.status).toBe('in-progress')
  })

  it('brings typed words back after the browser was killed', async () => {
    const { store, draw } = await opened()
    await draw()
    const [first] = await attestations()
    await userEvent.type(first!, 'Quyết định số 5')
    await waitFor(async () =>
      expect(await store.drafts.get(`stage:${ENTITY}`)).toMatchObject({
        attestations: { 'g0-committee': 'Quyết định số 5' },
      }),
    )
    cleanup()
    await draw()
    await waitFor(async () => expect((await attestations())[0]).toHaveValue('Quyết định số 5'))
  })

  it('keeps everything when the device cannot store the declaration', async () => {
    const { store, draw } = await opened()
    await draw('G0', { pilot: { ...store.pilot, declare: async () => err({ code: 'storage.full' } as const) } })
    await attestAll()
    await declare()
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    expect((await attestations())[0]).toHaveValue('Văn bản số 12, ngày 20/11/2026')
  })

  it('records a start', async () => {
    const { draw, stage } = await opened()
    await draw()
    await userEvent.click(await screen.findByRole('button', { name: 'Ghi là đã bắt đầu hôm nay' }))
    await waitFor(async () => expect((await stage())?.history[0]).toMatchObject({ type: 'started', on: TODAY }))
  })

  it('PIL-6: shows what the monitor wrote when it was sent back, and can be declared again', async () => {
    const { store, draw } = await opened()
    await receive(store, {
      feed: `${UNIT}/pub`,
      kind: 'stage-event',
      entity: 'event-returned',
      by: 'acc-monitor',
      at: NOW + 1000,
      fields: {
        unit: UNIT,
        plan: plan.id,
        stage: 'G0',
        type: 'returned',
        on: TODAY,
        note: 'Thiếu chữ ký',
        deliverables: [],
      },
    })
    await draw()
    expect(await screen.findByText('Người theo dõi ghi: Thiếu chữ ký')).toBeVisible()
    expect(screen.getByRole('list', { name: 'Đã diễn ra' })).toHaveTextContent('Người theo dõi ghi lúc')
    expect(screen.getByRole('button', { name: /^Báo xong/ })).toBeVisible()
  })

  it('can only be read, with the reason, by who may not declare', async () => {
    const { draw } = await opened('internal-auditor')
    await draw()
    expect(await screen.findByText(/không báo hoàn thành/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Báo xong/ })).toBeNull()
  })

  it('leaves the evaluation of the pilot to the province', async () => {
    const { draw } = await opened()
    await draw('G10')
    expect(await screen.findByText(/Giai đoạn này do tỉnh thực hiện/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Báo xong/ })).toBeNull()
  })

  it('says so where the plan has no such stage', async () => {
    const { draw } = await opened()
    await draw('G99')
    expect(await screen.findByText('Không thấy giai đoạn này')).toBeVisible()
  })
})
