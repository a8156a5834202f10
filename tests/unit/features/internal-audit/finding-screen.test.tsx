import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { err } from '#domain/kernel/result.ts'
import { FindingScreen } from '#features/internal-audit/finding-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { aFinding, anAudit, answerAll } from './an-audit.ts'
import { aStoreOf, show } from './screen-bench.tsx'

async function opened() {
  const store = await aStoreOf('internal-auditor')
  const id = valueOf(await store.audits.start(anAudit()))
  valueOf(await store.audits.saveItem(id, 'A3', { result: 'NC' }))
  const draw = (finding: string, over: Partial<typeof store> = {}) =>
    show({ ...store, ...over }, (props) => <FindingScreen {...props} id={id} finding={finding} />, { at: '/?item=A3' })
  return { store, id, draw, findings: async () => (await store.audits.get(id))?.findingViews ?? [] }
}

const facts = () => screen.findByLabelText('Sự việc')
const save = () => userEvent.click(screen.getByRole('button', { name: 'Lưu phát hiện' }))

describe('a new finding', () => {
  it('knows its clause and requirement from the item, and its due date from the grade', async () => {
    const { draw, findings, id } = await opened()
    const { address } = await draw('new')
    await facts()
    expect(screen.getByLabelText('Điều khoản của tiêu chuẩn')).toHaveValue('6.2')
    expect(screen.getByLabelText('Yêu cầu bị vi phạm')).toHaveValue('TCVN ISO 9001:2015, 6.2')
    await userEvent.click(screen.getByRole('radio', { name: /Không phù hợp nhẹ/ }))
    expect(screen.getByLabelText('Hạn khắc phục')).toHaveValue('21/12/2026')
    await userEvent.click(screen.getByRole('radio', { name: /Không phù hợp nặng/ }))
    expect(screen.getByLabelText('Hạn khắc phục')).toHaveValue('06/12/2026')
    await userEvent.type(await facts(), 'Không có số liệu quý III')
    await save()
    await waitFor(async () => expect(await findings()).toHaveLength(1))
    const [finding] = await findings()
    expect(finding).toMatchObject({
      grade: 'major',
      item: 'A3',
      clause: '6.2',
      facts: 'Không có số liệu quý III',
      dueOn: { date: '2026-12-06' },
    })
    await waitFor(() => expect(address()).toBe(`/internal-audit/${id}/finding/${finding?.id}`))
  })

  it('AUD-2: is not recorded without a grade, facts and a day that exists; every text stays', async () => {
    const { draw, findings } = await opened()
    await draw('new')
    await userEvent.type(await screen.findByLabelText('Hạn khắc phục'), '31/11/2026')
    await save()
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Phát hiện cần được phân loại')
    expect(summary).toHaveTextContent('Phát hiện cần ghi sự việc')
    expect(summary).toHaveTextContent('Ngày này không có trong lịch')
    expect(screen.getByLabelText('Hạn khắc phục')).toHaveValue('31/11/2026')
    expect(screen.getByRole('button', { name: 'Có phải 30/11/2026?' })).toBeVisible()
    expect(await findings()).toHaveLength(0)
  })

  it('AUD-23, AUD-24: is not recorded with a due date before the day of the audit, or without what it misses', async () => {
    const { draw, findings } = await opened()
    await draw('new')
    await userEvent.type(await facts(), 'Không có số liệu quý III')
    await userEvent.click(screen.getByRole('radio', { name: /Không phù hợp nhẹ/ }))
    const due = screen.getByLabelText('Hạn khắc phục')
    await userEvent.clear(due)
    await userEvent.type(due, '01/01/2020')
    await userEvent.selectOptions(screen.getByLabelText('Điều khoản của tiêu chuẩn'), '')
    await userEvent.clear(screen.getByLabelText('Yêu cầu bị vi phạm'))
    await save()
    const summary = await screen.findByRole('alert')
    expect(summary).toHaveTextContent('Hạn không được trước ngày ghi')
    expect(summary).toHaveTextContent('Chưa ghi yêu cầu bị vi phạm')
    expect(due).toHaveValue('01/01/2020')
    expect(await findings()).toHaveLength(0)
    await userEvent.type(screen.getByLabelText('Yêu cầu bị vi phạm'), 'QT-05')
    // Nothing takes the focus away while the day is half typed.
    await userEvent.clear(due)
    await userEvent.type(due, '30/12/2026')
    expect(due).toHaveValue('30/12/2026')
    await save()
    await waitFor(async () => expect(await findings()).toMatchObject([{ requirement: 'QT-05', clause: '' }]))
  })

  it('comes back with every letter after the browser was killed', async () => {
    const { store, id, draw } = await opened()
    await draw('new')
    await userEvent.type(await facts(), '5 trong 12 hồ sơ')
    await waitFor(async () =>
      expect(await store.drafts.get(`finding:${id}:new:A3`)).toMatchObject({ facts: '5 trong 12 hồ sơ' }),
    )
    cleanup()
    await draw('new')
    await waitFor(async () => expect(await facts()).toHaveValue('5 trong 12 hồ sơ'))
  })

  it('keeps its text when the device cannot store it', async () => {
    const { store, draw } = await opened()
    await draw('new', { audits: { ...store.audits, saveFinding: async () => err({ code: 'storage.full' } as const) } })
    await userEvent.type(await facts(), 'Thiếu sổ giao nhận')
    await userEvent.click(screen.getByRole('radio', { name: /Không phù hợp nhẹ/ }))
    await save()
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    expect(await facts()).toHaveValue('Thiếu sổ giao nhận')
  })
})

