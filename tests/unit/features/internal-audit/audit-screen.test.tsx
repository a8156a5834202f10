import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { err } from '#domain/kernel/result.ts'
import { AuditScreen } from '#features/internal-audit/audit-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { anAudit, answerAll } from './an-audit.ts'
import { aStoreOf, show } from './screen-bench.tsx'

async function opened(role: 'internal-auditor' | 'chairman' = 'internal-auditor') {
  const store = await aStoreOf(role)
  const id = valueOf(await store.audits.start(anAudit()))
  const draw = async (over: Partial<typeof store> = {}) => {
    await show({ ...store, ...over }, (props) => <AuditScreen {...props} id={id} />)
    await screen.findByRole('heading', { level: 1, name: 'Đánh giá lần 1' })
  }
  return { store, id, draw }
}

const conclude = () => userEvent.click(screen.getByRole('button', { name: 'Kết thúc đánh giá' }))

describe('one audit', () => {
  it('leads to the first item nobody looked at', async () => {
    const { store, id, draw } = await opened()
    valueOf(await store.audits.saveItem(id, 'A1', { result: 'C' }))
    await draw()
    expect(screen.getByRole('progressbar', { name: 'Đã xem xét' })).toHaveAttribute('aria-valuetext', '1 trong 12 mục')
    expect(screen.getByRole('link', { name: 'Làm tiếp mục A2' })).toHaveAttribute(
      'href',
      `/internal-audit/${id}/item/A2`,
    )
    expect(within(screen.getByRole('list', { name: 'Các mục của phiếu' })).getAllByRole('link')).toHaveLength(12)
  })

  it('AUD-6: is not concluded while something is missing, and names it', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    valueOf(await store.audits.saveItem(id, 'A5', { result: 'NC' }))
    valueOf(await store.audits.saveItem(id, 'A6', { result: null }))
    await draw()
    await conclude()
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'số mục chưa xem xét 1, số mục không phù hợp chưa có phát hiện 1',
    )
    const missing = screen.getByRole('list', { name: 'Những chỗ còn thiếu' })
    expect(within(missing).getByRole('link', { name: /Mục A6 chưa xem xét/ })).toHaveAttribute(
      'href',
      `/internal-audit/${id}/item/A6`,
    )
    expect(within(missing).getByRole('link', { name: /Mục A5 không phù hợp/ })).toBeVisible()
    expect(await store.audits.reports(UNIT)).toHaveLength(0)
  })

  it('AUD-31: is not concluded while an item has two different answers, and leads to where one is chosen', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    const theirs = { audit: id, item: 'A7', result: 'OBS' }
    await receive(store, { feed: `${UNIT}/audit`, kind: 'audit-item', entity: `chk.${id}.A7`, fields: theirs })
    await draw()
    await conclude()
    const missing = await screen.findByRole('list', { name: 'Những chỗ còn thiếu' })
    expect(within(missing).getByRole('link', { name: /Mục A7 có hai câu trả lời khác nhau/ })).toHaveAttribute(
      'href',
      `/internal-audit/${id}/item/A7`,
    )
    expect(screen.queryByRole('dialog')).toBeNull()
    const [conflict] = await store.syncCentre.conflicts()
    valueOf(await store.syncCentre.resolve(conflict!, 'OBS'))
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Những chỗ còn thiếu' })).toBeNull())
    await conclude()
    expect(await screen.findByRole('dialog')).toBeVisible()
  })

  it('AUD-31: is not concluded while two auditors graded a finding differently, and leads to where one is chosen', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    const [finding] = (await store.audits.get(id))?.findingViews ?? []
    const theirs = { feed: `${UNIT}/audit`, kind: 'finding', entity: finding?.id ?? '', fields: { grade: 'major' } }
    await receive(store, theirs)
    await draw()
    await conclude()
    expect(await screen.findByText(/1 chỗ có hai người ghi khác nhau mà chưa ai chọn/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Chọn một' })).toHaveAttribute('href', '/sync/conflicts')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('AUD-32: says what others will see and what was not recorded, asks once, and seals the report', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    await draw()
    expect(screen.getAllByText(/tỉnh thấy kết quả và ghi chép của từng mục/)[0]).toBeVisible()
    await conclude()
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText(/họp khai mạc, hồ sơ mẫu, họp bế mạc/)).toHaveTextContent(/về 1 điểm không phù hợp/)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Kết thúc và niêm phong báo cáo' }))
    await waitFor(async () => expect(await store.audits.reports(UNIT)).toHaveLength(1))
    expect(await screen.findByText(/^Đã kết thúc lúc/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Kết thúc đánh giá' })).toBeNull()
  })

  it('stays open with the reason in words when the device cannot store the report', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    await draw({ audits: { ...store.audits, conclude: async () => err({ code: 'storage.full' } as const) } })
    await conclude()
    await userEvent.click(await screen.findByRole('button', { name: 'Kết thúc và niêm phong báo cáo' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
  })

  it('can be read by the chairman, with the reason why not written', async () => {
    const { draw } = await opened('chairman')
    await draw()
    expect(screen.getByText(/việc đánh giá nội bộ do đánh giá viên nội bộ/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Kết thúc đánh giá' })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Ghi phát hiện' })).toBeNull()
  })

  it('says so where it is not on this device', async () => {
    const store = await aStoreOf('internal-auditor')
    await show(store, (props) => <AuditScreen {...props} id="nobody" />)
    expect(await screen.findByText('Không thấy cuộc đánh giá này')).toBeVisible()
  })
})
