import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PageHeader } from '#ui/page-header.tsx'

afterEach(() => vi.restoreAllMocks())

/** What a browser would have measured: lines of 20 px of which 40 px are shown. */
const drawn = (height: number): void => {
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(40)
}

describe('a title that somebody else wrote', () => {
  it('shows the rest at a press where two lines were not enough, and takes the focus', async () => {
    drawn(120)
    render(<PageHeader title="Một tên rất dài" more="Xem cả tên" />)
    await userEvent.click(screen.getByRole('button', { name: 'Xem cả tên' }))
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByRole('heading', { level: 1, name: 'Một tên rất dài' })).toHaveFocus()
  })

  it('has no button where it fits', () => {
    drawn(40)
    render(<PageHeader title="Tên" more="Xem cả tên" />)
    expect(screen.queryByRole('button')).toBeNull()
  })
})
