import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { wordsAtHand } from '#app/text/locale-files.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SignIn } from '#features/sign-in/sign-in-form.tsx'
import { type KnownPerson, SignInPanel } from '#features/sign-in/sign-in-panel.tsx'
import { TextProvider } from '#ui/text/text-context.tsx'

type Shown = {
  readonly signIn?: SignIn
  readonly people?: readonly KnownPerson[]
  readonly again?: { readonly username: string }
}

const accept: SignIn = async () => ok(null)

async function show({ signIn = accept, people = [], again }: Shown = {}) {
  const source = await createTextSource({ language: 'vi', atHand: wordsAtHand })
  const open = vi.fn<(storeId: string) => void>()
  await act(async () =>
    render(
      <TextProvider source={source}>
        <Suspense fallback={null}>
          <SignInPanel people={people} signIn={signIn} open={open} {...(again && { again })} />
        </Suspense>
      </TextProvider>,
    ),
  )
  await screen.findByLabelText('Tên đăng nhập')
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
