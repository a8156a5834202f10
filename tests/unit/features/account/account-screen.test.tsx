import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AccountAccess, OwnAccess, OwnDevice, OwnPasskey } from '#data/contract/account-contract.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { AccountScreen } from '#features/account/account-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const phone: OwnPasskey = {
  id: 'p1',
  label: 'Điện thoại',
  createdMs: Date.UTC(2026, 10, 20),
  usedMs: null,
  isBackedUp: true,
}

/** The endpoint's side, as it would answer. */
function anAccess(own: Partial<OwnAccess> = {}, change: Partial<AccountAccess> = {}) {
  const asked: string[] = []
  let passkeys: readonly OwnPasskey[] = own.passkeys ?? []
  const access: AccountAccess = {
    deviceLabel: 'Android · Chrome',
    own: async () => ok({ making: 'possible', address: 'https://sotay.example.vn', ...own, passkeys }),
    async addPasskey(label, password) {
      asked.push(`add ${label} ${password}`.trim())
      passkeys = [...passkeys, { ...phone, label }]
      return ok(null)
    },
    async renamePasskey(id, label) {
      asked.push(`rename ${id} ${label}`)
      passkeys = passkeys.map((one) => (one.id === id ? { ...one, label } : one))
      return ok(null)
    },
    async removePasskey(id, password) {
      asked.push(`remove ${id} ${password}`.trim())
      passkeys = passkeys.filter((one) => one.id !== id)
      return ok(null)
    },
    async changePassword(current, next) {
      asked.push(`password ${current} > ${next}`)
      return ok(null)
    },
    devices: async () => ok({ nowMs: Date.UTC(2026, 10, 21), devices: [] }),
    async nameDevice(id, label) {
      asked.push(`name ${id} ${label}`)
      return ok(null)
    },
    async signOutDevice(id) {
      asked.push(`sign out ${id}`)
      return ok(null)
    },
    async revokeDevice(id) {
      asked.push(`revoke ${id}`)
      return ok(null)
    },
    ...change,
  }
  return { access, asked }
}

async function show(access: AccountAccess) {
  return renderScreen((props) => <AccountScreen {...props} />, {
    store: await aStore(),
    platform: { account: async () => access },
  })
}

