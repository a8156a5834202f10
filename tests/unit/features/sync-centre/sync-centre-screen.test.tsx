import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { SyncCentreScreen } from '#features/sync-centre/sync-centre-screen.tsx'
import { renderScreen, type RenderScreenOptions } from '#support/render-screen.tsx'
import { answer } from '#support/store/receive.ts'
import { aPhoto, aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const show = (store: OpenedPersonStore, options: Partial<RenderScreenOptions> = {}) =>
  renderScreen((props) => <SyncCentreScreen {...props} />, { store, ...options })

async function answeredStore(): Promise<OpenedPersonStore> {
  const store = await aStore()
  const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
  valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
  valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 3 }))
  return store
}

describe('the sync centre', () => {
  it('says what waits, by kind, and that it is safe here', async () => {
    const store = await answeredStore()
    valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of: 'x', caption: '', photo: aPhoto('a') }))
    const { container } = await show(store)
    expect(
      await screen.findByText('Tất cả đã được lưu an toàn trên máy này. Ứng dụng tự gửi khi có mạng.'),
    ).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: /^\d+ thay đổi và 2 tệp chờ gửi$/ })).toBeInTheDocument()
    expect(screen.getByText(/1 câu trả lời/)).toHaveTextContent('1 lần tự đánh giá')
    expect(await screen.findByText('1 tệp')).toBeInTheDocument()
    expect(screen.getByText(/^\d+.byte, chưa đo được thời gian · gửi sau chữ$/)).toBeInTheDocument()
    expect(
      await screen.findByText(/^\d+.byte, chưa đo được thời gian · .* chữ được gửi trước tệp$/),
    ).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('teaches what will be here while nothing was written', async () => {
    const { container } = await show(await aStore(), { language: 'en' })
    expect(await screen.findByRole('heading', { name: 'Nothing to send yet' })).toBeInTheDocument()
    expect(screen.getByText('This device has written no change yet.')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Export what was not sent' })).toHaveAttribute('href', '/rescue.html')
    await expectAxeClean(container)
  })

  it('sends on request, is busy meanwhile, and tells the outcome out of the status', async () => {
    const store = await answeredStore()
    let finish = () => {}
    const syncNow = async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      const { lastN } = valueOf(await store.sync.position())
      await answer(store, { push: { ack: lastN, safe: 0, expect: null, rejected: [] } })
      valueOf(await store.sync.setStatus({ lastContactAt: NOW, lastSentAt: NOW }))
    }
    const { user } = await show(store, { props: { sync: { syncNow } } })
    await user.click(await screen.findByRole('button', { name: 'Gửi ngay' }))
    expect(screen.getByRole('button', { name: 'Đang gửi…' })).toHaveAttribute('aria-busy', 'true')
    finish()
    expect(await screen.findByText(/^Đã gửi xong lúc/)).toBeInTheDocument()
    expect(await screen.findByRole('heading', { name: /^Đã gửi hết lúc/ })).toBeInTheDocument()
  })

  it('SYN-7: names an expired session as what it is and leads to signing in', async () => {
    const store = await answeredStore()
    valueOf(await store.sync.setStatus({ phase: 'problem', problem: { code: 'auth.session-expired' } }))
    await show(store)
    expect(await screen.findByRole('link', { name: 'Đăng nhập lại' })).toHaveAttribute('href', '/sign-in')
    expect(screen.getByText(/Việc của anh\/chị vẫn an toàn trên máy; hãy đăng nhập lại/)).toBeInTheDocument()
  })

  it('DAT-5: lists what the endpoint refused with its reason, and that nothing is lost', async () => {
    const store = await answeredStore()
    const { lastN } = valueOf(await store.sync.position())
    await answer(store, {
      push: { ack: lastN, safe: 0, expect: null, rejected: [{ n: lastN, code: 'access.forbidden' }] },
    })
    const { container } = await show(store)
    expect(await screen.findByText(/Không có gì bị mất: trên máy vẫn còn/)).toBeInTheDocument()
    expect(screen.getByText(/· xã số 1$/)).toBeInTheDocument()
    expect(screen.getByText(/Vai trò của anh\/chị chưa được giao việc này/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('DAT-21: says of each refused change whether it waits or was put away and why; accepted ones leave', async () => {
    const store = await answeredStore()
    const { lastN } = valueOf(await store.sync.position())
    const push = { ack: lastN, safe: 0, expect: null }
    const refused = [1, 2, 3].map((n) => ({ n, code: 'access.forbidden' as const }))
    await answer(store, { push: { ...push, rejected: refused } })
    const { container } = await show(store)
    expect(await screen.findAllByText('Chờ quyết định')).toHaveLength(3)
    const decision = { n: 1, verdict: 'dismissed', reason: 'Xã đã sáp nhập', atMs: NOW } as const
    const accepted = { n: 2, verdict: 'accepted', reason: '', atMs: NOW } as const
    await answer(store, { push: { ...push, rejected: [], decided: [decision, accepted] } })
    expect(await screen.findByText(/Lý do: Xã đã sáp nhập/)).toBeInTheDocument()
    expect(screen.getAllByText('Chờ quyết định')).toHaveLength(1)
    expect(screen.getAllByText('Không đưa vào sổ')).toHaveLength(1)
    await answer(store, { push: { ...push, rejected: [], decided: [{ ...accepted, n: 3 }] } })
    expect(await screen.findByText(/đã có người quyết định không đưa vào sổ, kèm lý do/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('SYN-5: warns about a wrong clock in words', async () => {
    const store = await aStore()
    valueOf(await store.sync.setStatus({ clockOffset: 2 * 3_600_000 }))
    await show(store)
    await waitFor(() => expect(screen.getByText(/^Máy này chậm khoảng 2 giờ so với máy chủ/)).toBeInTheDocument())
  })
})
