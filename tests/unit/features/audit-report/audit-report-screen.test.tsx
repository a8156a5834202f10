import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AuditReportScreen } from '#features/audit-report/audit-report-screen.tsx'
import { FindingDetailScreen } from '#features/findings/finding-detail-screen.tsx'
import { TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { anAudit, answerAll } from '../internal-audit/an-audit.ts'
import { aStoreOf, show } from '../internal-audit/screen-bench.tsx'

async function reported() {
  const store = await aStoreOf('internal-auditor')
  const id = valueOf(await store.audits.start(anAudit()))
  await answerAll(store, id)
  const meeting = { type: 'closing', on: TODAY, from: '16:00', to: '16:30', place: 'Phòng họp', notes: '' } as const
  const closing = valueOf(await store.onSite.saveMeeting(id, meeting))
  const person = { name: 'Chủ trì minh họa', post: 'Chủ tịch', side: 'chair', isPresent: true } as const
  valueOf(await store.onSite.saveAttendance(id, closing, person))
  const sample = { field: 'Đất đai', item: null, dossier: 'H37-7', state: 'late', note: '' } as const
  valueOf(await store.onSite.addSample(id, sample))
  valueOf(await store.onSite.saveWords(id, { conclusion: 'fit-after-correction', strengths: 'Niêm yết đủ' }))
  valueOf(await store.audits.conclude(id))
  return { store, id }
}

describe('the report of an audit', () => {
  it('AUD-20: is an office paper with everything that was sealed', async () => {
    const { store, id } = await reported()
    await show(store, (props) => <AuditReportScreen {...props} unit={UNIT} id={id} />)
    const paper = await screen.findByRole('article', { name: 'Báo cáo đánh giá nội bộ' })
    const within1 = within(paper)
    for (const text of [
      /Chủ trì minh họa, Chủ tịch/,
      'Niêm yết đủ',
      /sau khi khắc phục xong/,
      'H37-7',
      '1 (thiếu 4)',
      'Không ghi nhận họp khai mạc.',
    ]) {
      expect(within1.getByText(text)).toBeVisible()
    }
    expect(within1.queryByText('Không ghi nhận họp bế mạc.')).toBeNull()
    const counts = within1.getByRole('table', { name: /theo điều khoản/ })
    expect(within(counts).getByRole('row', { name: /Cộng/ })).toHaveTextContent('Cộng01000')
    expect(await within1.findByRole('table', { name: /kết quả từng mục/ })).toBeVisible()
    // The signatures stand under what was sealed once its hash is reckoned; before that nothing could be told broken.
    expect(await screen.findByText('Chữ ký xác nhận')).toBeVisible()
    expect(screen.queryByText(/không khớp mã niêm phong/)).toBeNull()
  })

  it('AUD-20: bears the day on which it was closed in Vietnam', async () => {
    const { store, id } = await reported()
    const report = (await store.audits.reportOf(UNIT, id))!
    // 22/11/2026, 06:30 in Vietnam.
    const early = { ...report, content: { ...report.content, closedAt: '2026-11-21T23:30:00.000Z' } }
    const audits = { ...store.audits, reportOf: async () => early }
    await show({ ...store, audits }, (props) => <AuditReportScreen {...props} unit={UNIT} id={id} />)
    expect(await screen.findByText(/ngày 22 tháng 11 năm 2026/)).toBeVisible()
  })

  it('SGN-2: shows a report that is not as it was sealed, and the signatures of before as broken', async () => {
    const { store, id } = await reported()
    const report = (await store.audits.reportOf(UNIT, id))!
    const record = {
      unit: UNIT,
      feed: `${UNIT}/pub`,
      of: report.id,
      ofKind: 'audit-report',
      sha256: report.sha256,
    } as const
    const given = { side: 'auditor', name: 'A', post: 'B', on: TODAY as string, strokes: [[0, 0, 900, 900]] } as const
    valueOf(await store.signatures.sign(record, given))
    const changed = { ...report, content: { ...report.content, department: 'Khác' } }
    const audits = { ...store.audits, reportOf: async () => changed }
    await show({ ...store, audits }, (props) => <AuditReportScreen {...props} unit={UNIT} id={id} />)
    expect(await screen.findByText('Nội dung không khớp mã niêm phong')).toBeVisible()
    expect(await screen.findByText('Chữ ký không còn khớp')).toBeVisible()
  })

  it('says that it is not there, with a way back', async () => {
    const { store } = await reported()
    await show(store, (props) => <AuditReportScreen {...props} unit={UNIT} id="nothing" />)
    expect(await screen.findByRole('heading', { name: 'Không thấy báo cáo này' })).toBeVisible()
  })
})

describe('a published finding', () => {
  it('AUD-16, AUD-17: takes the auditee’s answer and a new grade, each as a step of its own', async () => {
    const { store } = await reported()
    const [finding] = await store.audits.publishedFindings([UNIT])
    await show(store, (props) => <FindingDetailScreen {...props} unit={UNIT} id={finding!.id} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Ghi xác nhận của bên được đánh giá' }))
    await userEvent.click(screen.getByLabelText('Không đồng ý'))
    await userEvent.type(screen.getByLabelText('Họ và tên người xác nhận'), 'Đại diện')
    await userEvent.type(screen.getByLabelText('Chức vụ'), 'Phó Chủ tịch')
    await userEvent.click(screen.getByRole('button', { name: 'Ghi lại' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('cần ghi rõ lý do')
    await userEvent.type(screen.getByLabelText('Ý kiến'), 'Có số liệu ở sổ khác')
    await userEvent.click(screen.getByRole('button', { name: 'Ghi lại' }))
    expect(await screen.findByText(/Có số liệu ở sổ khác/)).toBeVisible()
    await userEvent.click(await screen.findByRole('button', { name: 'Xếp lại mức độ' }))
    await userEvent.click(screen.getByLabelText('Điểm lưu ý'))
    await userEvent.type(screen.getByLabelText('Lý do xếp lại'), 'Xem thêm sổ')
    await userEvent.type(screen.getByLabelText('Họ và tên người quyết định'), 'Trưởng đoàn')
    await userEvent.type(screen.getByLabelText('Chức vụ'), 'Trưởng đoàn')
    await userEvent.click(screen.getByRole('button', { name: 'Ghi lại' }))
    expect(await screen.findByText(/Mức độ khi công bố báo cáo: Không phù hợp nhẹ/)).toBeVisible()
    expect(await store.audits.publishedFindings([UNIT])).toMatchObject([{ grade: 'observation', firstGrade: 'minor' }])
  })
})
