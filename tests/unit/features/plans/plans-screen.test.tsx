import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { PlanScreen } from '#features/plans/plan-screen.tsx'
import { PlansScreen } from '#features/plans/plans-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'
import { communeStore, departmentStore, livePlan } from './plan-scene.ts'

type Store = Awaited<ReturnType<typeof departmentStore>>

const list = (store: Store) => renderScreen((props) => <PlansScreen {...props} />, { store })

const page = (store: Store, id: string, language: 'vi' | 'en' = 'vi') =>
  renderScreen((props) => <PlanScreen {...props} id={id} />, { store, language })

describe('the plans', () => {
  it('PIL-16: stand as live and archived, everything illustrative labelled', async () => {
    const { container } = await list(await communeStore())
    const live = within(await screen.findByRole('region', { name: 'Đang thực hiện' }))
    expect(live.getByText('Kế hoạch MH-01/KH-UBND (minh họa)')).toBeInTheDocument()
    const archived = within(screen.getByRole('region', { name: 'Đã lưu trữ' }))
    expect(archived.getByRole('link', { name: /Kế hoạch 174\/KH-UBND/ })).toHaveAttribute(
      'href',
      '/plans/plan-174-2017',
    )
    expect(archived.getByText('Dữ liệu minh họa')).toBeInTheDocument()
    expect(archived.getByText('Thí điểm thiếu 16 ngày')).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Lập kế hoạch' })).not.toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('teach where they come from while there are none', async () => {
    await list(await aStore())
    expect(await screen.findByText('Chưa có kế hoạch nào trên máy')).toBeInTheDocument()
  })

  it('are made by the department', async () => {
    await list(await departmentStore())
    expect(await screen.findByRole('link', { name: 'Lập kế hoạch' })).toHaveAttribute('href', '/plans/new')
  })
})

describe('the page of a plan', () => {
  it('PLN-7: says first that the trial cannot end inside plan 174/KH-UBND, and by how many days', async () => {
    const { container } = await page(await departmentStore(), plan174.id)
    expect(await screen.findByText('Thí điểm không thể xong trong kế hoạch: thiếu ít nhất 16 ngày')).toBeInTheDocument()
    expect(screen.getByText(/thí điểm hết ngày 12\/04\/2018: sau kế hoạch 102 ngày/)).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Sửa kế hoạch' })).not.toBeInTheDocument()
    expect(await screen.findByText('huyện Tràng Định')).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('PLN-9: a target has both numbers of units with their dates, the uncertain one marked', async () => {
    await page(await departmentStore(), plan174.id, 'en')
    expect(await screen.findByText('At least 159 of 226 units (counted on 15/10/2017)')).toBeInTheDocument()
    const line = screen.getByText(/At least 141 of 200 units \(counted in 2020\)/)
    expect(within(line.closest('li')!).getByText('to be checked')).toBeInTheDocument()
  })

  it('PLN-5: shows the days of every stage and the holidays they were reckoned with', async () => {
    await page(await departmentStore(), plan174.id)
    const table = within(await screen.findByRole('table', { name: 'Ngày của từng giai đoạn' }))
    const trial = within(table.getByRole('row', { name: /G6/ }))
    expect(trial.getByText('3 tháng')).toBeInTheDocument()
    expect(trial.getByText('12/01/2018')).toBeInTheDocument()
    expect(screen.getByText(/25\/04\/2018: Giỗ Tổ Hùng Vương/)).toBeInTheDocument()
    const tet = screen.getByText(/21\/02\/2018: Tết Nguyên đán \(nghỉ bù\)/).closest('li')!
    expect(within(tet).getByText('cần kiểm tra')).toBeInTheDocument()
  })

  it('PLN-8: a deadline on a day there is not stands flagged, with a day near it', async () => {
    await page(await departmentStore(), livePlan.id)
    expect(await screen.findByText(/Văn bản ghi “31\/11\/2027”/)).toBeInTheDocument()
    expect(screen.getByText(/Ngày gần nhất có trên lịch là 30\/11\/2027/)).toBeInTheDocument()
    expect(screen.getByText('Chưa rõ ngày')).toBeInTheDocument()
  })

  it('PLN-11: a commune reads its own trial clock, and planned, forecast and actual days side by side', async () => {
    const { container } = await page(await communeStore(), livePlan.id)
    const table = within(await screen.findByRole('table', { name: /Xã Đoàn Kết/ }))
    for (const name of ['Kế hoạch', 'Dự kiến xong', 'Thực tế'])
      expect(table.getByRole('columnheader', { name })).toBeInTheDocument()
    expect(screen.getByText(/Bắt đầu: chưa bắt đầu\. Hết thí điểm: sớm nhất 21\/02\/2027/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('PLN-6: the department reads the clocks of all communes', async () => {
    await page(await departmentStore(), livePlan.id)
    expect(await screen.findByText('0 xã đang thí điểm, 0 xã quá thời gian, 0 xã xong')).toBeInTheDocument()
    expect(screen.getByRole('row', { name: /Xã Quốc Khánh/ })).toBeInTheDocument()
  })

  it('PLN-12: goes into the archive after one question, and is not changed any more', async () => {
    const store = await departmentStore()
    const { user } = await page(store, livePlan.id)
    await user.click(await screen.findByRole('button', { name: 'Đưa vào lưu trữ' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Đưa vào lưu trữ' }))
    expect(await screen.findByText('Đã đưa kế hoạch vào lưu trữ')).toBeInTheDocument()
    expect((await store.plans.get(livePlan.id))?.plan.state).toBe('archived')
  })

  it('says so where the device holds no such plan', async () => {
    await page(await communeStore(), 'nobody')
    expect(await screen.findByText('Không có kế hoạch này trên máy')).toBeInTheDocument()
  })
})
