import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { InspectionItemScreen } from '#features/inspections/inspection-item-screen.tsx'
import { InspectionPreviewScreen } from '#features/inspections/inspection-preview-screen.tsx'
import { InspectionScreen } from '#features/inspections/inspection-screen.tsx'
import { InspectionsScreen } from '#features/inspections/inspections-screen.tsx'
import { NewInspectionScreen } from '#features/inspections/new-inspection-screen.tsx'
import { RemedyScreen } from '#features/inspections/remedy-screen.tsx'
import { ShortcomingScreen } from '#features/inspections/shortcoming-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { begin, fill, seal, storeOf } from './inspection-scene.ts'

describe('an inspection on the spot', () => {
  it('INS-1: begins with commune, form and days, and keeps what was typed until then', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const opened = await renderScreen((props) => <NewInspectionScreen {...props} />, { store, at: '/inspections/new' })
    await opened.user.click(await screen.findByRole('button', { name: 'Lập và bắt đầu' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/Chưa chọn hình thức kiểm tra/)
    await opened.user.selectOptions(screen.getByLabelText('Xã được kiểm tra'), UNIT)
    await opened.user.click(screen.getByRole('radio', { name: /Tại trụ sở/ }))
    await opened.user.click(screen.getByRole('button', { name: 'Lập và bắt đầu' }))
    await waitFor(async () => expect(await store.inspections.list([UNIT])).toHaveLength(1))
    await waitFor(() => expect(opened.location.history.at(-1)).toMatch(new RegExp(`^/inspections/${UNIT}/`)))
  })

  it('INS-1: a day that is typed after a try that was refused is typed whole: nothing takes the focus away', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const { user } = await renderScreen((props) => <NewInspectionScreen {...props} />, { store })
    await user.click(await screen.findByRole('button', { name: 'Lập và bắt đầu' }))
    await user.selectOptions(screen.getByLabelText('Xã được kiểm tra'), UNIT)
    await user.click(screen.getByRole('radio', { name: /Tại trụ sở/ }))
    await user.type(screen.getByLabelText(/Ngày ký quyết định/), '20/11/2026')
    expect(screen.getByLabelText(/Ngày ký quyết định/)).toHaveValue('20/11/2026')
  })

  it('INS-2: "not applicable" waits for its reason and is written with it', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const id = await begin(store)
    const { user } = await renderScreen(
      (props) => <InspectionItemScreen {...props} {...{ unit: UNIT, id }} item="K12" />,
      {
        store,
      },
    )
    await user.click(await screen.findByRole('radio', { name: 'Không áp dụng' }))
    const reason = await screen.findByLabelText('Lý do không áp dụng')
    expect((await store.inspections.get(UNIT, id))?.answers).toEqual({})
    await user.type(reason, 'Lần đầu được kiểm tra')
    await user.tab()
    await waitFor(async () =>
      expect((await store.inspections.get(UNIT, id))?.answers).toEqual({
        K12: { result: 'na', note: 'Lần đầu được kiểm tra' },
      }),
    )
  })

  it('INS-4: a day that no calendar has keeps its text, asks, and nothing is written', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const id = await begin(store)
    const { user } = await renderScreen(
      (props) => <ShortcomingScreen {...props} {...{ unit: UNIT, id }} shortcoming="new" />,
      {
        store,
      },
    )
    await user.click(await screen.findByRole('radio', { name: /Nhẹ/ }))
    await user.type(screen.getByLabelText('Mô tả sự việc'), 'Hai quy trình chưa sửa')
    await user.type(screen.getByLabelText('Căn cứ'), 'Quy trình kiểm soát tài liệu')
    await user.type(screen.getByLabelText('Hạn khắc phục'), '31/11/2026')
    await user.click(screen.getByRole('button', { name: 'Lưu tồn tại' }))
    expect(await screen.findByText(/Ngày này không có trong lịch/)).toBeInTheDocument()
    expect(screen.getByLabelText('Hạn khắc phục')).toHaveValue('31/11/2026')
    expect((await store.inspections.get(UNIT, id))?.shortcomings).toEqual([])
  })

  it('INS-5: the preview names what is missing and seals only without it', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const { id } = await fill(store)
    const { user } = await renderScreen((props) => <InspectionPreviewScreen {...props} {...{ unit: UNIT, id }} />, {
      store,
    })
    expect(await screen.findByText(/Chưa ghi kết luận của đoàn/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Khóa biên bản' })).toBeNull()
    valueOf(await store.inspections.save(UNIT, id, { conclusion: 'Duy trì tốt' }))
    await user.click(await screen.findByRole('button', { name: 'Khóa biên bản' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Khóa biên bản' }))
    await waitFor(async () => expect((await store.inspections.get(UNIT, id))?.isSealed).toBe(true))
    expect(await store.corrective.list([UNIT])).toHaveLength(1)
  })
})

describe('two members who wrote one thing differently', () => {
  it('INS-21: the preview says so and does not offer to seal until one is chosen', async () => {
    const store = await storeOf('inspection-team', 'p20')
    const { id } = await fill(store)
    valueOf(await store.inspections.save(UNIT, id, { conclusion: 'Duy trì tốt' }))
    await receive(store, { feed: `${UNIT}/pub`, kind: 'inspection', entity: id, fields: { rating: 'not-met' } })
    await renderScreen((props) => <InspectionPreviewScreen {...props} {...{ unit: UNIT, id }} />, { store })
    expect(await screen.findByText(/1 chỗ có hai người ghi khác nhau/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Chọn một' })).toHaveAttribute('href', '/sync/conflicts')
    expect(screen.queryByRole('button', { name: 'Khóa biên bản' })).toBeNull()
    const [conflict] = await store.syncCentre.conflicts()
    valueOf(await store.syncCentre.resolve(conflict!, 'not-met'))
    expect(await screen.findByRole('button', { name: 'Khóa biên bản' })).toBeInTheDocument()
  })
})

describe('an inspection read by others', () => {
  it('a monitor sees it in the list and changes nothing', async () => {
    const store = await storeOf('area-monitor', 'area-180')
    await seal(store)
    const listed = await renderScreen((props) => <InspectionsScreen {...props} />, { store })
    expect(await screen.findByRole('link', { name: /xã số 1/ })).toHaveTextContent(/Chờ báo cáo/)
    expect(screen.queryByRole('link', { name: 'Lập cuộc kiểm tra' })).toBeNull()
    listed.unmount()
    const [item] = await store.inspections.list([UNIT])
    await renderScreen((props) => <InspectionScreen {...props} unit={UNIT} id={item?.id ?? ''} />, { store })
    expect(await screen.findByRole('heading', { name: 'Báo cáo khắc phục' })).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Lập báo cáo khắc phục' })).toBeNull()
  })
})

describe('the remedy report', () => {
  it('INS-9: asks for what is missing, then seals and leads to the sealed report', async () => {
    const store = await storeOf('iso-secretary', UNIT)
    const { id } = await seal(store)
    const { user, location } = await renderScreen((props) => <RemedyScreen {...props} {...{ unit: UNIT, id }} />, {
      store,
    })
    await user.click(await screen.findByRole('button', { name: 'Khóa và gửi báo cáo' }))
    expect(await screen.findByText(/Chưa chọn kết quả/)).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Đã khắc phục xong' }))
    await user.type(screen.getByLabelText('Việc đã làm'), 'Đã sửa hai quy trình')
    await user.type(screen.getByLabelText('Ngày khắc phục xong'), '21/11/2026')
    await user.type(screen.getByLabelText('Văn bản, hồ sơ chứng minh'), 'QĐ 12/QĐ-UBND')
    await user.click(screen.getByRole('button', { name: 'Khóa và gửi báo cáo' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Khóa và gửi báo cáo' }))
    await waitFor(async () => expect((await store.inspections.get(UNIT, id))?.reports).toHaveLength(1))
    await waitFor(() => expect(location.history.at(-1)).toMatch(/\/remedy\/[^/]+$/))
  })
})
