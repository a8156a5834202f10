import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Toast, ToastProvider, useToast } from '#ui/toast-provider.tsx'
import { ToastRegion } from '#ui/toast-region.tsx'
import { expectAxeClean } from './axe-clean.ts'

const Remove = (toast: Toast) => {
  const show = useToast()
  return (
    <button type="button" onClick={() => show(toast)}>
      Bỏ ảnh
    </button>
  )
}

const aScreen = (toast: Toast) =>
  render(
    <ToastProvider>
      <Remove {...toast} />
      <ToastRegion label="Thông báo" dismissLabel="Đóng" />
    </ToastProvider>,
  )

const removePhoto = () => fireEvent.click(screen.getByRole('button', { name: 'Bỏ ảnh' }))
const wait = (seconds: number): void => {
  act(() => void vi.advanceTimersByTime(seconds * 1000))
}

describe('toasts', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('UI-2: are said politely and stay six seconds, ten with a button', () => {
    const { unmount } = aScreen({ text: 'Đã bỏ ảnh' })
    removePhoto()
    wait(5.9)
    expect(screen.getByRole('status')).not.toBeEmptyDOMElement()
    wait(0.2)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    unmount()
    aScreen({ text: 'Đã bỏ ảnh', actionLabel: 'Hoàn tác' })
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    removePhoto()
    expect(screen.getByRole('status')).toHaveTextContent('Đã bỏ ảnh')
    wait(9.9)
    expect(screen.getByRole('status')).not.toBeEmptyDOMElement()
    wait(0.2)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('undo what was done, once', () => {
    const undo = vi.fn<() => void>()
    aScreen({ text: 'Đã bỏ ảnh', actionLabel: 'Hoàn tác', onAction: undo })
    removePhoto()
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }))
    expect(undo).toHaveBeenCalledOnce()
    expect(screen.queryByRole('button', { name: 'Hoàn tác' })).toBeNull()
  })

  it('wait while someone is at their button, and can be put away', () => {
    aScreen({ text: 'Đã bỏ ảnh', actionLabel: 'Hoàn tác' })
    removePhoto()
    fireEvent.focus(screen.getByRole('button', { name: 'Hoàn tác' }))
    wait(60)
    expect(screen.getByRole('status')).toHaveTextContent('Đã bỏ ảnh')
    fireEvent.click(screen.getByRole('button', { name: 'Đóng' }))
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('are clean', async () => {
    const { container } = aScreen({ text: 'Đã bỏ ảnh', actionLabel: 'Hoàn tác' })
    removePhoto()
    vi.useRealTimers()
    await expectAxeClean(container)
  })
})
