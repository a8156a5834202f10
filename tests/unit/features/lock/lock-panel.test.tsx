// The locked screen as somebody with a PIN meets it.
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { LockPanel } from '#features/lock/lock-panel.tsx'
import { ByPassword, SendWaiting } from '#features/lock/without-pin.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'

const person = { storeId: 'one', displayName: 'Thư ký ISO', place: 'xã số 1' }
const other = { storeId: 'two', displayName: 'Chủ tịch', place: 'xã số 1' }

async function show(seconds = 0, isShut = false, hasPasskey = false) {
  const asked: string[] = []
  const note = async (what: string) => {
    asked.push(what)
  }
  const { user } = await renderScreen(
    () => (
      <LockPanel
        person={person}
        others={[other]}
        unlock={async (pin) => {
          await note(`pin ${pin}`)
          return { ok: false, error: { code: 'lock.wrong-pin', params: { left: 9 } } }
        }}
        waitSeconds={async () => seconds}
        isShut={async () => isShut}
        passkey={{
          isSet: async () => hasPasskey,
          unlock: async () => {
            await note('finger')
            return { ok: false, error: { code: 'lock.passkey-failed' } }
          },
        }}
        open={(id) => void note(`open ${id}`)}
        signInBeside={() => void note('beside')}
      >
        <SendWaiting
          count={async () => 4}
          send={async () => {
            await note('send')
            return { ok: true, value: 0 }
          }}
        />
        <ByPassword
          canRenew={async () => hasPasskey}
          renew={async (password, next) => {
            await note(`renew ${password} ${next}`)
            return { ok: true, value: null }
          }}
          tryAgain={async (password) => {
            await note(`again ${password}`)
            return { ok: false, error: { code: 'network.offline' } }
          }}
          beginAnew={async () => ({ ok: true, value: null })}
        />
      </LockPanel>
    ),
    { store: await aStore() },
  )
  return { user, asked }
}

describe('the locked screen', () => {
  it('DAT-33: asks for a PIN, says how many tries are left, and clears what was wrong', async () => {
    const { user, asked } = await show()
    await user.type(await screen.findByLabelText('Mã PIN'), '802914')
    await user.click(screen.getByRole('button', { name: 'Mở khóa' }))
    expect(await screen.findByText(/còn 9 lần thử/)).toBeInTheDocument()
    expect(screen.getByLabelText('Mã PIN')).toHaveValue('')
    expect(asked).toEqual(['pin 802914'])
  })

  it('DAT-33: lets nobody try before the wait is over', async () => {
    await show(30)
    await waitFor(() => expect(screen.getByRole('button', { name: 'Chờ 30 giây' })).toBeDisabled())
  })

  it('DAT-33: says that ten wrong PINs were tried, also after a new start', async () => {
    await show(0, true)
    expect(await screen.findByText(/10 lần/)).toBeInTheDocument()
  })

  it('DAT-37: offers the finger only where it was set up, and says when it opened nothing', async () => {
    await show()
    expect(screen.queryByRole('button', { name: 'Mở bằng vân tay / khuôn mặt' })).toBeNull()
    const { user, asked } = await show(0, false, true)
    await user.click(await screen.findByRole('button', { name: 'Mở bằng vân tay / khuôn mặt' }))
    expect(await screen.findByText(/Chưa mở được bằng vân tay/)).toBeDefined()
    expect(asked).toEqual(['finger'])
    expect(screen.getAllByLabelText('Mã PIN').length).toBeGreaterThan(0)
  })

  it('DAT-38: a forgotten PIN gets a new one for the password, typed twice alike', async () => {
    const { user, asked } = await show(0, false, true)
    await user.click(screen.getByText('Quên mã PIN hoặc đã hết lần thử'))
    await user.type(screen.getByLabelText('Mật khẩu'), 'con mèo')
    await user.type(await screen.findByLabelText('Mã PIN mới'), '471120')
    await user.type(screen.getByLabelText('Nhập lại mã PIN mới'), '47112')
    await user.click(screen.getByRole('button', { name: 'Đặt mã PIN mới, giữ nguyên dữ liệu' }))
    expect(await screen.findByText('Hai lần nhập chưa giống nhau.')).toBeDefined()
    await user.type(screen.getByLabelText('Nhập lại mã PIN mới'), '0')
    await user.click(screen.getByRole('button', { name: 'Đặt mã PIN mới, giữ nguyên dữ liệu' }))
    await waitFor(() => expect(asked).toEqual(['renew con mèo 471120']))
  })

  it('DAT-34: sends what waits, without the PIN', async () => {
    const { user, asked } = await show()
    await user.click(await screen.findByRole('button', { name: 'Gửi phần đang chờ' }))
    expect(await screen.findByText('Đã gửi hết.')).toBeInTheDocument()
    expect(asked).toEqual(['send'])
  })

  it('DAT-35: gives way to the others of this device and to whoever signs in beside', async () => {
    const { user, asked } = await show()
    await user.click(await screen.findByRole('button', { name: /Chủ tịch/ }))
    await user.click(screen.getByRole('button', { name: 'Đăng nhập người khác' }))
    expect(asked).toEqual(['open two', 'beside'])
  })

  it('says why the password did not help, and keeps it', async () => {
    const { user, asked } = await show()
    await user.click(await screen.findByText(/Quên mã PIN/))
    await user.type(screen.getByLabelText('Mật khẩu'), 'đúng')
    await user.click(screen.getByRole('button', { name: 'Cho thử lại mã PIN' }))
    expect(await screen.findByText(/không có mạng/)).toBeInTheDocument()
    expect([asked, (screen.getByLabelText('Mật khẩu') as HTMLInputElement).value]).toEqual([['again đúng'], 'đúng'])
  })
})
