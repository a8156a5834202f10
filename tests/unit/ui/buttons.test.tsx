import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Button, ButtonLink } from '#ui/button.tsx'
import { IconButton, IconLink } from '#ui/icon-button.tsx'
import { expectAxeClean } from './axe-clean.ts'

describe('Button', () => {
  it('is pressed by Enter and by Space', async () => {
    const press = vi.fn<() => void>()
    render(<Button onClick={press}>Gửi ngay</Button>)
    await userEvent.tab()
    await userEvent.keyboard('{Enter} ')
    expect(screen.getByRole('button', { name: 'Gửi ngay' })).toHaveFocus()
    expect(press).toHaveBeenCalledTimes(2)
  })

  it('does not send a form unless it says so', () => {
    render(<Button>Ghi</Button>)
    expect(screen.getByRole('button')).toHaveAttribute('type', 'button')
  })

  it('while busy keeps its focus and its words, says so, and swallows presses', async () => {
    const press = vi.fn<() => void>()
    const submit = vi.fn<(event: React.SubmitEvent) => void>()
    render(
      <form onSubmit={submit}>
        <Button type="submit" busy onClick={press}>
          Đang gửi
        </Button>
      </form>,
    )
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const button = screen.getByRole('button', { name: 'Đang gửi' })
    expect(button).toHaveFocus()
    expect(button).toHaveAttribute('aria-busy', 'true')
    expect(press).not.toHaveBeenCalled()
    expect(submit).not.toHaveBeenCalled()
  })

  it('keeps its name when only its icon shows on a phone', () => {
    render(
      <Button icon="chevron-left" iconOnlyOnPhone>
        Câu trước
      </Button>,
    )
    expect(screen.getByRole('button', { name: 'Câu trước' })).toBeVisible()
  })

  it('is a link with an address where it leads somewhere', () => {
    render(
      <ButtonLink kind="main" href="/progress">
        Xem tiến độ
      </ButtonLink>,
    )
    expect(screen.getByRole('link', { name: 'Xem tiến độ' })).toHaveAttribute('href', '/progress')
  })

  it('of one picture carries its words as its name', () => {
    render(
      <>
        <IconButton icon="print" label="In" />
        <IconLink icon="help" label="Trợ giúp" href="/help" />
      </>,
    )
    expect(screen.getByRole('button', { name: 'In' })).toHaveAttribute('title', 'In')
    expect(screen.getByRole('link', { name: 'Trợ giúp' })).toHaveAttribute('href', '/help')
  })

  it('is clean in every kind', async () => {
    const { container } = render(
      <>
        {(['outline', 'main', 'plain', 'danger'] as const).map((kind) => (
          <Button key={kind} kind={kind} icon="check" disabled={kind === 'outline'}>
            Ghi
          </Button>
        ))}
        <IconButton icon="close" label="Đóng" />
      </>,
    )
    await expectAxeClean(container)
  })
})
