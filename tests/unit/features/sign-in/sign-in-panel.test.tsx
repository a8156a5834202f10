import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { wordsAtHand } from '#app/text/locale-files.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SignInAccess, SignInWays } from '#features/sign-in/sign-in-access.ts'
import type { SignIn } from '#features/sign-in/sign-in-form.tsx'
import { type KnownPerson, type SignInArrival, SignInPanel } from '#features/sign-in/sign-in-panel.tsx'
import { TextProvider } from '#ui/text/text-context.tsx'

type Shown = {
  readonly signIn?: SignIn
  readonly people?: readonly KnownPerson[]
  readonly again?: { readonly username: string }
  readonly access?: Partial<SignInAccess>
  readonly arrival?: SignInArrival
}

const HERE = 'https://sotay.example.vn'
const noWays: SignInWays = { isDemonstration: false, demoAccounts: [], passkeys: null, provider: null, here: HERE }

const accept: SignIn = async () => ok(null)

const accessOf = (signIn: SignIn, change: Partial<SignInAccess> = {}): SignInAccess => ({
  knowsPasskeys: true,
  signIn,
  ways: async () => noWays,
  byPasskey: accept as SignInAccess['byPasskey'],
  invitation: async () => err({ code: 'invitation.unknown' }),
  redeem: async () => ok(null),
  toProvider: async () => ok(null),
  finishProvider: async () => ok(null),
  ...change,
})

async function show({ signIn = accept, people = [], again, access, arrival }: Shown = {}) {
  const source = await createTextSource({ language: 'vi', atHand: wordsAtHand })
  await Promise.all(['sign-in', 'password', 'problems-online'].map((name) => source.load(name)))
  const open = vi.fn<(storeId: string) => void>()
  await act(async () =>
    render(
      <TextProvider source={source}>
        <Suspense fallback={null}>
          <SignInPanel
            people={people}
            access={accessOf(signIn, access)}
            open={open}
            {...(arrival && { arrival })}
            {...(again && { again })}
          />
        </Suspense>
      </TextProvider>,
    ),
  )
  return { open, user: userEvent.setup() }
}

type User = ReturnType<typeof userEvent.setup>

async function send(user: User, username: string, password: string) {
  if (username) await user.type(screen.getByLabelText('Tên đăng nhập'), username)
  if (password) await user.type(screen.getByLabelText('Mật khẩu'), password)
  await user.click(screen.getByRole('button', { name: 'Đăng nhập' }))
}

describe('signing in', () => {
  it('hands over the username without stray spaces and the password exactly as typed', async () => {
    const signIn = vi.fn<SignIn>(accept)
    const { user } = await show({ signIn })
    await send(user, ' thuky.khanhlong ', ' mật khẩu ')
    await waitFor(() => expect(signIn).toHaveBeenCalledWith('thuky.khanhlong', ' mật khẩu '))
  })

  it('asks for what is missing beside the field and sends nothing', async () => {
    const signIn = vi.fn<SignIn>(accept)
    const { user } = await show({ signIn })
    await send(user, '', '')
    expect(await screen.findByText('Anh/chị chưa nhập tên đăng nhập.')).toBeInTheDocument()
    expect(screen.getByText('Anh/chị chưa nhập mật khẩu.')).toBeInTheDocument()
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveAccessibleDescription(/chưa nhập tên/)
    expect(signIn).not.toHaveBeenCalled()
  })

  it.each<[Problem['code'], RegExp]>([
    ['network.offline', /Lần đăng nhập đầu tiên trên máy này cần có mạng một lần/],
    ['network.captive-portal', /đăng nhập Wi-Fi trong trình duyệt/],
    ['network.timeout', /chưa kiểm tra được mật khẩu/],
    ['auth.wrong-credentials', /Tên đăng nhập hoặc mật khẩu chưa đúng/],
    ['auth.locked', /tạm khóa vì nhập sai nhiều lần/],
    ['server.busy', /máy chủ đang bận/],
    ['storage.full', /Bộ nhớ máy đã đầy/],
  ])('says what happened on %s and keeps what was typed', async (code, sentence) => {
    const { user } = await show({ signIn: async () => err({ code }) })
    await send(user, 'thuky', 'sai')
    expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('thuky')
    expect(screen.getByLabelText('Mật khẩu')).toHaveValue('sai')
  })

  it('sends once, however often the button is pressed while the endpoint thinks', async () => {
    let answer: (result: Result<null, Problem>) => void = () => {}
    const signIn = vi.fn<SignIn>(() => new Promise((resolve) => (answer = resolve)))
    const { user } = await show({ signIn })
    await send(user, 'thuky', 'đúng')
    await user.click(screen.getByRole('button', { name: 'Đăng nhập' }))
    expect(signIn).toHaveBeenCalledTimes(1)
    await act(async () => answer(ok(null)))
  })

  it('shows the password on a press, for those who type on glass', async () => {
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: 'Hiện mật khẩu' }))
    expect(screen.getByLabelText('Mật khẩu')).toHaveAttribute('type', 'text')
  })
})

