import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AdminDecision, Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { AdministrationScreen } from '#features/administration/administration-screen.tsx'
import { RefusedScreen } from '#features/administration/refused-screen.tsx'
import { SystemScreen } from '#features/administration/system-screen.tsx'
import { anAdministration, anOverview } from '#support/administration.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, NOW } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const show = async (administration: Administration, language: 'vi' | 'en' = 'vi') =>
  renderScreen((props) => <AdministrationScreen {...props} />, {
    store: await aStore(),
    language,
    platform: { administration: async () => administration },
  })

const showRefused = async (administration: Administration) =>
  renderScreen((props) => <RefusedScreen {...props} />, {
    store: await aStore(),
    platform: { administration: async () => administration },
  })

describe('the administration', () => {
  it('says first what waits for a person, and leads to every part', async () => {
    const { container } = await show(anAdministration().administration)
    const ways = within(await screen.findByRole('list', { name: 'Các việc quản trị' }))
    expect(ways.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/more/admin/refused',
      '/more/admin/people',
      '/more/admin/devices',
      '/more/admin/units',
      '/more/admin/system',
    ])
    expect(ways.getByText('2 chờ quyết định')).toBeInTheDocument()
    expect(ways.getByText('1 chưa có cách đăng nhập')).toBeInTheDocument()
    expect(ways.getByText('1 lâu không kết nối')).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('tells whether the data is in a verified backup, and how old that is', async () => {
    await show(anAdministration().administration)
    expect(await screen.findByText(/10 thay đổi mới hơn bản sao lưu/)).toBeInTheDocument()
    expect(screen.getByText(/1 giờ trước/)).toBeInTheDocument()
  })

  it('warns where a backup is too old, and where none was ever opened again', async () => {
    const { facts } = anOverview()
    const old = anOverview({ facts: { ...facts, lastBackup: { ops: 1, atMs: NOW - 5 * 3_600_000 } } })
    const first = await show(anAdministration({}, old).administration)
    expect(await screen.findByText(/cũ hơn hai giờ/)).toBeInTheDocument()
    first.unmount()
    await show(anAdministration({}, anOverview({ facts: { ...facts, lastBackup: null } })).administration, 'en')
    expect(await screen.findByText('No backup was opened again yet')).toBeInTheDocument()
  })

  it('says without a network that it needs one, keeps what was seen with its moment, and asks again on request', async () => {
    const answers = [ok(anOverview()), err({ code: 'network.offline' } as const), ok(anOverview())]
    let last: AdminOverview | null = null
    const { administration } = anAdministration({
      last: () => last,
      overview: async () => {
        const answer = answers.shift() ?? ok(anOverview())
        if (answer.ok) last = answer.value
        return answer
      },
    })
    const { user, container } = await show(administration)
    await screen.findByText('Người dùng')
    await user.click(screen.getByRole('button', { name: 'Hỏi lại máy chủ' }))
    expect(await screen.findByText('Trang này cần có mạng')).toBeInTheDocument()
    expect(screen.getByText(/Dưới đây là điều máy chủ cho biết lúc .*nay có thể đã khác/)).toBeInTheDocument()
    expect(screen.getByText('Người dùng')).toBeInTheDocument()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Hỏi lại máy chủ' }))
    await screen.findByText(/^Theo máy chủ lúc/)
    await waitFor(() => expect(screen.queryByText('Trang này cần có mạng')).toBeNull())
  })

  it('pretends nothing where nothing was seen before', async () => {
    await show(anAdministration({ overview: async () => err({ code: 'network.offline' }) }).administration)
    expect(await screen.findByText('Trang này cần có mạng')).toBeInTheDocument()
    expect(screen.queryByRole('list', { name: 'Các việc quản trị' })).toBeNull()
  })

  it('says where the app gave it no way to ask', async () => {
    await renderScreen((props) => <AdministrationScreen {...props} />, { store: await aStore() })
    expect(await screen.findByText(/Vai trò của anh\/chị chưa được giao việc này/)).toBeInTheDocument()
  })

  it('shows the store, the plans and the instruments to look at', async () => {
    const { administration } = anAdministration()
    const { container } = await renderScreen((props) => <SystemScreen {...props} />, {
      store: await aStore(),
      platform: { administration: async () => administration },
    })
    expect(await screen.findByText('SQLite 3.51.3')).toBeInTheDocument()
    expect(screen.getByText('1.200')).toBeInTheDocument()
    expect(screen.getByText('Phiếu tự đánh giá của UBND xã')).toBeInTheDocument()
    await expectAxeClean(container)
  })
})

describe('changes kept aside', () => {
  it('are listed with who, what and why', async () => {
    const { container } = await showRefused(anAdministration().administration)
    const held = within(await screen.findByRole('list', { name: 'Thay đổi bị giữ lại' }))
    expect(held.getByText(/^Phát hiện · /)).toBeInTheDocument()
    expect(held.getByText(/Vai trò của anh\/chị chưa được giao việc này/)).toBeInTheDocument()
    expect(held.getByText('Loại chưa rõ (risk) · acc-9')).toBeInTheDocument()
    expect(held.getByText(/Lý do chưa có lời giải thích trong phiên bản này \(future\.code\)/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('ask nothing but the one list, so that a department that only decides has them too', async () => {
    const { administration } = anAdministration({ overview: async () => err({ code: 'access.forbidden' }) })
    await showRefused(administration)
    expect(await screen.findByRole('list', { name: 'Thay đổi bị giữ lại' })).toBeInTheDocument()
  })

  it('enter on a decision, and the list is asked for again', async () => {
    const decided: AdminDecision[] = []
    const { administration } = anAdministration({
      waiting: async () => ok({ nowMs: NOW, quarantine: decided.length > 0 ? [] : anOverview().quarantine }),
      decide: async (decision) => {
        decided.push(decision)
        return ok(null)
      },
    })
    const { user, container } = await showRefused(administration)
    await user.click((await screen.findAllByRole('button', { name: 'Quyết định' }))[0]!)
    await expectAxeClean(container)
    await user.type(screen.getByLabelText('Lý do'), 'đã hỏi lại')
    await user.click(screen.getByRole('button', { name: 'Đưa vào hồ sơ' }))
    expect(await screen.findByText('Không có thay đổi nào bị giữ lại')).toBeInTheDocument()
    expect(decided).toEqual([{ device: 'r7', n: 4, verdict: 'accepted', reason: 'đã hỏi lại' }])
  })

  it('are put away only with a reason, are not entered where that cannot be, and keep what was typed on a refusal', async () => {
    const [first] = anOverview().quarantine
    const decided: AdminDecision[] = []
    const { administration } = anAdministration({
      waiting: async () => ok({ nowMs: NOW, quarantine: [{ ...first!, canAccept: false }] }),
      decide: async (decision) => {
        decided.push(decision)
        return err({ code: 'network.offline' })
      },
    })
    const { user } = await showRefused(administration)
    await user.click(await screen.findByRole('button', { name: 'Quyết định' }))
    expect(screen.queryByRole('button', { name: 'Đưa vào hồ sơ' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Xếp lại' }))
    expect(await screen.findByText(/Xếp lại một thay đổi cần có lý do/)).toBeInTheDocument()
    expect(decided).toEqual([])
    await user.type(screen.getByLabelText('Lý do'), 'sai đơn vị')
    await user.click(screen.getByRole('button', { name: 'Xếp lại' }))
    expect(await screen.findByText(/Hiện không có mạng|không có mạng/)).toBeInTheDocument()
    expect(screen.getByLabelText('Lý do')).toHaveValue('sai đơn vị')
  })
})
