import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ScreenProps } from '#features/screen-props.ts'
import { BoardScreen } from '#features/cockpit/board-screen.tsx'
import { CockpitScreen } from '#features/cockpit/cockpit-screen.tsx'
import { HeatScreen } from '#features/cockpit/heat-screen.tsx'
import { TimelineScreen } from '#features/cockpit/timeline-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'
import { AREA, declare, FIRST, FIRST_NAME, follower, followerStore } from '../communes/follower-scene.ts'

const open = async (Screen: (props: ScreenProps) => React.ReactNode, at: string, store = followerStore()) =>
  renderScreen((props) => <Screen {...props} />, { store: await store, at })

describe('the cockpit of a monitor', () => {
  it('CKP-1, CKP-11: says for which plan, day and synchronisation, who is missing, and judges no target without them', async () => {
    const { container } = await open(CockpitScreen, '/cockpit')
    const source = await screen.findByText(/Kế hoạch MH-01/)
    expect(source).toHaveTextContent('5 xã. Tính ngày 21/11/2026')
    expect(source).toHaveTextContent('máy chưa đồng bộ lần nào')
    expect(source).toHaveTextContent('45 xã khác của kế hoạch không có trên máy này')
    expect(screen.getByRole('link', { name: /Đang trễ/ })).toHaveTextContent('5')
    expect(screen.getByText(/0 trong 5 xã trên máy này/)).toBeInTheDocument()
    expect(screen.queryByText('Dự báo chưa đạt')).not.toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('CKP-3: has each commune in exactly one lane, by the stage it stands at', async () => {
    const store = followerStore()
    await declare(await store, FIRST, 'G0')
    await open(BoardScreen, '/cockpit/board', store)
    const lanes = within(await screen.findByRole('list', { name: 'Các xã theo giai đoạn' }))
    expect(lanes.getAllByRole('link')).toHaveLength(5)
    const lane = within(lanes.getByRole('list', { name: 'G1 Khảo sát, đánh giá thực trạng' }))
    expect(lane.getByRole('link', { name: new RegExp(FIRST_NAME) })).toHaveAttribute('href', `/communes/${FIRST}`)
    expect(lanes.queryByRole('list', { name: 'G2 Tập huấn nhận thức' })).not.toBeInTheDocument()
  })

  it('CKP-4, CKP-13: says the stages of a line in a sentence, with the days late in the cells', async () => {
    const store = followerStore()
    await declare(await store, FIRST, 'G0')
    const { user } = await open(HeatScreen, '/cockpit/heat', store)
    const line = (await screen.findByRole('link', { name: FIRST_NAME })).closest('li')!
    const drawing = within(line).getByRole('img')
    expect(drawing.getAttribute('aria-label')).toMatch(/^G0 xã báo xong, chậm \d+ ngày, G1 trễ \d+ ngày/)
    const cells = [...drawing.querySelectorAll('[data-state]')]
    expect(cells.map((cell) => cell.getAttribute('data-state')).slice(0, 2)).toEqual(['done', 'late'])
    expect(cells[0]?.textContent).toMatch(/^\+\d+$/)
    expect(cells[1]).toHaveAttribute('data-heat', '3')
    screen.getByRole('link', { name: FIRST_NAME }).focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toHaveTextContent('Xã Quốc Khánh')
    await user.keyboard('{End}{Home}')
    expect(document.activeElement).toHaveTextContent(FIRST_NAME)
  })

  it('CKP-13: has the same as a table in words, and the address keeps which', async () => {
    const { user, location } = await open(HeatScreen, '/cockpit/heat')
    await user.click(await screen.findByRole('button', { name: 'Bảng chữ' }))
    expect(location.history.at(-1)).toContain('as=table')
    const row = (await screen.findByRole('rowheader', { name: FIRST_NAME })).closest('tr')!
    expect(row).toHaveTextContent(/G0–G5 trễ|G0 trễ/)
    expect(screen.getByRole('button', { name: 'Hình vẽ' })).toBeInTheDocument()
  })

  it('CKP-7, CKP-8: draws and tells plan, forecast as a range with what it rests on, and the slippage', async () => {
    const { user } = await open(TimelineScreen, '/cockpit/timeline')
    const line = (await screen.findByRole('link', { name: FIRST_NAME })).closest('li')!
    expect(within(line).getByRole('img').getAttribute('aria-label')).toMatch(/Kế hoạch công bố .+; dự báo từ .+/)
    expect(screen.getByText('Hôm nay 21/11')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Bảng chữ' }))
    const row = (await screen.findByRole('rowheader', { name: FIRST_NAME })).closest('tr')!
    expect(row).toHaveTextContent(/từ \d\d\/\d\d\/\d{4} đến \d\d\/\d\d\/\d{4}, nhiều khả năng \d\d\/\d\d\/\d{4}/)
    expect(row).toHaveTextContent('theo thời gian chuẩn của kế hoạch, vì chưa đủ xã làm xong để so')
    expect(row).toHaveTextContent(/chậm \d+ ngày so với kế hoạch/)
    expect(screen.getByText('Dự báo được tính thế nào?')).toBeInTheDocument()
  })

  it('is told to have no plan yet, with the way to the plans', async () => {
    await open(CockpitScreen, '/cockpit', aStore({ identity: follower('area-monitor', AREA) }))
    expect(await screen.findByText('Máy này chưa có kế hoạch nào')).toBeInTheDocument()
  })
})

describe('the cockpit of the province', () => {
  const province = () => followerStore(follower('provincial-department', 'p20'))

  it('CKP-5: adds the areas up in a last line, and leads to the communes of each', async () => {
    await open(CockpitScreen, '/cockpit?as=table', province())
    const rows = await screen.findAllByRole('row')
    expect(rows).toHaveLength(12)
    expect(rows.at(-1)).toHaveTextContent('Tất cả')
    expect(screen.getByRole('link', { name: 'Địa bàn Tràng Định' })).toHaveAttribute(
      'href',
      '/cockpit/heat?area=area-180',
    )
  })

  it('CKP-11: sets needed, reached and forecast of the target beside each other, and says why no day can be told', async () => {
    await open(CockpitScreen, '/cockpit', province())
    const target = within(await screen.findByRole('region', { name: /Trên 70%/ }))
    expect(target.getByText('46 trên 65 đơn vị cấp xã tại ngày 21/11/2026')).toBeInTheDocument()
    expect(target.getByText('0, còn thiếu 46')).toBeInTheDocument()
    expect(target.getByText('chưa nói được: chưa xã nào công bố')).toBeInTheDocument()
    expect(target.getByRole('img', { name: /Cần 46 trên 65 đơn vị; đã công bố 0/ })).toBeInTheDocument()
  })
})
