import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { plan174 } from '#domain/pilot/plan-174.ts'
import { demonstrationCohort } from '#domain/place/monitoring-areas.ts'
import { PlansScreen } from '#features/plans/plans-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

async function show(language: 'vi' | 'en' = 'vi') {
  const store = await aStore()
  await receivePlan(store, plan174)
  await receivePlan(store, aPlan(demonstrationCohort().map(({ id }) => id)))
  return renderScreen((props) => <PlansScreen {...props} />, { store, language })
}

describe('the plans', () => {
  it('PIL-16: stand as live and archived, everything illustrative labelled', async () => {
    const { container } = await show()
    const live = within(await screen.findByRole('region', { name: 'Đang thực hiện' }))
    expect(live.getByText('Kế hoạch MH-01/KH-UBND (minh họa)')).toBeInTheDocument()
    const archived = within(screen.getByRole('region', { name: 'Đã lưu trữ' }))
    expect(archived.getByText('Kế hoạch 174/KH-UBND')).toBeInTheDocument()
    expect(archived.getByText('Dữ liệu minh họa')).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('PIL-14: an archived plan whose trial does not fit says by how many days', async () => {
    await show()
    expect(
      await screen.findByText(/Thời gian thí điểm 03 tháng không vừa kế hoạch: thiếu \d+ ngày/),
    ).toBeInTheDocument()
  })

  it('PIL-15: a target names how many units it takes, and marks a number that needs checking', async () => {
    await show('en')
    expect(await screen.findByText(/159.*226/)).toBeInTheDocument()
    expect(screen.getByText('to be checked')).toBeInTheDocument()
  })

  it('open their communes by district or area', async () => {
    const { container } = await show()
    const [live, archived] = await screen.findAllByRole('button', { name: 'Xem 50 xã' })
    // The names are on their way while the list opens: React wants to be waited for.
    await act(async () => live!.click())
    expect(await screen.findByText(/xã Đoàn Kết/)).toBeInTheDocument()
    await act(async () => archived!.click())
    expect(await screen.findByText('huyện Tràng Định')).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: 'Thu gọn danh sách xã', expanded: true })).toHaveLength(2)
    await expectAxeClean(container)
  })

  it('teach where they come from while there are none', async () => {
    const { container } = await renderScreen((props) => <PlansScreen {...props} />, { store: await aStore() })
    expect(await screen.findByText('Chưa có kế hoạch nào trên máy')).toBeInTheDocument()
    await expectAxeClean(container)
  })
})