describe('one’s own passkeys', () => {
  it('begin with what they are and the button that makes one, under the device’s own name unless said otherwise', async () => {
    const { access, asked } = anAccess()
    const { user, container } = await show(access)
    expect(await screen.findByText('Chưa có khóa truy cập')).toBeInTheDocument()
    await expectAxeClean(container)
    await user.type(screen.getByLabelText('Mật khẩu, để xác nhận'), 'của tôi')
    await user.click(screen.getByRole('button', { name: 'Tạo khóa trên máy này' }))
    expect(await screen.findByRole('list', { name: 'Khóa truy cập' })).toHaveTextContent('Android · Chrome')
    expect(asked).toEqual(['add Android · Chrome của tôi'])
    expect(screen.getByLabelText('Mật khẩu, để xác nhận')).toHaveValue('')
  })

  it('are named anew, and removed after the one question', async () => {
    const { access, asked } = anAccess({ passkeys: [phone] })
    const { user, container } = await show(access)
    await user.click(await screen.findByRole('button', { name: 'Đổi tên khóa Điện thoại' }))
    const field = within(screen.getByRole('dialog')).getByLabelText('Tên để nhận ra khóa')
    await user.clear(field)
    await user.type(field, 'Máy trực')
    await user.click(screen.getByRole('button', { name: 'Lưu tên' }))
    await expectAxeClean(container)
    await user.click(await screen.findByRole('button', { name: 'Xóa khóa Máy trực' }))
    await user.type(within(screen.getByRole('dialog')).getByLabelText('Mật khẩu, để xác nhận'), 'của tôi')
    await user.click(screen.getByRole('button', { name: 'Xóa khóa' }))
    expect(await screen.findByText('Chưa có khóa truy cập')).toBeInTheDocument()
    expect(asked).toEqual(['rename p1 Máy trực', 'remove p1 của tôi'])
  })

  it.each([
    ['elsewhere', /chỉ tạo và dùng được khi mở ứng dụng ở https:\/\/sotay/],
    ['no-address', /chưa được đặt địa chỉ riêng/],
    ['unknown-browser', /Trình duyệt này chưa dùng được/],
  ] as const)('PAS-2: say why none can be made here (%s)', async (making, sentence) => {
    await show(anAccess({ making }).access)
    expect(await screen.findByText(sentence)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Tạo khóa/ })).toBeNull()
  })

  it('say that there is no network, and ask again', async () => {
    let isOffline = true
    const { access } = anAccess({ passkeys: [phone] })
    const own: AccountAccess['own'] = async () => (isOffline ? err({ code: 'network.offline' }) : access.own())
    const { user } = await show({ ...access, own })
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa xem được khóa truy cập')
    isOffline = false
    await user.click(screen.getByRole('button', { name: 'Thử lại' }))
    expect(await screen.findByRole('list', { name: 'Khóa truy cập' })).toHaveTextContent('Lưu ở nhiều máy')
  })

  it('say why the browser made none and keep the name', async () => {
    const { access } = anAccess({}, { addPasskey: async () => err({ code: 'passkey.cancelled' }) })
    const { user } = await show(access)
    await user.type(await screen.findByLabelText(/Tên để nhận ra khóa/), 'Của tôi')
    await user.click(screen.getByRole('button', { name: 'Tạo khóa trên máy này' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa thực hiện được')
    expect(screen.getByLabelText(/Tên để nhận ra khóa/)).toHaveValue('Của tôi')
  })
})

describe('one’s own password', () => {
  it('SIG-2: is changed with the one before, and what was typed stays after a refusal', async () => {
    let problem: 'auth.wrong-credentials' | null = 'auth.wrong-credentials'
    const { access, asked } = anAccess()
    const changePassword: AccountAccess['changePassword'] = async (current, next) =>
      problem ? err({ code: problem }) : access.changePassword(current, next)
    const { user, container } = await show({ ...access, changePassword })
    await user.click(await screen.findByRole('button', { name: 'Đổi mật khẩu' }))
    await user.type(screen.getByLabelText('Mật khẩu đang dùng'), 'cũ')
    await user.type(screen.getByLabelText('Mật khẩu mới'), 'con mèo ngồi trên mái')
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Lưu mật khẩu mới' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa thực hiện được')
    expect(screen.getByLabelText('Mật khẩu mới')).toHaveValue('con mèo ngồi trên mái')
    problem = null
    await user.click(screen.getByRole('button', { name: 'Lưu mật khẩu mới' }))
    expect(await screen.findByRole('button', { name: 'Đổi mật khẩu' })).toBeInTheDocument()
    expect(asked).toEqual(['password cũ > con mèo ngồi trên mái'])
  })
})

describe('one’s own devices', () => {
  const nowMs = Date.UTC(2026, 10, 21)
  const device = (id: string, more: Partial<OwnDevice> = {}): OwnDevice => ({
    id,
    label: `Máy ${id}`,
    createdMs: nowMs - 86_400_000,
    lastSeenMs: nowMs - 3_600_000,
    isRevoked: false,
    isThis: false,
    ...more,
  })
  const devices = [device('r2', { isRevoked: true }), device('r3'), device('r1', { isThis: true })]

  it('END-112: this one first, the others with a way to end them, and nothing that ends this one', async () => {
    const { access, asked } = anAccess({}, { devices: async () => ok({ nowMs, devices }) })
    const { user, container } = await show(access)
    const rows = within(await screen.findByRole('list', { name: 'Thiết bị của tôi' })).getAllByRole('listitem')
    expect(rows.map((row) => /Máy r\d/.exec(row.textContent ?? '')?.[0])).toEqual(['Máy r1', 'Máy r3', 'Máy r2'])
    expect(within(rows[0] as HTMLElement).queryByRole('button', { name: 'Đăng xuất' })).toBeNull()
    expect(within(rows[2] as HTMLElement).queryByRole('button')).toBeNull()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Đăng xuất' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đăng xuất' }))
    await user.click(await screen.findByRole('button', { name: 'Báo mất' }))
    expect(screen.getByText(/Không hoàn tác được/)).toBeInTheDocument()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Báo mất' }))
    expect(asked).toEqual(['sign out r3', 'revoke r3'])
  })

  it('END-112: without a network it is said, and asked again on request', async () => {
    const answers = [err({ code: 'network.offline' } as const), ok({ nowMs, devices })]
    const { access } = anAccess({}, { devices: async () => answers.shift() ?? ok({ nowMs, devices }) })
    const { user } = await show(access)
    await screen.findByText('Chưa xem được danh sách thiết bị')
    await user.click(screen.getByRole('button', { name: 'Thử lại' }))
    expect(await screen.findByText('Máy r1')).toBeInTheDocument()
  })
})
