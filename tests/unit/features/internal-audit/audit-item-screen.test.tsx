import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { err } from '#domain/kernel/result.ts'
import { WRITE_AFTER_MS } from '#features/autosave.ts'
import { AuditItemScreen } from '#features/internal-audit/audit-item-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { anAudit, answerAll } from './an-audit.ts'
import { aStoreOf, show } from './screen-bench.tsx'

async function opened(item = 'A3') {
  const store = await aStoreOf('internal-auditor')
  const id = valueOf(await store.audits.start(anAudit()))
  const draw = async (over: Partial<typeof store> = {}) => {
    const drawn = await show({ ...store, ...over }, (props) => <AuditItemScreen {...props} id={id} item={item} />)
    await screen.findByRole('radio', { name: 'Phù hợp' })
    return drawn
  }
  return { store, id, draw, answer: async () => (await store.audits.get(id))?.items[item] }
}

const pause = (ms: number) => act(() => new Promise((done) => setTimeout(done, ms)))
const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }))

describe('an item of the checklist', () => {
  it('writes a choice at once', async () => {
    const { draw, answer } = await opened()
    await draw()
    await choose('Phù hợp')
    await waitFor(async () => expect(await answer()).toMatchObject({ result: 'C' }))
    expect(await screen.findByText(/^Đã lưu trên máy/)).toBeVisible()
    expect(screen.getByText('Còn 11 mục chưa xem xét')).toBeVisible()
  })

  it('UI-6: has its question as the heading of the page, however long it is', async () => {
    const store = await aStoreOf('internal-auditor')
    const id = valueOf(await store.audits.start(anAudit()))
    const own = {
      clause: '8.5.1',
      document: 'QT-HT-01',
      question: `Có phiếu kiểm soát quá trình ${'ở từng bộ phận '.repeat(10)}không?`,
    }
    const item = valueOf(await store.onSite.addOwnItem(id, own))
    await show(store, (props) => <AuditItemScreen {...props} id={id} item={item} />)
    expect(await screen.findByRole('heading', { level: 1, name: /Có phiếu kiểm soát quá trình/ })).toBeVisible()
  })

  it('AUD-1: "not applicable" waits for its reason and does not let go without one', async () => {
    const { draw, answer } = await opened()
    const { address } = await draw()
    await choose('Không áp dụng (phải nêu lý do)')
    expect(screen.getByText('Chưa lưu: cần ghi lý do không áp dụng.')).toBeVisible()
    await userEvent.click(screen.getByRole('link', { name: 'Mục sau' }))
    expect(address()).toBe('/')
    expect(screen.getByLabelText('Lý do không áp dụng')).toHaveFocus()
    expect(await screen.findByText(/thì cần ghi lý do/)).toBeVisible()
    expect(await answer()).toBeUndefined()
    await userEvent.type(screen.getByLabelText('Lý do không áp dụng'), 'Xã không có hoạt động này')
    await userEvent.tab()
    await waitFor(async () =>
      expect(await answer()).toMatchObject({ result: 'NA', reason: 'Xã không có hoạt động này' }),
    )
  })

  it('brings back a choice that waited for its reason when the browser was killed', async () => {
    const { store, id, draw } = await opened()
    await draw()
    await choose('Không áp dụng (phải nêu lý do)')
    await waitFor(async () => expect(await store.drafts.get(`result:chk.${id}.A3`)).toBe('NA'))
    cleanup()
    await draw()
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Không áp dụng (phải nêu lý do)' })).toBeChecked())
  })

  it('keeps a note by itself', async () => {
    const { draw, answer } = await opened()
    await draw()
    await userEvent.type(screen.getByLabelText('Ghi chép'), 'Hồ sơ số 12')
    await userEvent.tab()
    await waitFor(async () => expect(await answer()).toMatchObject({ note: 'Hồ sơ số 12' }))
  })

  it('leads from a nonconformity to its finding', async () => {
    const { draw, id } = await opened()
    await draw()
    await choose('Không phù hợp')
    expect(await screen.findByText(/cần ít nhất một phát hiện/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Ghi phát hiện' })).toHaveAttribute(
      'href',
      `/internal-audit/${id}/finding/new?item=A3`,
    )
  })

  it('keeps the choice on the screen when it could not be stored, and tries again', async () => {
    const { store, draw, answer } = await opened()
    let isFull = true
    const saveItem: typeof store.audits.saveItem = async (...given) =>
      isFull ? err({ code: 'storage.full' }) : store.audits.saveItem(...given)
    await draw({ audits: { ...store.audits, saveItem } })
    await choose('Phù hợp')
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    expect(screen.getByRole('radio', { name: 'Phù hợp' })).toBeChecked()
    isFull = false
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
    await waitFor(async () => expect(await answer()).toMatchObject({ result: 'C' }))
  })

  it('can only be read once the audit is concluded', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    valueOf(await store.audits.conclude(id))
    await draw()
    expect(screen.getByText(/Cuộc đánh giá đã kết thúc/)).toBeVisible()
    expect(screen.getByRole('radio', { name: 'Không phù hợp' })).toBeDisabled()
  })

  it('AUD-9: never writes a draft left behind into an audit that was concluded meanwhile', async () => {
    const { store, id, draw, answer } = await opened()
    await answerAll(store, id)
    valueOf(await store.audits.conclude(id))
    valueOf(await store.drafts.put(`note:chk.${id}.A3`, 'viết sau khi kết thúc'))
    await draw()
    await pause(WRITE_AFTER_MS + 300)
    expect(screen.getByLabelText('Ghi chép')).toHaveValue('')
    expect(screen.queryByRole('alert')).toBeNull()
    cleanup()
    await pause(100)
    expect(await answer()).toMatchObject({ note: '' })
  })

  it('AUD-9: shows the result that was concluded, whatever choice was left waiting for its reason', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    valueOf(await store.audits.conclude(id))
    valueOf(await store.drafts.put(`result:chk.${id}.A3`, 'NA'))
    await draw()
    await pause(100)
    expect(screen.getByRole('radio', { name: 'Không phù hợp' })).toBeChecked()
  })

  it('says so where the checklist has no such item', async () => {
    const { store, id } = await opened()
    await show(store, (props) => <AuditItemScreen {...props} id={id} item="A99" />)
    expect(await screen.findByText('Không thấy mục này trong phiếu')).toBeVisible()
  })
})
