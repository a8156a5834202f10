import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AuditMeetingsScreen } from '#features/internal-audit/audit-meetings-screen.tsx'
import { AuditSamplesScreen } from '#features/internal-audit/audit-samples-screen.tsx'
import { AuditScreen } from '#features/internal-audit/audit-screen.tsx'
import { AuditTeamScreen } from '#features/internal-audit/audit-team-screen.tsx'
import { AuditWordsScreen } from '#features/internal-audit/audit-words-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { aFinding, anAudit } from './an-audit.ts'
import { aStoreOf, show } from './screen-bench.tsx'

async function opened() {
  const store = await aStoreOf('internal-auditor')
  const id = valueOf(await store.audits.start(anAudit()))
  return { store, id, view: async () => (await store.audits.get(id))! }
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

describe('an audit on site', () => {
  it('AUD-13: refuses a sample that names a person in words, and keeps what was typed', async () => {
    const { store, id, view } = await opened()
    await show(store, (props) => <AuditSamplesScreen {...props} id={id} />)
    await userEvent.type(await screen.findByLabelText('Mã hồ sơ'), 'H37-0012')
    await userEvent.type(screen.getByLabelText(/Ghi chú/), 'bà Nguyễn Thị Mẫu')
    await press('Thêm hồ sơ')
    expect(await screen.findByRole('alert')).toHaveTextContent('giống họ tên người')
    expect(screen.getByLabelText('Mã hồ sơ')).toHaveValue('H37-0012')
    expect((await view()).samples).toEqual([])
    await userEvent.clear(screen.getByLabelText(/Ghi chú/))
    await press('Thêm hồ sơ')
    const list = await screen.findByRole('list', { name: 'Các hồ sơ đã xem' })
    expect(within(list).getByText('H37-0012')).toBeVisible()
    expect(screen.getByText('Còn thiếu 4')).toBeVisible()
  })

  it('AUD-11, AUD-12: takes an item of the commune’s own and gives it to somebody', async () => {
    const { store, id, view } = await opened()
    await show(store, (props) => <AuditTeamScreen {...props} id={id} />)
    await userEvent.type(await screen.findByLabelText('Câu hỏi'), 'Có phiếu kiểm soát?')
    await press('Thêm mục')
    expect(await screen.findByRole('alert')).toHaveTextContent('quy trình hoặc tài liệu')
    await userEvent.type(screen.getByLabelText('Quy trình, tài liệu viện dẫn'), 'QT-HT-01')
    await press('Thêm mục')
    await userEvent.selectOptions(await screen.findByLabelText('R1. Có phiếu kiểm soát?'), 'Người dùng minh họa')
    await waitFor(async () => expect(Object.values((await view()).shares)).toEqual(['acc-secretary']))
  })

  it('AUD-12: lists the person’s own items alone', async () => {
    const { store, id } = await opened()
    valueOf(await store.onSite.share(id, { A2: 'acc-secretary', A3: 'somebody' }))
    await show(store, (props) => <AuditScreen {...props} id={id} />)
    await userEvent.click(await screen.findByLabelText('Của tôi'))
    const items = await screen.findByRole('list', { name: 'Các mục của phiếu' })
    const hrefs = () =>
      within(items)
        .getAllByRole('link')
        .map((row) => row.getAttribute('href'))
    await waitFor(() => expect(hrefs()).toEqual([`/internal-audit/${id}/item/A2`]))
  })

  it('AUD-18: a meeting without its times or place is refused, each field says what is missing', async () => {
    const { store, id } = await opened()
    await show(store, (props) => <AuditMeetingsScreen {...props} id={id} />)
    const section = await screen.findByRole('region', { name: 'Họp khai mạc' })
    await userEvent.type(within(section).getByLabelText('Từ giờ'), '8h')
    await userEvent.click(within(section).getByRole('button', { name: 'Ghi cuộc họp' }))
    expect(await within(section).findAllByText('Hãy ghi giờ, ví dụ 08:30 hoặc 8h.')).not.toEqual([])
    expect(within(section).getByLabelText('Từ giờ')).toBeValid()
    expect(within(section).getByLabelText('Đến giờ')).toBeInvalid()
    expect(within(section).getByLabelText('Nơi họp')).toBeInvalid()
  })

  it('AUD-18: keeps a meeting with who was there, and both sides sign what it says', async () => {
    const { store, id, view } = await opened()
    await show(store, (props) => <AuditMeetingsScreen {...props} id={id} />)
    const section = await screen.findByRole('region', { name: 'Họp khai mạc' })
    const within1 = within(section)
    await userEvent.type(within1.getByLabelText('Từ giờ'), '8h')
    await userEvent.type(within1.getByLabelText('Đến giờ'), '7h')
    await userEvent.type(within1.getByLabelText('Nơi họp'), 'Phòng họp')
    await userEvent.click(within1.getByRole('button', { name: 'Ghi cuộc họp' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Giờ kết thúc phải sau')
    await userEvent.clear(within1.getByLabelText('Đến giờ'))
    await userEvent.type(within1.getByLabelText('Đến giờ'), '8.30')
    await userEvent.click(within1.getByRole('button', { name: 'Ghi cuộc họp' }))
    await userEvent.type(await screen.findByLabelText('Họ và tên'), 'Người dự')
    await userEvent.type(screen.getByLabelText('Chức vụ'), 'Phó Chủ tịch')
    await press('Thêm người dự')
    expect(await screen.findByRole('heading', { name: 'Chữ ký xác nhận' })).toBeVisible()
    expect((await view()).meetings).toMatchObject([{ from: '08:00', to: '08:30', people: [{ name: 'Người dự' }] }])
  })

  it('AUD-19: does not take "conditions met" while a major nonconformity stands', async () => {
    const { store, id, view } = await opened()
    valueOf(await store.audits.saveFinding(id, aFinding({ grade: 'major' })))
    await show(store, (props) => <AuditWordsScreen {...props} id={id} />)
    await userEvent.click(await screen.findByLabelText('Đủ điều kiện'))
    expect(await screen.findByRole('alert')).toHaveTextContent('không thể kết luận là đủ điều kiện')
    expect((await view()).words.conclusion).toBeNull()
    await userEvent.click(screen.getByLabelText('Đủ điều kiện sau khi khắc phục xong'))
    await waitFor(async () => expect((await view()).words.conclusion).toBe('fit-after-correction'))
  })

  it('AUD-2: a finding begins with a photograph and asks for the rest', async () => {
    const { store, id, view } = await opened()
    const { address } = await show(store, (props) => <AuditScreen {...props} id={id} />)
    const photo = new File(['x'], 'a.jpg', { type: 'image/jpeg' })
    await userEvent.upload(await screen.findByLabelText('Chụp ảnh rồi ghi phát hiện'), photo)
    await waitFor(async () => expect((await view()).findingViews).toHaveLength(1))
    const [finding] = (await view()).findingViews
    await waitFor(() => expect(address()).toBe(`/internal-audit/${id}/finding/${finding!.id}`))
    expect((await view()).findingViews[0]?.evidence).toHaveLength(1)
  })
})
