import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { EditPlanScreen } from '#features/plans/edit-plan-screen.tsx'
import { NewPlanScreen } from '#features/plans/new-plan-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { communeStore, departmentStore, FREE, livePlan } from './plan-scene.ts'

const plan174 = 'plan-174-2017'
type Store = Awaited<ReturnType<typeof departmentStore>>

const begin = (store: Store) => renderScreen((props) => <NewPlanScreen {...props} />, { store })
const edit = (store: Store, id = livePlan.id) =>
  renderScreen((props) => <EditPlanScreen {...props} id={id} />, { store })

/** At once: typing letter by letter says nothing more here. */
const write = (label: string, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } })
const press = (words: string) => fireEvent.click(screen.getByText(words))
const check = (words: string) => fireEvent.click(screen.getByText(words))

describe('making a plan', () => {
  it('PLN-10: tells everything that is missing at once, and keeps the plan once it is there', async () => {
    const store = await departmentStore()
    const { location } = await begin(store)
    await screen.findByLabelText('Số kế hoạch')
    press('Lưu kế hoạch')
    const summary = (await screen.findByText('Chưa lưu được kế hoạch')).parentElement!
    expect([...summary.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
      'Cần ghi số kế hoạch, như 174/KH-UBND.',
      'Cần ghi cơ quan ban hành.',
      'Cần ghi ngày kết thúc như trong văn bản.',
      'Chưa chọn xã nào. Anh/chị chọn ít nhất một xã tham gia.',
    ])
    write('Số kế hoạch', '12/KH-UBND')
    write('Cơ quan ban hành', 'UBND tỉnh')
    write('Ngày kết thúc', '31/12/2027')
    expect(screen.getByLabelText(/Xã Đoàn Kết.*đang theo kế hoạch MH-01/)).toBeDisabled()
    check('Xã Hoà Bình')
    press('Lưu kế hoạch')
    expect(await screen.findByText(/Đã lưu kế hoạch trên máy/)).toBeInTheDocument()
    const made = (await store.pilot.plans()).find(({ number }) => number === '12/KH-UBND')
    expect(made).toMatchObject({ cohort: [FREE], state: 'live', illustrative: false, visitEveryDays: 14 })
    expect(made).not.toHaveProperty('stages')
    expect(location.history?.at(-1)).toBe(`/plans/${made?.id}`)
  })

  it('PLN-8: keeps a deadline as the paper has it, and takes the day only when a person says so', async () => {
    const store = await departmentStore()
    await edit(store)
    await screen.findByLabelText('Số kế hoạch')
    expect(screen.getByText('Lịch không có ngày 31/11/2027')).toBeInTheDocument()
    press('Tính theo ngày 30/11/2027')
    press('Lưu kế hoạch')
    await screen.findByText(/Đã lưu kế hoạch trên máy/)
    const deadline = (await store.plans.get(livePlan.id))?.plan.deadlines?.at(-1)
    expect(deadline).toMatchObject({
      on: { text: '31/11/2027', date: null },
      decidedOn: { text: '30/11/2027', date: '2027-11-30' },
    })
  })

  it('PLN-1: changes one stage, shows the days before they are kept, and keeps only what differs', async () => {
    const store = await departmentStore()
    await edit(store)
    await screen.findByLabelText('Số kế hoạch')
    press('Sửa G4')
    write('Thời gian G4', '40')
    expect(await screen.findByText('40 ngày')).toBeInTheDocument()
    expect(screen.getAllByText(/\(hiện nay /)).toHaveLength(7)
    write('Tỷ trọng G4 (%)', '14')
    press('Lưu kế hoạch')
    expect(await screen.findAllByText('Tổng tỷ trọng các giai đoạn phải bằng 100%; hiện là 99%.')).toHaveLength(2)
    write('Tỷ trọng G4 (%)', '15')
    press('Lưu kế hoạch')
    await screen.findByText(/Đã lưu kế hoạch trên máy/)
    expect((await store.plans.get(livePlan.id))?.plan).toEqual({
      ...livePlan,
      stages: [{ code: 'G4', duration: { amount: 40, unit: 'calendar-days' } }],
      workingDays: [],
      targets: livePlan.targets.map((target) => ({ ...target, isStrict: true })),
      deadlines: livePlan.deadlines?.map((deadline) => ({ ...deadline, decidedOn: null })),
    })
  })

  it('PLN-10: a day worked instead has to be a day off; the holiday of the province counts as one', async () => {
    const store = await departmentStore()
    await edit(store)
    await screen.findByLabelText('Số kế hoạch')
    press('Thêm ngày làm bù')
    await screen.findByLabelText('Ngày làm bù 1')
    write('Ngày làm bù 1', '17/11/2026')
    press('Lưu kế hoạch')
    expect(await screen.findAllByText(/Ngày này vốn là ngày làm việc/)).toHaveLength(2)
    write('Ngày làm bù 1', '21/11/2026')
    press('Lưu kế hoạch')
    await screen.findByText(/Đã lưu kế hoạch trên máy/)
    expect((await store.plans.get(livePlan.id))?.plan.workingDays).toEqual(['2026-11-21'])
  })

  it('PLN-12: a plan in the archive is not edited, and a commune makes no plans', async () => {
    const archived = await edit(await departmentStore(), plan174)
    expect(await screen.findByText('Kế hoạch đã lưu trữ')).toBeInTheDocument()
    archived.unmount()
    await edit(await communeStore())
    expect(await screen.findByText('Kế hoạch do Sở chủ trì lập')).toBeInTheDocument()
  })
})
