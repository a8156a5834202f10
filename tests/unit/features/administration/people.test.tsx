import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { AddPersonScreen } from '#features/administration/add-person-screen.tsx'
import { DevicesScreen } from '#features/administration/devices-screen.tsx'
import { LeavingScreen } from '#features/administration/leaving-screen.tsx'
import { PeopleScreen } from '#features/administration/people-screen.tsx'
import { PersonScreen } from '#features/administration/person-screen.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { aGrant, anAccount, anAdministration, anOverview, DAY } from '#support/administration.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, NOW, UNIT } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'
import type { ReactNode } from 'react'

async function show(
  draw: (props: ScreenProps) => ReactNode,
  more: Partial<Administration> = {},
  overview: AdminOverview = anOverview(),
) {
  const { administration, asked } = anAdministration(more, overview)
  const shown = await renderScreen(draw, {
    store: await aStore(),
    platform: { administration: async () => administration },
  })
  return { ...shown, asked }
}

const people = (query: Record<string, string> = {}) =>
  function draw(props: ScreenProps) {
    return <PeopleScreen {...props} query={query} />
  }

const names = () =>
  within(screen.getByRole('list', { name: 'Người dùng' }))
    .getAllByRole('link')
    .map((link) => link.textContent)

describe('the people', () => {
  it('stand with their duties, how they get in and when they were seen', async () => {
    const { container } = await show(people())
    await screen.findByText('2 tài khoản')
    expect(names()[0]).toMatch(
      /Thư ký ISO xã Đoàn Kết.*Thư ký ISO · Xã Đoàn Kết.*thuky\.doanket · lần cuối vào: 1 giờ trước.*đang dùng/,
    )
    expect(names()[1]).toMatch(/Tài khoản mới.*Hôm nay không có vai trò nào.*chưa vào lần nào.*chưa có cách đăng nhập/)
    await expectAxeClean(container)
  })

  it.each([
    [{ q: 'doan ket thu' }, ['acc-1']],
    [{ role: 'iso-secretary' }, ['acc-1']],
    [{ role: 'internal-auditor' }, []],
    [{ state: 'no-way-in' }, ['acc-2']],
    [{ q: 'khach', state: 'active' }, []],
  ])('are found without tone marks, by role held today and by state: %j', async (query, ids) => {
    await show(people(query))
    await screen.findByText(`${ids.length} tài khoản`)
    const links = screen.queryAllByRole('link').map((link) => link.getAttribute('href') ?? '')
    expect(links.filter((href) => href.includes('/people/acc-')).map((href) => href.split('/').at(-1))).toEqual(ids)
  })

  it('are no endless list', async () => {
    const accounts = Array.from({ length: 60 }, (_, i) => anAccount({ id: `a${i}`, displayName: `Thư ký ${i}` }))
    const { user } = await show(people(), {}, anOverview({ accounts }))
    await screen.findByText('Hiện 20 trong 60 tài khoản')
    await user.click(screen.getByRole('button', { name: 'Hiện thêm 20' }))
    expect(names()).toHaveLength(40)
  })
})

