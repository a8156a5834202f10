import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { emptyRemedyLine } from '#domain/inspection/remedy-report.ts'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { InspectionCompilationScreen } from '#features/inspections/inspection-compilation-screen.tsx'
import { InspectionMinutesScreen } from '#features/inspections/inspection-minutes-screen.tsx'
import { InspectionSectionsScreen } from '#features/inspections/inspection-sections-screen.tsx'
import { RemedyReportScreen } from '#features/inspections/remedy-report-screen.tsx'
import { NeedsOfInspection } from '#features/needs-of-inspection.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { begin, seal, storeOf } from './inspection-scene.ts'

const done = {
  ...emptyRemedyLine,
  state: 'done' as const,
  words: 'Đã sửa hai quy trình',
  papers: 'QĐ 12/QĐ-UBND',
  doneOn: writtenDate('21/11/2026'),
}

const day = (text: string) => ({ today: text as LocalDate })

describe('texts of the minutes', () => {
  it('keep themselves while they are written', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const id = await begin(store)
    const { user } = await renderScreen((props) => <InspectionSectionsScreen {...props} {...{ unit: UNIT, id }} />, {
      store,
    })
    await user.type(await screen.findByLabelText('Kết luận của đoàn'), 'Duy trì tốt')
    await user.tab()
    await user.click(screen.getByRole('radio', { name: 'Khá' }))
    await user.type(screen.getByLabelText('Ngày lập biên bản'), '31/11/2026')
    await user.tab()
    await waitFor(async () =>
      expect(await store.inspections.get(UNIT, id)).toMatchObject({
        texts: { conclusion: 'Duy trì tốt' },
        rating: 'fair',
        minutesOn: { text: '31/11/2026', date: null },
      }),
    )
  })
})

describe('sealed records of an inspection', () => {
  it('INS-7: the minutes stand on their sheet, are signed below and print', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const { id, minutes } = await seal(store)
    const print = vi.fn<() => void>()
    const draw = (props: Parameters<Parameters<typeof renderScreen>[0]>[0]) => (
      <InspectionMinutesScreen {...props} {...{ unit: UNIT, id, minutes }} />
    )
    const { user } = await renderScreen(draw, { store, platform: { print } })
    expect(await screen.findByRole('article', { name: 'Biên bản' })).toBeInTheDocument()
    expect(screen.getByText(/tại UBND xã số 1/)).toBeInTheDocument()
    expect(await screen.findByRole('heading', { name: 'Chữ ký xác nhận' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'In' }))
    await waitFor(() => expect(print).toHaveBeenCalledOnce())
  })

  it('INS-11: the remedy report says that it came in time and is whole', async () => {
    const store = await storeOf('iso-secretary', UNIT)
    const { id, shortcoming } = await seal(store)
    const remedy = { lines: { [shortcoming]: done }, words: '' }
    const report = valueOf(await store.inspections.sealRemedy(UNIT, id, remedy))
    await renderScreen((props) => <RemedyReportScreen {...props} {...{ unit: UNIT, id, report }} />, { store })
    expect(await screen.findByText('Gửi đúng hạn')).toBeInTheDocument()
    expect(screen.getByText('Đã khắc phục hết')).toBeInTheDocument()
    expect(screen.getByRole('article', { name: 'Báo cáo khắc phục' })).toHaveTextContent(/^Ủy ban nhân dânxã số 1/i)
  })

  it('INS-13: the department reads the compilation of its communes', async () => {
    const store = await storeOf('provincial-department', 'p20')
    await seal(store)
    await renderScreen((props) => <InspectionCompilationScreen {...props} />, { store, props: day('2027-01-05') })
    const [perInspection] = await screen.findAllByRole('table', { name: 'Tổng hợp kết quả kiểm tra' })
    expect(within(perInspection!).getByRole('link', { name: 'xã số 1' })).toBeInTheDocument()
    expect(within(perInspection!).getByText('Thiếu báo cáo')).toBeInTheDocument()
  })

  it('INS-20: prints it as a paper of its own, with what is to be put right and room to sign', async () => {
    const store = await storeOf('provincial-department', 'p20')
    await seal(store)
    await renderScreen((props) => <InspectionCompilationScreen {...props} />, { store, props: day('2027-01-05') })
    const paper = within(await screen.findByRole('article', { name: 'Tổng hợp kết quả kiểm tra' }))
    expect(paper.getByText('Sở Khoa học và Công nghệ')).toBeInTheDocument()
    expect(paper.getByText(/ngày 05 tháng 01 năm 2027/)).toBeInTheDocument()
    expect(paper.getByRole('row', { name: /^Thiếu báo cáo 1$/ })).toBeInTheDocument()
    expect(paper.getByRole('table', { name: 'Từng tồn tại' })).toBeInTheDocument()
    expect(paper.getByText('Người lập')).toBeInTheDocument()
    expect(paper.queryByRole('link')).toBeNull()
    expect(paper.queryByRole('button')).toBeNull()
  })
})

describe('what an inspection asks today', () => {
  it('INS-12: the commune reads when its report is due, the department which one is missing', async () => {
    const commune = await storeOf('chairman', UNIT)
    await seal(commune)
    const shown = await renderScreen((props) => <NeedsOfInspection screen={props} />, { store: commune })
    expect(await screen.findByText('Báo cáo khắc phục phải gửi trước hoặc trong ngày 31/12/2026')).toBeInTheDocument()
    shown.unmount()
    const department = await storeOf('provincial-department', 'p20')
    await seal(department)
    const props = day('2027-01-05')
    await renderScreen((screenProps) => <NeedsOfInspection screen={screenProps} />, { store: department, props })
    expect(await screen.findByText('1 xã chưa gửi báo cáo khắc phục dù đã quá hạn')).toBeInTheDocument()
  })
})