describe('a recorded finding', () => {
  it('AUD-25: stays once the auditee has answered it', async () => {
    const { store, id, draw, findings } = await opened()
    const finding = valueOf(await store.audits.saveFinding(id, aFinding()))
    await draw(finding)
    expect(await screen.findByRole('button', { name: 'Bỏ phát hiện' })).toBeVisible()
    const answer = { agrees: true, words: '', name: 'Đại diện xã', post: 'Chủ tịch', on: '2026-11-21', grade: null }
    const { feed } = (await findings())[0]!
    valueOf(await store.onSite.respond(feed, finding, answer))
    expect(await screen.findByText(/Bên được đánh giá đã có ý kiến/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Bỏ phát hiện' })).not.toBeInTheDocument()
  })

  it('shows its number and keeps itself while it is changed', async () => {
    const { store, id, draw, findings } = await opened()
    const finding = valueOf(await store.audits.saveFinding(id, aFinding()))
    await draw(finding)
    expect(await screen.findByRole('heading', { level: 1, name: 'KPH/06001/2026/a1-001' })).toBeVisible()
    await userEvent.type(await facts(), ', hai tháng liền')
    await userEvent.tab()
    await waitFor(async () => expect((await findings())[0]?.facts).toMatch(/hai tháng liền$/))
    expect(await facts()).toHaveValue(`${aFinding().facts}, hai tháng liền`)
  })

  it('keeps the last good state in the record while a date names no day', async () => {
    const { store, id, draw, findings } = await opened()
    const finding = valueOf(await store.audits.saveFinding(id, aFinding()))
    await draw(finding)
    const due = await screen.findByLabelText('Hạn khắc phục')
    await userEvent.clear(due)
    await userEvent.type(due, '31/11/2026')
    await userEvent.tab()
    expect(await screen.findByText(/Chưa lưu: có chỗ cần xem lại/)).toBeVisible()
    await waitFor(async () => expect(await store.drafts.get(`finding:${finding}`)).toMatchObject({ due: '31/11/2026' }))
    expect((await findings())[0]?.dueOn?.text).toBe('21/12/2026')
  })

  it('takes a photo', async () => {
    const { store, id, draw, findings } = await opened()
    const finding = valueOf(await store.audits.saveFinding(id, aFinding()))
    const { container } = await draw(finding)
    await facts()
    const camera = container.querySelector<HTMLInputElement>('input[type=file]')
    await userEvent.upload(camera!, new File(['x'], 'x.jpg', { type: 'image/jpeg' }))
    await waitFor(async () => expect((await findings())[0]?.evidence).toHaveLength(1))
  })

  it('is removed when its screen is left, and until then one press undoes it', async () => {
    const { store, id, draw, findings } = await opened()
    const finding = valueOf(await store.audits.saveFinding(id, aFinding()))
    const { unmount } = await draw(finding)
    await facts()
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ phát hiện' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Hoàn tác' }))
    await facts()
    unmount()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await findings()).toHaveLength(1)
    const again = await draw(finding)
    await facts()
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ phát hiện' }))
    again.unmount()
    await waitFor(async () => expect(await findings()).toHaveLength(0))
  })

  it('can only be read once the audit is concluded', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    valueOf(await store.audits.conclude(id))
    const [finding] = (await store.audits.get(id))?.findingViews ?? []
    await draw(finding?.id ?? '')
    expect(await screen.findByText(/Cuộc đánh giá đã kết thúc/)).toBeVisible()
    expect(screen.getByText('Không phù hợp nhẹ')).toBeVisible()
    expect(screen.getByText('Còn 30 ngày, hạn 21/12/2026')).toBeVisible()
    expect(screen.queryByLabelText('Sự việc')).toBeNull()
  })
})
