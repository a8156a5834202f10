import { fireEvent, render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { useSteadyPress } from '#ui/steady-press.ts'

const pressed = vi.fn<() => void>()

const Form = ({ isSteady = true }: { readonly isSteady?: boolean }) => (
  <>
    {isSteady && <Steady />}
    <button type="button" onClick={pressed}>
      <span>Lưu</span>
    </button>
    <p>Bản nháp đã giữ trên máy</p>
  </>
)

const Steady = () => {
  useSteadyPress()
  return null
}

/** jsdom has no pointers: what a browser tells of one, without the click it may or may not make of it. */
function pointer(
  type: 'pointerdown' | 'pointerup',
  on: Element,
  more: Readonly<Record<string, number | boolean>> = {},
) {
  const event = new MouseEvent(type, { bubbles: true, button: 0, clientX: 66, clientY: 541, ...more })
  fireEvent(on, Object.assign(event, { pointerId: 1, isPrimary: true }))
}

const save = () => screen.getByText('Lưu')
const note = () => screen.getByText(/Bản nháp/)

beforeEach(() => pressed.mockReset())

it('UI-7: a press counts though the page moved away under it', () => {
  render(<Form />)
  pointer('pointerdown', save())
  pointer('pointerup', note())
  expect(pressed).toHaveBeenCalledOnce()
})

it('UI-7: where the browser makes the click itself, none is added', () => {
  render(<Form />)
  pointer('pointerdown', save())
  pointer('pointerup', save())
  expect(pressed).not.toHaveBeenCalled()
})

it('UI-7: whoever slides off the button, presses another one of the mouse or a button that is gone has pressed nothing', () => {
  const { unmount } = render(<Form />)
  pointer('pointerdown', save())
  pointer('pointerup', note(), { clientY: 570 })
  pointer('pointerdown', save(), { button: 2 })
  pointer('pointerup', note())
  pointer('pointerup', note())
  const gone = save()
  pointer('pointerdown', gone)
  unmount()
  render(<Form />)
  pointer('pointerup', note())
  expect(pressed).not.toHaveBeenCalled()
})

it('UI-7: listens no longer than something is drawn that changes when it is left', () => {
  const { rerender } = render(<Form />)
  rerender(<Form isSteady={false} />)
  pointer('pointerdown', save())
  pointer('pointerup', note())
  expect(pressed).not.toHaveBeenCalled()
})
