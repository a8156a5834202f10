import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { expectAxeClean } from './axe-clean.ts'

const aDialog = (open: boolean, onClose: () => void, isBlocking = false) => (
  <Dialog
    open={open}
    onClose={onClose}
    title="Gửi bản tự đánh giá?"
    closeLabel="Đóng"
    isBlocking={isBlocking}
    actions={<Button kind="main">Gửi</Button>}
  >
    <p>Sau khi gửi, giám sát viên xem được.</p>
  </Dialog>
)

describe('Dialog', () => {
  it('opens named by its title, with the focus on it, and draws nothing while closed', async () => {
    const { container, rerender } = render(aDialog(false, () => undefined))
    expect(screen.queryByText('Gửi bản tự đánh giá?')).toBeNull()
    rerender(aDialog(true, () => undefined))
    expect(screen.getByRole('dialog', { name: 'Gửi bản tự đánh giá?' })).toBeVisible()
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus()
    await expectAxeClean(container)
  })

  it('tells when it is closed, by its button or by the browser', async () => {
    const close = vi.fn<() => void>()
    render(aDialog(true, close))
    await userEvent.click(screen.getByRole('button', { name: 'Đóng' }))
    fireEvent(screen.getByRole('dialog'), new Event('close'))
    expect(close).toHaveBeenCalledTimes(2)
  })

  it('that blocks has no way out of its own and refuses Esc', () => {
    render(aDialog(true, () => undefined, true))
    const dialog = screen.getByRole('dialog')
    const cancel = createEvent('cancel', dialog, { cancelable: true })
    fireEvent(dialog, cancel)
    expect(cancel.defaultPrevented).toBe(true)
    expect(screen.queryByRole('button', { name: 'Đóng' })).toBeNull()
  })

  it('closes when its owner says so', () => {
    const { rerender } = render(aDialog(true, () => undefined))
    rerender(aDialog(false, () => undefined))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('Disclosure and Tabs', () => {
  it('folds out where the question arises', async () => {
    const { container } = render(
      <Disclosure summary="Vì sao hỏi câu này?">
        <p>Bỏ sót thủ tục hay gặp.</p>
      </Disclosure>,
    )
    expect(screen.getByText('Bỏ sót thủ tục hay gặp.')).not.toBeVisible()
    await userEvent.click(screen.getByText('Vì sao hỏi câu này?'))
    expect(screen.getByText('Bỏ sót thủ tục hay gặp.')).toBeVisible()
    await expectAxeClean(container)
  })

  it('tabs are links with addresses, the present one marked', async () => {
    const { container } = render(
      <Tabs
        label="Trạng thái"
        items={[
          { href: '/open', label: 'Đang mở', isCurrent: true, count: 12 },
          { href: '/closed', label: 'Đã đóng' },
        ]}
      />,
    )
    expect(screen.getByRole('link', { current: 'page' })).toHaveAttribute('href', '/open')
    await expectAxeClean(container)
  })
})
