import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { ProgressScreen } from '#features/pilot/progress-screen.tsx'
import { receivePlan } from '#support/store/receive.ts'
import { aPlan, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { aStoreOf, show } from '../internal-audit/screen-bench.tsx'
import { aFreshPlan } from './a-plan.ts'

async function shown(plan: Plan | null, role: 'iso-secretary' | 'internal-auditor' = 'iso-secretary') {
  const store = await aStoreOf(role)
  if (plan) await receivePlan(store, plan)
  const draw = async () => {
    await show(store, (props) => <ProgressScreen {...props} />)
    await screen.findByRole('heading', { level: 1, name: 'Tiến độ mô hình điểm' })
  }
  return { store, draw }
}

const g0 = pilotStages[0]!
const inWords = g0.deliverables.map(({ id }) => ({
  deliverable: id,
  evidenceId: null,
  attestation: 'Bản giấy ở văn phòng',
}))

describe('the progress of a commune', () => {
  it('says where it is, who does it, until when and what is next', async () => {
    const { draw } = await shown(aFreshPlan())
    await draw()
    const now = await screen.findByRole('region', { name: 'Đang ở G0 Khởi động' })
    expect(now).toHaveTextContent('Thư ký ISO, Chủ tịch hoặc Phó Chủ tịch xã')
    expect(now).toHaveTextContent('27/11/2026, còn 6 ngày')
    expect(now).toHaveTextContent('G1 Khảo sát, đánh giá thực trạng')
    expect(within(now).getByRole('link', { name: 'Làm giai đoạn này' })).toHaveAttribute('href', '/progress/G0')
  })

  it('PIL-7: tells the days late in words', async () => {
    const { draw } = await shown(aPlan())
    await draw()
    const rows = await screen.findByRole('list', { name: 'Các giai đoạn' })
    expect(within(rows).getByRole('link', { name: /G0 Khởi động/ })).toHaveTextContent(/Trễ \d+ ngày/)
    expect(within(rows).getAllByRole('link')).toHaveLength(11)
  })

  it('PIL-5: shows the word of the commune and the missing word of the monitor', async () => {
    const { store, draw } = await shown(aFreshPlan())
    valueOf(await store.pilot.declare({ unitId: UNIT, stage: 'G0', on: TODAY, note: '', deliverables: inWords }))
    await draw()
    const rows = await screen.findByRole('list', { name: 'Các giai đoạn' })
    const row = within(rows).getByRole('link', { name: /G0 Khởi động/ })
    expect(row).toHaveTextContent('Xã báo xong ngày 21/11/2026')
    expect(row).toHaveTextContent('Người theo dõi chưa xác nhận')
    expect(screen.getByRole('progressbar', { name: 'Xã báo xong' })).toHaveAttribute('aria-valuetext', '5%')
    expect(screen.getByRole('progressbar', { name: 'Được xác nhận' })).toHaveAttribute('aria-valuetext', '0%')
  })

  it('PIL-14: says by how much the trial does not fit the plan, and how that is counted', async () => {
    const plan = aFreshPlan({ date: writtenDate('16/10/2017'), end: writtenDate('31/12/2017') })
    const { draw } = await shown(plan)
    await draw()
    expect(await screen.findByText('Ba tháng áp dụng thí điểm không vừa kế hoạch: thiếu 16 ngày')).toBeVisible()
    expect(screen.getByText(/sau 3 tháng là ngày 16\/01\/2018/)).toBeInTheDocument()
    expect(screen.getByText('Thí điểm kết thúc sau ngày 31/12/2017 là 16 ngày.')).toBeInTheDocument()
  })

  it('does not reckon with dates of a plan that name no day', async () => {
    const { draw } = await shown(aFreshPlan({ end: writtenDate('31/11/2027') }))
    await draw()
    expect(await screen.findByText(/ngày kết thúc “31\/11\/2027”/)).toBeVisible()
  })

  it('FC-1: says the forecast as a range and what it rests on', async () => {
    const { draw } = await shown(aFreshPlan())
    await draw()
    const forecast = await screen.findByRole('region', { name: 'Dự báo ngày công bố' })
    expect(within(forecast).getByText(/^từ .* đến .*, nhiều khả năng /)).toBeVisible()
    expect(within(forecast).getByText(/^Tính theo thời gian chuẩn của kế hoạch/)).toBeVisible()
    expect(within(forecast).getByText(/^Theo thời gian chuẩn: .*G6 /)).toBeInTheDocument()
  })

  it('only offers to look to who may not declare', async () => {
    const { draw } = await shown(aFreshPlan(), 'internal-auditor')
    await draw()
    expect(await screen.findByRole('link', { name: 'Xem giai đoạn này' })).toHaveAttribute('href', '/progress/G0')
  })

  it('teaches where no plan holds the commune', async () => {
    const { draw } = await shown(null)
    await draw()
    expect(await screen.findByText('Xã chưa thuộc kế hoạch mô hình điểm nào')).toBeVisible()
  })
})
