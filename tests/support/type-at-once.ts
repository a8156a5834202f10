// Typing between the moment in which a field stands in the page and what React does after painting.
import { screen } from '@testing-library/react'

/** A key as in a browser: the setting of the value that React watches for is passed by. */
function press(label: string, key: string): void {
  const field = screen.getByLabelText<HTMLInputElement>(label)
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, field.value + key)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** To be called as a layout effect. */
export function typeAtOnce(label: string, text: string): void {
  for (const key of text) queueMicrotask(() => press(label, key))
}
