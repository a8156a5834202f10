import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AdminDecision, Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { AdministrationScreen } from '#features/administration/administration-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, NOW } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const HOUR = 3_600_000

const anOverview = (more: Partial<AdminOverview> = {}): AdminOverview => ({
  nowMs: NOW,
  accounts: [
    {
      id: 'acc-1',
      username: 'thuky.doanket',
      displayName: 'Thư ký ISO xã Đoàn Kết',
      isIllustrative: true,
      canSignIn: true,
      grants: [
        {
          account: 'acc-1',
          scope: 'u0',
          role: 'internal-auditor',
          from: '2026-01-01' as LocalDate,
          to: '2026-06-30' as LocalDate,
          place: 'Xã Đoàn Kết',
        },
        {
          account: 'acc-1',
          scope: 'u0',
          role: 'iso-secretary',
          from: '2026-01-01' as LocalDate,
          to: null,
          place: 'Xã Đoàn Kết',
        },
      ],
      lastSeenMs: NOW - HOUR,
    },
    {
      id: 'acc-2',
      username: 'khach',
      displayName: 'Tài khoản mới',
      isIllustrative: false,
      canSignIn: false,
      grants: [],
      lastSeenMs: null,
    },
  ],
  devices: [
    {
      id: 'r7',
      account: 'acc-1',
      label: 'Android · Chrome',
      createdMs: 0,
      lastSeenMs: NOW - HOUR,
      lastN: 12,
      safeN: 9,
      isRevoked: true,
    },
  ],
  quarantine: [
    {
      device: 'r7',
      n: 4,
      account: 'acc-1',
      code: 'access.forbidden',
      kind: 'finding',
      entity: 'f1',
      feed: 'u0/pub',
      receivedMs: NOW,
    },
    {
      device: 'r7',
      n: 5,
      account: 'acc-9',
      code: 'future.code',
      kind: 'risk',
      entity: 'f2',
      feed: 'u0/pub',
      receivedMs: NOW,
    },
  ],
  facts: {
    engine: 'SQLite 3.51.3',
    ops: 1200,
    feeds: 150,
    entities: 900,
    openConflicts: 1,
    quarantined: 2,
    blobs: 6,
    lastBackup: { ops: 1190, atMs: NOW - HOUR },
  },
  ...more,
})

const show = async (overview: NonNullable<Parameters<typeof answering>[0]>, language: 'vi' | 'en' = 'vi') =>
  renderScreen((props) => <AdministrationScreen {...props} />, {
    store: await aStore(),
    language,
    platform: answering(overview),
  })

const answering = (
  overview: () => Promise<ReturnType<typeof ok<AdminOverview>> | ReturnType<typeof err<{ code: 'network.offline' }>>>,
  decide: Administration['decide'] = async () => ok(null),
) => ({
  administration: { overview, decide },
})

