import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { CommuneScreen } from '#features/communes/commune-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { declare, FIRST, FIRST_NAME, followerStore, reportFinding, submitAssessment, visit } from './follower-scene.ts'

const open = (store: Awaited<ReturnType<typeof followerStore>>, tab = '', unit = FIRST) =>
  renderScreen((props) => <CommuneScreen {...props} unit={unit} />, { store, at: `/communes/${unit}${tab}` })

describe('a commune, as its monitor sees it', () => {
  it('tells at once with its area where it stands, what is next, whose turn and until when', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    await open(store)
    expect(await screen.findByRole('heading', { level: 1, name: FIRST_NAME })).toBeInTheDocument()
    expect(screen.getByText('Địa bàn Tràng Định')).toBeInTheDocument()
    const now = within(screen.getByRole('region', { name: 'Mô hình điểm' }))
    expect(now.getByText('Đang ở').nextSibling).toHaveTextContent('G1 Khảo sát, đánh giá thực trạng')
    expect(now.getByText('Để qua giai đoạn này').nextSibling).toHaveTextContent('Đã nộp phiếu tự đánh giá')
    expect(now.getByText('Ai làm').nextSibling).toHaveTextContent(`UBND ${FIRST_NAME}`)
    expect(now.getByText('Hạn').nextSibling).toHaveTextContent(/\d\d\/\d\d\/2026 \(đã quá \d+ ngày\)/)
  })

  it('CKP-10: answers what blocks, with the way to its records, and forecasts a range with its basis', async () => {
    const store = await followerStore()
    await reportFinding(store, FIRST, { grade: 'major' })
    valueOf(await store.obstacles.raise({ unit: FIRST, stage: 'G0', text: 'Chưa có mẫu quy trình chung' }))
    await open(store)
    const now = within(await screen.findByRole('region', { name: 'Mô hình điểm' }))
    const blocks = now.getByText('Điều đang vướng').nextSibling
    expect(blocks).toHaveTextContent('1 vướng mắc chờ trả lời')
    expect(now.getByRole('link', { name: '1 không phù hợp nặng đang mở' })).toHaveAttribute(
      'href',
      `/communes/${FIRST}?tab=findings`,
    )
    const forecast = now.getByText('Dự báo công bố').nextSibling
    expect(forecast).toHaveTextContent(/từ .+ đến .+, nhiều khả năng .+chậm \d+ ngày so với kế hoạch/)
    expect(forecast).toHaveTextContent('theo thời gian chuẩn')
    expect(await screen.findByText('Chưa có mẫu quy trình chung')).toBeInTheDocument()
  })

  it('leads to its audit programme, corrective actions, review and inspection', async () => {
    await open(await followerStore())
    const records = within(await screen.findByRole('region', { name: 'Hồ sơ theo chu trình' }))
    const hrefs = records.getAllByRole('link').map((link) => link.getAttribute('href'))
    expect(hrefs).toEqual([
      `/communes/${FIRST}?tab=findings`,
      `/audit-planning/programme/${FIRST}/2026`,
      `/corrective-actions?unit=${FIRST}&show=all`,
      '/management-review',
      '/inspections',
    ])
  })

  it('offers a stage that waits for the monitor, with its button', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    await open(store)
    expect(await screen.findByText('Chờ anh/chị xác nhận')).toBeInTheDocument()
    const link = screen.getByRole('link', { name: 'Xem và xác nhận G0 Khởi động' })
    expect(link).toHaveAttribute('href', `/communes/${FIRST}/stage/G0`)
  })

  it('shows of a draft only how far it is, and says why (D4)', async () => {
    const store = await followerStore()
    const id = valueOf(await store.assessments.start(FIRST, COMMUNE_SELF_ASSESSMENT, '2015'))
    valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2, note: 'bí mật của xã' }))
    await open(store, '?tab=assessments')
    expect(await screen.findByText('Xã đang làm bản nháp')).toBeInTheDocument()
    expect(screen.getByText('1/52 câu')).toBeInTheDocument()
    expect(screen.getByText('Câu trả lời chỉ thấy khi xã nộp.')).toBeInTheDocument()
    expect(screen.queryByText(/bí mật/)).not.toBeInTheDocument()
  })

  it('leads from a submitted self-assessment to its answers', async () => {
    const store = await followerStore()
    await submitAssessment(store, FIRST)
    await open(store, '?tab=assessments')
    const row = await screen.findByRole('link', { name: /Tự đánh giá lần 1\/2026/ })
    expect(row).toHaveTextContent('trung bình 2,0/3')
    expect(row.getAttribute('href')).toMatch(new RegExp(`^/communes/${FIRST}/answers/.+`))
  })

  it('shows reported findings with their report, and visits', async () => {
    const store = await followerStore()
    const id = await reportFinding(store, FIRST)
    await visit(store, FIRST, '18/11/2026')
    const { location } = await open(store, '?tab=findings')
    const row = await screen.findByRole('link', { name: /5 trong 12 hồ sơ/ })
    expect(row).toHaveAttribute('href', `/findings/${FIRST}/${id}`)
    expect(screen.getByText('Đánh giá lần 1')).toBeInTheDocument()
    expect(screen.getByText(/1 không phù hợp nhẹ · đã niêm phong [0-9a-f]{8}…/)).toBeInTheDocument()
    location.navigate(`/communes/${FIRST}?tab=visits`)
    expect(await screen.findByRole('region', { name: 'Ngày 18/11/2026' })).toHaveTextContent('Cần theo dõi')
  })

  it('teaches on every side that is still empty', async () => {
    const store = await followerStore()
    const { location } = await open(store, '?tab=assessments')
    expect(await screen.findByText('Xã chưa bắt đầu tự đánh giá')).toBeInTheDocument()
    location.navigate(`/communes/${FIRST}?tab=findings`)
    expect(await screen.findByText('Chưa có báo cáo đánh giá nội bộ')).toBeInTheDocument()
    location.navigate(`/communes/${FIRST}?tab=visits`)
    expect(await screen.findByText('Chưa ghi chuyến thăm nào')).toBeInTheDocument()
  })

  it('is not shown to somebody whose scope it is not in', async () => {
    const store = await followerStore()
    await open(store, '', 'ls25-99999')
    expect(await screen.findByText('Xã không có trong phạm vi của anh/chị')).toBeInTheDocument()
  })
})
