import { fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SignatureSection } from '#features/signature-section.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { reportFinding } from '../communes/follower-scene.ts'

const feed = `${UNIT}/pub`

async function shown(change: { readonly sha256?: string } = {}) {
  const store = await aStore()
  await reportFinding(store, UNIT)
  const [report] = await store.audits.reports(UNIT)
  const record = { unit: UNIT, feed, of: report!.id, ofKind: 'audit-report' as const, sha256: report!.sha256 }
  const draw = (sha256 = record.sha256) =>
    renderScreen((props) => <SignatureSection screen={props} record={{ ...record, sha256 }} sides={['auditee']} />, {
      store,
    })
  await draw(change.sha256)
  await screen.findByRole('heading', { name: 'Chữ ký xác nhận' })
  return { store, record, draw }
}

function drawLine(): void {
  const pad = screen.getByRole('img', { name: 'Ô ký: Bên được đánh giá' })
  fireEvent.pointerDown(pad, { clientX: 100, clientY: 100, buttons: 1 })
  fireEvent.pointerMove(pad, { clientX: 500, clientY: 200, buttons: 1 })
  fireEvent.pointerUp(pad, { clientX: 500, clientY: 200 })
}

describe('the signatures of a record', () => {
  it('SGN-4: an empty field is refused in words, and what was typed stays', async () => {
    const { store, record } = await shown()
    expect(screen.getByText(/không phải chữ ký số theo pháp luật/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Ký trên máy này' }))
    await userEvent.type(screen.getByLabelText('Họ và tên người ký'), 'Người ký minh họa')
    await userEvent.type(screen.getByLabelText('Chức vụ'), 'Phó Chủ tịch')
    await userEvent.click(screen.getByRole('button', { name: 'Ghi chữ ký' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Chưa có nét ký')
    expect(screen.getByLabelText('Chức vụ')).toHaveValue('Phó Chủ tịch')
    expect(await store.signatures.listOf(feed, record.of)).toEqual([])
    drawLine()
    await userEvent.click(screen.getByRole('button', { name: 'Ghi chữ ký' }))
    expect(await screen.findByText('Còn hiệu lực')).toBeVisible()
    expect(screen.getByText('Các bên đã ký cùng một nội dung')).toBeVisible()
    expect(await store.signatures.listOf(feed, record.of)).toMatchObject([{ sha256: record.sha256, side: 'auditee' }])
  })

  it('SGN-2: shows a signature of another content as broken, and asks for a new one', async () => {
    const { store, record, draw } = await shown()
    const given = { side: 'auditee', name: 'A', post: 'B', on: '2026-11-21', strokes: [[0, 0, 900, 900]] } as const
    valueOf(await store.signatures.sign(record, given))
    document.body.replaceChildren()
    await draw('f'.repeat(64))
    await waitFor(() => expect(screen.getByText('Chữ ký không còn khớp')).toBeVisible())
    expect(screen.getByText(/Nội dung đã thay đổi sau khi ký/)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Ký trên máy này' })).toBeVisible()
  })

  it('SGN-6: shows what is to be signed as a code for the other device, and the way to read the answer', async () => {
    await shown()
    await userEvent.click(screen.getByRole('button', { name: 'Ký trên máy khác' }))
    expect(screen.getByText(/Hai bên so mã nội dung/)).toBeVisible()
    expect(screen.getByText(/Khung 1 trong/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Đọc mã chữ ký' }))
    expect(screen.getByText(/Hướng máy ảnh của máy này vào mã đó/)).toBeVisible()
  })
})