describe('somebody new', () => {
  const draw = (props: ScreenProps) => <AddPersonScreen {...props} />

  it('gets a name proposed from role and place, and a code that is shown once', async () => {
    const { user, asked, container } = await show(draw)
    await user.selectOptions(await screen.findByLabelText('Vai trò'), 'iso-secretary')
    await user.selectOptions(screen.getByLabelText('Nơi'), UNIT)
    expect(screen.getByLabelText('Chức danh')).toHaveValue('Thư ký ISO xã số 1')
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('thuky.so1')
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Thêm và tạo mã đăng nhập' }))
    expect(await screen.findByText('K7QM-3F9T-0XWD-HE2R')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /Mã QR đăng nhập của Thư ký ISO xã số 1/ })).toBeInTheDocument()
    expect(screen.getByText('Mã chỉ hiện một lần')).toBeInTheDocument()
    await expectAxeClean(container)
    const wish = {
      username: 'thuky.so1',
      displayName: 'Thư ký ISO xã số 1',
      grant: { scope: UNIT, role: 'iso-secretary', from: '2026-11-21', to: null },
    }
    expect(asked).toEqual([
      { what: 'addPeople', given: [[wish], true] },
      { what: 'addPeople', given: [[wish]] },
    ])
  })

  it('is told at each field what is missing or wrong, and nothing is asked', async () => {
    const { user, asked } = await show(draw)
    await user.click(await screen.findByRole('button', { name: 'Thêm và tạo mã đăng nhập' }))
    expect(screen.getByLabelText('Vai trò')).toHaveAccessibleDescription(/Anh\/chị điền mục này/)
    await user.type(screen.getByLabelText('Tên đăng nhập'), 'Có Dấu')
    await user.clear(screen.getByLabelText('Từ ngày'))
    await user.type(screen.getByLabelText('Từ ngày'), '31/11/2026')
    await user.click(screen.getByRole('button', { name: 'Thêm và tạo mã đăng nhập' }))
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveAccessibleDescription(/Chỉ dùng chữ thường không dấu/)
    expect(screen.getByLabelText('Từ ngày')).toHaveAccessibleDescription(/không có trên lịch/)
    expect(screen.getByLabelText('Từ ngày')).toHaveValue('31/11/2026')
    expect(asked).toEqual([])
  })

  it('gives nobody a right by mistake: a name the server knows is refused, and what was typed stays', async () => {
    const { user, asked } = await show(draw, {
      addPeople: async () =>
        ok({ isDone: false, rows: [{ row: 0, username: 'x', outcome: 'existing', account: 'acc-7', problems: [] }] }),
    })
    await user.selectOptions(await screen.findByLabelText('Vai trò'), 'iso-secretary')
    await user.selectOptions(screen.getByLabelText('Nơi'), UNIT)
    await user.click(screen.getByRole('button', { name: 'Thêm và tạo mã đăng nhập' }))
    expect(await screen.findByText('Tên này đã có người dùng')).toBeInTheDocument()
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('thuky.so1')
    expect(asked).toHaveLength(1)
  })
})

