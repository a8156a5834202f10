import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ProgressReportScreen } from '#features/reports/progress-report-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import {
  declare,
  FIRST,
  FIRST_NAME,
  follower,
  followerStore,
  reportFinding,
  submitAssessment,
} from '../communes/follower-scene.ts'

const province = () => followerStore(follower('provincial-department', 'p20'))
const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

describe('the progress report', () => {
  it('numbers all fifty communes through and adds up every area and the whole', async () => {
    const store = await province()
    await declare(store, FIRST, 'G0')
    await submitAssessment(store, FIRST)
    await reportFinding(store, FIRST)
    await renderScreen((props) => <ProgressReportScreen {...props} />, { store })
    const total = (await screen.findByRole('rowheader', { name: 'Tổng cộng 50 xã' })).closest('tr')!
    expect(cellsOf(total)).toEqual(['0 đã công bố', 'TB 0%', 'TB 0%', '50 trễ', '1 đã nộp', '0/1', '–'])
    const area = screen.getAllByRole('rowheader', { name: 'Cộng: 5 xã' })[0]!.closest('tr')!
    expect(cellsOf(area)).toEqual(['0 đã công bố', 'TB 1%', 'TB 0%', '5 trễ', '1 đã nộp', '0/1', '–'])
    const line = screen.getByRole('rowheader', { name: FIRST_NAME }).closest('tr')!
    expect(cellsOf(line)[0]).toBe('1')
    expect(cellsOf(line).at(-1)).toMatch(/^\d\d\/\d\d(\/\d{4})?–\d\d\/\d\d\/\d{4}$/)
    expect(screen.getByRole('cell', { name: '50' })).toBeInTheDocument()
  })

  it('sets what is reached against the target, with the day of its denominator', async () => {
    await renderScreen((props) => <ProgressReportScreen {...props} />, { store: await province() })
    const target = within(await screen.findByRole('region', { name: /Trên 70%/ }))
    expect(target.getByText('46 trên 65 đơn vị cấp xã tại ngày 21/11/2026')).toBeInTheDocument()
    expect(target.getByText('0, còn thiếu 46')).toBeInTheDocument()
  })

  it('tells who follows one area no sum of the province', async () => {
    await renderScreen((props) => <ProgressReportScreen {...props} />, { store: await followerStore() })
    expect(await screen.findByText(/số của cả kế hoạch do cấp tỉnh tổng hợp/)).toBeInTheDocument()
  })

  it('names plan, date and source of its figures, labels what is illustrative, and prints', async () => {
    let printed = 0
    const { user } = await renderScreen((props) => <ProgressReportScreen {...props} />, {
      store: await province(),
      platform: { print: () => (printed += 1) },
    })
    expect(await screen.findByText(/Số liệu tính ngày 21\/11\/2026 từ dữ liệu trên máy này/)).toBeInTheDocument()
    expect(screen.getByText(/MH-01\/KH-UBND/)).toBeInTheDocument()
    expect(screen.getByText('Dữ liệu minh họa')).toBeInTheDocument()
    expect(screen.getByText('Sở Khoa học và Công nghệ')).toBeInTheDocument()
    expect(screen.getByText('Người lập')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'In' }))
    await waitFor(() => expect(printed).toBe(1))
  })
})
