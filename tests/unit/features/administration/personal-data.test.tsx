import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Administration } from '#data/contract/administration-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { PersonDataScreen } from '#features/administration/person-data-screen.tsx'
import { PersonScreen } from '#features/administration/person-screen.tsx'
import { SystemScreen } from '#features/administration/system-screen.tsx'
import { aGrant, anAccount, anAdministration, anOverview, aSystem } from '#support/administration.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const render = async (draw: Parameters<typeof renderScreen>[0], administration: Administration) =>
  renderScreen(draw, { store: await aStore(), platform: { administration: async () => administration } })

const showData = (administration: Administration) =>
  render((props) => <PersonDataScreen {...props} account="acc-1" />, administration)
const showPerson = (administration: Administration) =>
  render((props) => <PersonScreen {...props} account="acc-1" />, administration)
const showSystem = (administration: Administration) => render((props) => <SystemScreen {...props} />, administration)

describe('somebody’s personal data', () => {
  it('PER-7: what goes and what stays stands there before, and only the sign-in name typed erases', async () => {
    const { administration, asked } = anAdministration()
    const { user, container } = await showData(administration)
    const goes = within(await screen.findByRole('list', { name: 'Sẽ xóa' }))
    expect(goes.getByText('Tên đăng nhập và chức danh')).toBeInTheDocument()
    const stays = within(screen.getByRole('list', { name: 'Sẽ ở lại' }))
    expect(stays.getByText(/phải lưu theo luật/)).toBeInTheDocument()
    expect(stays.getByText('21')).toBeInTheDocument()
    await expectAxeClean(container)
    const field = screen.getByLabelText('Gõ tên đăng nhập để xác nhận')
    await user.type(field, 'thuky')
    await user.click(screen.getByRole('button', { name: 'Xóa tên' }))
    expect(screen.getByText('Chưa khớp. Gõ đúng: thuky.doanket')).toBeInTheDocument()
    expect(asked).toEqual([])
    await user.type(field, '.doanket')
    await user.click(screen.getByRole('button', { name: 'Xóa tên' }))
    expect(await screen.findByText('Đã xóa tên của thuky.doanket')).toBeInTheDocument()
    expect(asked).toEqual([{ what: 'erase', given: ['acc-1'] }])
  })

  it('PER-7: where it may not be done yet it says why and until when, and offers no button', async () => {
    const problem = { code: 'person.retained', params: { until: '2036-11-20' } } as const
    const { administration } = anAdministration({
      erasePreview: async () => ok({ problem, goes: [], stays: [{ what: 'trail', count: 3 }] }),
    })
    await showData(administration)
    expect(await screen.findByText(/phải lưu đến 20\/11\/2036/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Xóa tên' })).toBeNull()
  })

  it('PER-7: somebody in office is first led through leaving', async () => {
    const { administration } = anAdministration({
      erasePreview: async () => ok({ problem: { code: 'person.in-office' }, goes: [], stays: [] }),
    })
    await showData(administration)
    const way = await screen.findByRole('link', { name: 'Làm thủ tục nghỉ việc trước' })
    expect(way).toHaveAttribute('href', '/more/admin/people/acc-1/leaving')
  })

  it('says what the server refused and keeps what was typed', async () => {
    const { administration } = anAdministration({ erase: async () => err({ code: 'person.in-office' }) })
    const { user } = await showData(administration)
    await user.type(await screen.findByLabelText('Gõ tên đăng nhập để xác nhận'), 'thuky.doanket')
    await user.click(screen.getByRole('button', { name: 'Xóa tên' }))
    expect(await screen.findByText(/vẫn còn nhiệm vụ/)).toBeInTheDocument()
    expect(screen.getByLabelText('Gõ tên đăng nhập để xác nhận')).toHaveValue('thuky.doanket')
  })
})

describe('somebody’s other ways in', () => {
  const withKeys = anOverview({ accounts: [anAccount({ passkeys: 2 })] })

  it('passkeys are counted and all taken away after the one question', async () => {
    const { administration, asked } = anAdministration({}, withKeys)
    const { user, container } = await showPerson(administration)
    await screen.findByText('2 khóa')
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Xóa mọi khóa truy cập' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getByText(/vẫn đăng nhập được bằng mật khẩu/)).toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Xóa mọi khóa truy cập' }))
    expect(asked).toEqual([{ what: 'removePasskeys', given: ['acc-1'] }])
  })

  it('the province’s sign-in is linked under its own name, changed and unlinked', async () => {
    let links = [{ account: 'acc-1', identifier: 'thuky', linkedMs: 0 }]
    const { administration, asked } = anAdministration(
      {
        providerLinks: async () => ok({ isOn: true, issuerName: 'Đăng nhập tỉnh Lạng Sơn', links }),
        linkProvider: async (account, identifier) => {
          links = identifier === null ? [] : [{ account, identifier, linkedMs: 0 }]
          return ok(null)
        },
      },
      withKeys,
    )
    const { user } = await showPerson(administration)
    await user.click(await screen.findByRole('button', { name: 'Đổi mã' }))
    const field = screen.getByLabelText('Mã của người này ở nơi đăng nhập của tỉnh')
    await user.clear(field)
    await user.click(screen.getByRole('button', { name: 'Gắn' }))
    expect(screen.getByText('Anh/chị điền mục này')).toBeInTheDocument()
    await user.type(field, ' thuky.dk ')
    await user.click(screen.getByRole('button', { name: 'Gắn' }))
    await screen.findByText(/Gắn với thuky\.dk/)
    await user.click(screen.getByRole('button', { name: 'Bỏ gắn' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Bỏ gắn' }))
    expect(await screen.findByText(/Chưa gắn/)).toBeInTheDocument()
    expect(asked.map(({ given }) => given)).toEqual([
      ['acc-1', 'thuky.dk'],
      ['acc-1', null],
    ])
  })

  it('ACC-17: acting for somebody whose own role ended is shown as ended', async () => {
    const acting = aGrant({ role: 'chairman', to: '2027-01-01' as LocalDate, deputyFor: 'acc-2' })
    const theirs = aGrant({ account: 'acc-2', role: 'chairman', to: '2026-02-01' as LocalDate })
    const accounts = [anAccount({ grants: [acting] }), anAccount({ id: 'acc-2', grants: [theirs] })]
    await showPerson(anAdministration({}, anOverview({ accounts })).administration)
    expect(await screen.findByText('hết cùng vai trò của người được thay')).toBeInTheDocument()
  })
})

describe('the machine', () => {
  it('END-111: tells of the journal, the room on the disk and the communes that fill their quota', async () => {
    const { container } = await showSystem(anAdministration().administration)
    expect(await screen.findByText('Sổ ghi theo kịp mọi thay đổi')).toBeInTheDocument()
    expect(screen.getByRole('progressbar', { name: 'Đã dùng' })).toHaveAttribute(
      'aria-valuetext',
      'còn 40 GB trong 100 GB',
    )
    expect(screen.getByRole('progressbar', { name: 'Xã Đoàn Kết' })).toBeInTheDocument()
    expect(screen.getByText('1 xã đã dùng quá 80 % hạn mức.')).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('END-111: warns where the journal lags, none is kept, or photos have to wait', async () => {
    const disk = { freeBytes: 1e8, totalBytes: 100e9, reserveBytes: 2e8 }
    const first = await showSystem(
      anAdministration({ system: async () => ok(aSystem({ journal: 'behind', disk })) }).administration,
    )
    expect(await screen.findByText('Sổ ghi đang chậm')).toBeInTheDocument()
    expect(screen.getByText('Đĩa gần hết: ảnh đang chờ ở các máy')).toBeInTheDocument()
    first.unmount()
    const communes = Array.from({ length: 7 }, (_, i) => ({ unit: `u${i}`, name: `Xã ${i}`, bytes: 1 }))
    const photos = { quotaBytes: 2e9, usedBytes: 7, communes }
    const { user } = await showSystem(
      anAdministration({ system: async () => ok(aSystem({ journal: 'none', photos })) }).administration,
    )
    expect(await screen.findByText('Chưa đặt sổ ghi')).toBeInTheDocument()
    expect(screen.queryByText('Xã 6')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Hiện cả 7 xã' }))
    expect(screen.getByText('Xã 6')).toBeInTheDocument()
  })
})
