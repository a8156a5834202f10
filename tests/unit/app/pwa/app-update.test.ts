import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAppUpdate } from '#app/pwa/app-update.ts'
import { isTyping, watchTyping } from '#app/pwa/typing-guard.ts'

const aField = (html: string): HTMLElement => {
  document.body.innerHTML = html
  const field = document.body.firstElementChild as HTMLElement
  field.focus()
  return field
}

watchTyping(document)

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(0)
  vi.advanceTimersByTime(60_000)
})

afterEach(() => {
  document.body.innerHTML = ''
  vi.useRealTimers()
})

describe('a new version', () => {
  it('is offered, and nothing is put in place before the person agrees', () => {
    const update = createAppUpdate(document)
    const activate = vi.fn<() => void>()
    update.offer(activate)
    vi.advanceTimersByTime(60_000)
    expect(update.state()).toBe('offered')
    expect(activate).not.toHaveBeenCalled()
  })

  it('takes over at once when the person agrees and nobody is typing', () => {
    const update = createAppUpdate(document)
    const activate = vi.fn<() => void>()
    update.offer(activate)
    update.agree()
    expect(activate).toHaveBeenCalledTimes(1)
  })

  it('waits while the cursor stands in a text field, and takes over afterwards', () => {
    const update = createAppUpdate(document)
    const activate = vi.fn<() => void>()
    const field = aField('<textarea></textarea>')
    update.offer(activate)
    update.agree()
    vi.advanceTimersByTime(60_000)
    expect(activate).not.toHaveBeenCalled()
    field.blur()
    vi.advanceTimersByTime(1000)
    expect(activate).toHaveBeenCalledTimes(1)
  })

  it('waits a few seconds after the last key, so that the pause that saves has passed', () => {
    const update = createAppUpdate(document)
    const activate = vi.fn<() => void>()
    const field = aField('<input>')
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.blur()
    update.offer(activate)
    update.agree()
    vi.advanceTimersByTime(2000)
    expect(activate).not.toHaveBeenCalled()
    vi.advanceTimersByTime(2000)
    expect(activate).toHaveBeenCalledTimes(1)
  })

  it('is not offered again in the same visit once it was put off', () => {
    const update = createAppUpdate(document)
    update.offer(() => {})
    update.postpone()
    expect(update.state()).toBe('postponed')
  })
})

describe('typing', () => {
  it('is a cursor in a field of text, not on a button or a choice', () => {
    vi.advanceTimersByTime(60_000)
    aField('<input type="radio">')
    expect(isTyping(document)).toBe(false)
    aField('<button>a</button>')
    expect(isTyping(document)).toBe(false)
    aField('<input type="text">')
    expect(isTyping(document)).toBe(true)
  })
})