describe('people who were here before', () => {
  const people: readonly KnownPerson[] = [
    { storeId: 'a', displayName: 'Thư ký ISO xã Khánh Long', place: 'xã Khánh Long' },
    { storeId: 'b', displayName: 'Chủ tịch UBND xã Khánh Long', place: 'xã Khánh Long' },
  ]

  it('open their own store with one press', async () => {
    const { open, user } = await show({ people })
    await user.click(screen.getByRole('button', { name: /Chủ tịch UBND/ }))
    expect(open).toHaveBeenCalledWith('b')
  })

  it('are not offered where only the session of the one at work has run out; their name is filled in', async () => {
    await show({ people, again: { username: 'thuky' } })
    expect(screen.queryByText('Thư ký ISO xã Khánh Long')).toBeNull()
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('thuky')
  })
})

describe('the other ways in', () => {
  const ways: SignInWays = {
    ...noWays,
    passkeys: { address: HERE },
    provider: { name: 'tài khoản tỉnh', address: HERE },
  }

  it('SIG-3: are offered where the endpoint has them at this address', async () => {
    const byPasskey = vi.fn<SignInAccess['byPasskey']>(async () => ok(null))
    const toProvider = vi.fn<SignInAccess['toProvider']>(async () => ok(null))
    const { user } = await show({ access: { ways: async () => ways, byPasskey, toProvider } })
    await user.click(await screen.findByRole('button', { name: 'Dùng khóa truy cập' }))
    const provider = screen.getByRole('button', { name: 'Vào bằng tài khoản tỉnh' })
    // A busy way in swallows clicks: the first one has to be through.
    await waitFor(() => expect(provider).not.toHaveAttribute('aria-busy'))
    await user.click(provider)
    expect([byPasskey.mock.calls.length, toProvider.mock.calls.length]).toEqual([1, 1])
  })

  it.each<[string, Partial<SignInAccess>]>([
    ['without a network', { ways: async () => null }],
    ['where the installation has none', {}],
    ['at another address', { ways: async () => ({ ...ways, here: 'http://10.0.0.7' }) }],
  ])('SIG-3: are not offered %s; a one-time code always is', async (_where, access) => {
    await show({ access })
    expect(screen.queryByRole('button', { name: /khóa truy cập|tài khoản tỉnh/ })).toBeNull()
    expect(screen.getByRole('button', { name: 'Lần đầu, quên mật khẩu' })).toBeInTheDocument()
  })

  it('offer no passkey in a browser that knows none, and say why one was refused', async () => {
    await show({ access: { ways: async () => ways, knowsPasskeys: false } })
    expect(screen.queryByRole('button', { name: /khóa truy cập/ })).toBeNull()
    const { user } = await show({
      access: { ways: async () => ways, byPasskey: async () => err({ code: 'passkey.cancelled' }) },
    })
    await user.click(await screen.findByRole('button', { name: 'Dùng khóa truy cập' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/hoặc dùng mật khẩu/)
  })

  it('finish what came back from the provider, and leave the password where that fails', async () => {
    const finishProvider = vi.fn<SignInAccess['finishProvider']>(async () => err({ code: 'provider.not-linked' }))
    await show({ arrival: { code: undefined, search: '?state=x&code=y' }, access: { finishProvider } })
    expect(await screen.findByRole('alert')).toHaveTextContent(/báo người quản trị/)
    expect(finishProvider.mock.calls).toEqual([['?state=x&code=y']])
    expect(screen.getByLabelText('Mật khẩu')).toBeInTheDocument()
  })
})

describe('the demonstration', () => {
  it('OID-7: is told only where the endpoint says it is one, with the names of its accounts', async () => {
    await show()
    expect(screen.queryByText(/dữ liệu minh họa/)).toBeNull()
    const demoAccounts = [{ username: 'quantri', displayName: 'Quản trị hệ thống' }]
    await show({ access: { ways: async () => ({ ...noWays, isDemonstration: true, demoAccounts }) } })
    expect(await screen.findByText(/dữ liệu minh họa/)).toBeInTheDocument()
    expect(screen.getByText('quantri')).toBeInTheDocument()
  })
})

describe('the first sign-in by a one-time code', () => {
  const code = 'K7QM-3F9T-0XWD-HE2R'
  const opened = { code, username: 'thuky.moi', displayName: 'Thư ký ISO xã Đoàn Kết', isFirst: true }

  it('SIG-1, SIG-2: opens at once where the address brought a code, tells the policy before typing, and takes a password', async () => {
    const redeem = vi.fn<SignInAccess['redeem']>(async () => ok(null))
    const invitation = vi.fn<SignInAccess['invitation']>(async () => ok(opened))
    const { user } = await show({ arrival: { code, search: undefined }, access: { invitation, redeem } })
    const field = await screen.findByLabelText('Mật khẩu mới')
    expect(invitation.mock.calls).toEqual([[code]])
    expect(field).toHaveAccessibleDescription(/Từ 10 đến 128 ký tự/)
    expect(field).toHaveAttribute('autocomplete', 'new-password')
    expect(screen.getByLabelText('Tên đăng nhập')).toHaveValue('thuky.moi')
    await user.click(field)
    await user.paste('con mèo ngồi trên mái nhà')
    expect(screen.getByRole('status')).toHaveTextContent('Khó đoán')
    await user.click(screen.getByRole('button', { name: 'Lưu mật khẩu và vào' }))
    await waitFor(() => expect(redeem).toHaveBeenCalledWith(opened, 'con mèo ngồi trên mái nhà'))
  })

  it('SIG-2: says what is wrong with a code or a password and keeps what was typed', async () => {
    const invitation = vi.fn<SignInAccess['invitation']>(async (typed) =>
      typed === 'sai' ? err({ code: 'invitation.unknown' }) : ok(opened),
    )
    const redeem: SignInAccess['redeem'] = async () => err({ code: 'password.common' })
    const { user } = await show({ access: { invitation, redeem } })
    await user.click(screen.getByRole('button', { name: 'Lần đầu, quên mật khẩu' }))
    await user.type(screen.getByLabelText('Mã dùng một lần'), 'sai')
    await user.click(screen.getByRole('button', { name: 'Tiếp tục' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/hết hạn/)
    await user.clear(screen.getByLabelText('Mã dùng một lần'))
    await user.type(screen.getByLabelText('Mã dùng một lần'), code)
    await user.click(screen.getByRole('button', { name: 'Tiếp tục' }))
    await user.type(await screen.findByLabelText('Mật khẩu mới'), 'matkhau123')
    await user.click(screen.getByRole('button', { name: 'Lưu mật khẩu và vào' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/dễ đoán/)
    expect(screen.getByLabelText('Mật khẩu mới')).toHaveValue('matkhau123')
  })

  it('leads back to the password', async () => {
    const { user } = await show({ arrival: { code, search: undefined } })
    await user.click(await screen.findByRole('button', { name: 'Về nhập tên và mật khẩu' }))
    expect(screen.getByLabelText('Mật khẩu')).toBeInTheDocument()
  })
})