describe('the administration', () => {
  it('shows what waits for a decision, with who, what and why', async () => {
    const { container } = await show(async () => ok(anOverview()))
    const held = within(await screen.findByRole('list', { name: 'Chờ quyết định' }))
    expect(held.getByText('Phát hiện · Thư ký ISO xã Đoàn Kết')).toBeInTheDocument()
    expect(held.getByText(/Vai trò của anh\/chị chưa được giao việc này/)).toBeInTheDocument()
    expect(held.getByText('Loại chưa rõ (risk) · acc-9')).toBeInTheDocument()
    expect(held.getByText(/Lý do chưa có lời giải thích trong phiên bản này \(future\.code\)/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('tells whether the data is in a verified backup', async () => {
    await show(async () => ok(anOverview()))
    expect(await screen.findByText('10 thay đổi mới hơn bản sao lưu, sẽ có ở lần sau.')).toBeInTheDocument()
    expect(screen.getByText('1.200')).toBeInTheDocument()
  })

  it('warns where no backup was ever opened again', async () => {
    const { facts } = anOverview()
    await show(
      async () => ok(anOverview({ facts: { ...facts, lastBackup: null, quarantined: 0 }, quarantine: [] })),
      'en',
    )
    expect(await screen.findByText('No backup was opened again yet')).toBeInTheDocument()
    expect(screen.getByText('No change is kept aside')).toBeInTheDocument()
  })

  it('lists accounts with role, place, period and last seen, the grant in force first, and finds them without tone marks', async () => {
    const { user } = await show(async () => ok(anOverview()))
    const line = (await screen.findByRole('rowheader', { name: /^Thư ký ISO xã Đoàn Kết/ })).closest('tr')!
    expect(line).toHaveTextContent(
      /Thư ký ISO · Xã Đoàn Kết · từ 01\/01\/2026.*01\/01\/2026 – 30\/06\/2026 không còn hiệu lực hôm nay.*1 giờ trước/,
    )
    await user.type(screen.getByLabelText('Tìm tài khoản'), 'tai khoan moi')
    expect(await screen.findByText('1 tài khoản')).toBeInTheDocument()
    expect(screen.getByText('chưa có mật khẩu')).toBeInTheDocument()
    expect(screen.queryByText('thuky.doanket')).toBeNull()
  })

  it('shows no endless list: the first accounts, those who can come in before the others', async () => {
    const { accounts } = anOverview()
    const many = Array.from({ length: 30 }, (_, i) => ({
      ...accounts[1]!,
      id: `many-${i}`,
      displayName: `Tài khoản ${i}`,
    }))
    await show(async () => ok(anOverview({ accounts: [...many, accounts[0]!] })))
    expect(await screen.findByText('Hiện 10 tài khoản đầu trong 31. Gõ tên hoặc nơi để tìm.')).toBeInTheDocument()
    const list = screen.getByRole('table', { name: 'Danh sách tài khoản' })
    expect(within(list).getAllByRole('rowheader')).toHaveLength(10)
    expect(within(list).getAllByRole('rowheader')[0]).toHaveTextContent('Thư ký ISO xã Đoàn Kết')
  })

  it('lists devices with how much of their work is stored and backed up', async () => {
    await show(async () => ok(anOverview()))
    const line = (await screen.findByText(/Android · Chrome/)).closest('tr')!
    expect(
      within(line)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['Thư ký ISO xã Đoàn Kết', '1 giờ trước', '12', '9'])
    expect(line).toHaveTextContent('đã thu hồi')
  })

  it('says without a network that it needs one, keeps what it showed, and asks again on request', async () => {
    const answers = [ok(anOverview()), err({ code: 'network.offline' } as const), ok(anOverview())]
    const { user, container } = await show(async () => answers.shift() ?? ok(anOverview()))
    await screen.findByText(/Android · Chrome/)
    await user.click(screen.getByRole('button', { name: 'Hỏi lại máy chủ' }))
    expect(await screen.findByText('Trang này cần có mạng')).toBeInTheDocument()
    expect(screen.getByText(/Android · Chrome/)).toBeInTheDocument()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Hỏi lại máy chủ' }))
    await screen.findByText(/Android · Chrome/)
    expect(screen.queryByText('Trang này cần có mạng')).toBeNull()
  })

  it('says where the app gave it no way to ask', async () => {
    await renderScreen((props) => <AdministrationScreen {...props} />, { store: await aStore() })
    expect(await screen.findByText(/Vai trò của anh\/chị chưa được giao việc này/)).toBeInTheDocument()
  })

  it('enters a refused change on a decision, and asks the server again', async () => {
    const decided: AdminDecision[] = []
    let asked = 0
    const platform = answering(
      async () => {
        asked++
        return ok(anOverview(asked > 1 ? { quarantine: [] } : {}))
      },
      async (decision) => {
        decided.push(decision)
        return ok(null)
      },
    )
    const { user, container } = await renderScreen((props) => <AdministrationScreen {...props} />, {
      store: await aStore(),
      platform,
    })
    await user.click((await screen.findAllByRole('button', { name: 'Quyết định' }))[0]!)
    await expectAxeClean(container)
    await user.type(screen.getByLabelText('Lý do'), 'đã hỏi lại')
    await user.click(screen.getByRole('button', { name: 'Đưa vào hồ sơ' }))
    expect(await screen.findByText('Không có thay đổi nào bị giữ lại')).toBeInTheDocument()
    expect(decided).toEqual([{ device: 'r7', n: 4, verdict: 'accepted', reason: 'đã hỏi lại' }])
  })

  it('puts nothing away without a reason, offers no entering where it cannot be, and keeps what was typed on a refusal', async () => {
    const [first] = anOverview().quarantine
    const decided: AdminDecision[] = []
    const platform = answering(
      async () => ok(anOverview({ quarantine: [{ ...first!, canAccept: false }] })),
      async (decision) => {
        decided.push(decision)
        return err({ code: 'network.offline' })
      },
    )
    const { user } = await renderScreen((props) => <AdministrationScreen {...props} />, {
      store: await aStore(),
      platform,
    })
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
