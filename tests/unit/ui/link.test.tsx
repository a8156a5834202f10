import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { AppLink, LinkProvider } from '#ui/link.tsx'

const click = (how: MouseEventInit = {}) => {
  const link = screen.getByRole('link')
  const event = createEvent.click(link, { button: 0, ...how })
  fireEvent(link, event)
  return event
}

const drawn = (link: React.ReactNode) => {
  const navigate = vi.fn<(href: string) => void>()
  render(
    <LinkProvider navigate={navigate} toHref={(path) => `/xa${path}`}>
      {link}
    </LinkProvider>,
  )
  return navigate
}

describe('AppLink', () => {
  it('hands a plain click inside the app to the app and keeps a real address', () => {
    const navigate = drawn(<AppLink href="/today">Hôm nay</AppLink>)
    expect(screen.getByRole('link')).toHaveAttribute('href', '/xa/today')
    expect(click().defaultPrevented).toBe(true)
    expect(navigate).toHaveBeenCalledExactlyOnceWith('/today')
  })

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }])(
    'leaves a click with %o to the browser',
    (how) => {
      const navigate = drawn(<AppLink href="/today">Hôm nay</AppLink>)
      click(how)
      expect(navigate).not.toHaveBeenCalled()
    },
  )

  it.each(['/self-assessment/asm.ls25-06001.2026-1', '/self-assessment/asm.ls25-06001.2026-1/q/Q7.7?show=key'])(
    'takes no dot inside an address for the end of a file: %s',
    (href) => {
      const navigate = drawn(<AppLink href={href}>Mở</AppLink>)
      expect(click().defaultPrevented).toBe(true)
      expect(navigate).toHaveBeenCalledExactlyOnceWith(href)
    },
  )

  it('leaves a page of its own, whose address has an extension, to the browser', () => {
    const navigate = drawn(<AppLink href="/rescue.html">Xuất</AppLink>)
    expect(screen.getByRole('link')).toHaveAttribute('href', '/rescue.html')
    expect(click().defaultPrevented).toBe(false)
    expect(navigate).not.toHaveBeenCalled()
  })

  it('leaves addresses outside the app, new windows and downloads to the browser', () => {
    for (const link of [
      <AppLink key="1" href="https://example.org/">
        Ngoài
      </AppLink>,
      <AppLink key="2" href="//example.org/">
        Ngoài
      </AppLink>,
      <AppLink key="3" href="/today" target="_blank">
        Trang mới
      </AppLink>,
      <AppLink key="4" href="/file.xlsx" download="tien-do.xlsx">
        Tải
      </AppLink>,
    ]) {
      const { unmount } = render(
        <LinkProvider
          navigate={() => {
            throw new Error('not ours')
          }}
        >
          {link}
        </LinkProvider>,
      )
      // Only keeps jsdom from trying to go there.
      screen
        .getByRole('link')
        .addEventListener('click', (event) => event.preventDefault(), { once: true, capture: false })
      document.addEventListener('click', (event) => event.preventDefault(), { once: true })
      click()
      unmount()
    }
  })

  it('does not navigate when its own handler stopped the click', () => {
    const navigate = drawn(
      <AppLink href="/today" onClick={(event) => event.preventDefault()}>
        Hôm nay
      </AppLink>,
    )
    click()
    expect(navigate).not.toHaveBeenCalled()
  })

  it('is a plain link without an app around it', () => {
    render(<AppLink href="/today">Hôm nay</AppLink>)
    expect(screen.getByRole('link')).toHaveAttribute('href', '/today')
  })
})