describe('one person', () => {
  const draw = (account = 'acc-1') =>
    function drawPerson(props: ScreenProps) {
      return <PersonScreen {...props} account={account} />
    }

  it('shows roles with their terms, the one in force first, and its devices', async () => {
    const { container } = await show(draw())
    const roles = within(await screen.findByRole('list', { name: 'Vai trò và thời hạn' })).getAllByRole('listitem')
    expect(roles[0]).toHaveTextContent(/Thư ký ISO · Xã Đoàn Kết.*từ 01\/01\/2026.*đang có hiệu lực/)
    expect(roles[1]).toHaveTextContent(/01\/01\/2026 – 30\/06\/2026.*đã hết hạn/)
    expect(within(roles[1]!).queryByRole('button')).toBeNull()
    expect(screen.getByText('Android · Chrome (r7)')).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('ends a role on a day', async () => {
    const { user, asked } = await show(draw())
    await user.click(await screen.findByRole('button', { name: 'Kết thúc' }))
    const day = screen.getByLabelText('Ngày cuối có vai trò')
    await user.clear(day)
    await user.type(day, '30/11/2026')
    await user.click(screen.getByRole('button', { name: 'Kết thúc vai trò' }))
    expect(asked).toEqual([
      {
        what: 'saveGrant',
        given: [{ account: 'acc-1', scope: UNIT, role: 'iso-secretary', from: '2026-01-01', to: '2026-11-30' }],
      },
    ])
  })

  it('gets one more role', async () => {
    const { user, asked } = await show(draw('acc-2'))
    await user.click(await screen.findByRole('button', { name: 'Thêm vai trò' }))
    await user.selectOptions(screen.getByLabelText('Vai trò'), 'area-monitor')
    await user.selectOptions(screen.getByLabelText('Nơi'), 'area-180')
    await user.click(screen.getByRole('button', { name: 'Giao vai trò' }))
    expect(asked[0]?.given).toEqual([
      { account: 'acc-2', scope: 'area-180', role: 'area-monitor', from: '2026-11-21', to: null },
    ])
  })

  it('is deputised for with a last day, and never without one', async () => {
    const { user, asked } = await show(draw())
    await user.click(await screen.findByRole('button', { name: 'Ký thay' }))
    await user.selectOptions(screen.getByLabelText('Người ký thay'), 'acc-2')
    await user.click(screen.getByRole('button', { name: 'Giao ký thay' }))
    expect(asked).toEqual([])
    await user.type(screen.getByLabelText('Đến hết ngày'), '31/12/2026')
    await user.click(screen.getByRole('button', { name: 'Giao ký thay' }))
    expect(asked[0]?.given).toEqual([
      {
        account: 'acc-2',
        scope: UNIT,
        role: 'iso-secretary',
        from: '2026-11-21',
        to: '2026-12-31',
        deputyFor: 'acc-1',
      },
    ])
  })

  it('gets a new code for a forgotten password', async () => {
    const { user, asked } = await show(draw())
    await user.click(await screen.findByRole('button', { name: 'Cấp mã mới (quên mật khẩu)' }))
    expect(await screen.findByText('K7QM-3F9T-0XWD-HE2R')).toBeInTheDocument()
    expect(asked).toEqual([{ what: 'issueCode', given: ['acc-1'] }])
    await user.click(screen.getByRole('button', { name: 'Đã ghi lại, đóng mã' }))
    expect(screen.queryByText('K7QM-3F9T-0XWD-HE2R')).toBeNull()
  })

  it('is shut out after it was said what follows, and let in again', async () => {
    const first = await show(draw())
    await first.user.click(await screen.findByRole('button', { name: 'Khóa tài khoản' }))
    expect(screen.getByText(/Việc chưa gửi trên máy không bị xóa/)).toBeInTheDocument()
    await first.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Khóa tài khoản' }))
    expect(first.asked[0]?.given).toEqual([{ account: 'acc-1', disabledFrom: '2026-11-21' }])
    first.unmount()
    const accounts = [anAccount({ disabledFrom: '2026-11-20' as LocalDate })]
    const second = await show(draw(), {}, anOverview({ accounts }))
    await second.user.click(await screen.findByRole('button', { name: 'Mở lại tài khoản' }))
    expect(second.asked[0]?.given).toEqual([{ account: 'acc-1', disabledFrom: null }])
  })

  it('says what the server refused, and keeps the dialog with what was typed', async () => {
    const { user } = await show(draw(), { saveGrant: async () => err({ code: 'network.offline' }) })
    await user.click(await screen.findByRole('button', { name: 'Kết thúc' }))
    await user.click(screen.getByRole('button', { name: 'Kết thúc vai trò' }))
    expect(await screen.findByText('Chưa làm được')).toBeInTheDocument()
    expect(screen.getByLabelText('Ngày cuối có vai trò')).toHaveValue('21/11/2026')
  })

  it('that is not there is said to be not there', async () => {
    await show(draw('nobody'))
    expect(await screen.findByText('Không có tài khoản này')).toBeInTheDocument()
  })
})

describe('somebody who leaves', () => {
  const draw = (props: ScreenProps) => <LeavingScreen {...props} account="acc-1" />

  it('is looked at before it is done: what ends, what passes on, what closes, what waits, what falls vacant', async () => {
    const outcome = {
      ending: [aGrant()],
      given: [aGrant({ account: 'acc-2', from: '2026-12-01' as LocalDate })],
      devices: [{ id: 'r7', label: 'Android · Chrome', lastSeenMs: NOW - DAY }],
      waiting: anOverview().quarantine.slice(0, 1),
      vacant: [{ role: 'internal-auditor', scope: UNIT, place: 'Xã Đoàn Kết' }],
    }
    const { user, asked, container } = await show(draw, {
      leave: async (_leaving, dryRun) => ok({ ...outcome, isDone: !dryRun }),
    })
    const day = await screen.findByLabelText('Ngày làm việc cuối')
    await user.clear(day)
    await user.type(day, '30/11/2026')
    await user.selectOptions(screen.getByLabelText('Người kế nhiệm'), 'acc-2')
    await user.click(screen.getByRole('button', { name: 'Xem trước' }))
    expect(await screen.findByText('Từ hôm sau không còn ai giữ')).toBeInTheDocument()
    for (const title of [
      'Vai trò kết thúc: 1',
      'Giao cho người kế nhiệm: 1',
      'Thiết bị đóng lại: 1',
      'Thay đổi còn chờ quyết định: 1',
    ])
      expect(screen.getByRole('heading', { name: title })).toBeInTheDocument()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Xác nhận nghỉ việc' }))
    expect(await screen.findByText('Đã làm xong thủ tục cho Thư ký ISO xã Đoàn Kết')).toBeInTheDocument()
    const leaving = { account: 'acc-1', on: '2026-11-30', successor: 'acc-2' }
    expect(asked.map(({ given }) => given)).toEqual([
      [leaving, true],
      [leaving, false],
    ])
  })

  it('is looked at again where the day was changed after the look', async () => {
    const { user } = await show(draw)
    await user.click(await screen.findByRole('button', { name: 'Xem trước' }))
    await screen.findByRole('button', { name: 'Xác nhận nghỉ việc' })
    await user.type(screen.getByLabelText('Ngày làm việc cuối'), '0')
    expect(screen.queryByRole('button', { name: 'Xác nhận nghỉ việc' })).toBeNull()
  })
})

describe('the devices', () => {
  const draw = (query: Record<string, string> = {}) =>
    function drawDevices(props: ScreenProps) {
      return <DevicesScreen {...props} query={query} />
    }

  it('stand with whose they are, what was received, what is kept aside, and those silent for long marked', async () => {
    const { container } = await show(draw())
    const lines = within(await screen.findByRole('list', { name: 'Thiết bị' })).getAllByRole('listitem')
    expect(lines[0]).toHaveTextContent(
      /Android · Chrome \(r7\).*Thư ký ISO xã Đoàn Kết.*1 giờ trước.*Đã nhận 12 thay đổi, 9 đã sao lưu.*2 thay đổi bị giữ lại/,
    )
    expect(lines[1]).toHaveTextContent('im lặng 40 ngày')
    expect(lines[2]).toHaveTextContent('đã thu hồi')
    await expectAxeClean(container)
  })

  it('are found by person, and the silent ones alone', async () => {
    const first = await show(draw({ q: 'tai khoan moi' }))
    expect(await screen.findByText('Máy cũ (r9)')).toBeInTheDocument()
    expect(screen.queryByText(/r7/)).toBeNull()
    first.unmount()
    await show(draw({ show: 'silent' }))
    expect(await screen.findByText('1 thiết bị')).toBeInTheDocument()
  })

  it('are revoked after it was said what becomes of unsent work, and named', async () => {
    const { user, asked } = await show(draw())
    await user.click((await screen.findAllByRole('button', { name: 'Thu hồi' }))[0]!)
    expect(screen.getByText(/Việc chưa gửi trên máy không mất/)).toBeInTheDocument()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Thu hồi' }))
    await user.click(screen.getAllByRole('button', { name: 'Đặt tên' })[0]!)
    await user.clear(screen.getByLabelText('Tên thiết bị'))
    await user.type(screen.getByLabelText('Tên thiết bị'), 'Máy bảng phòng một cửa')
    await user.click(screen.getByRole('button', { name: 'Lưu' }))
    expect(asked).toEqual([
      { what: 'revokeDevice', given: ['r7'] },
      { what: 'nameDevice', given: ['r7', 'Máy bảng phòng một cửa'] },
    ])
  })
})
