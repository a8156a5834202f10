import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { AppFrame } from '#ui/app-frame.tsx'
import { Button } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SyncChip } from '#ui/sync-chip.tsx'
import { expectAxeClean } from './axe-clean.ts'

const aFrame = (dock?: ReactNode) => (
  <AppFrame
    title="Xã Khánh Long"
    subtitle="Địa bàn Tràng Định"
    navLabel="Chính"
    skipLabel="Đến nội dung"
    chip={<SyncChip tone="act" icon="device-check" title="Đã lưu trên máy" detail="chờ gửi 12" href="/sync" />}
    nav={[
      { href: '/today', label: 'Hôm nay', icon: 'calendar-check', isCurrent: true, badge: '3' },
      { href: '/more', label: 'Thêm', icon: 'menu' },
    ]}
    dock={dock}
  >
    <PageHeader title="Việc cần làm" back={{ href: '/more', label: 'Thêm' }} aside="20/11/2017" />
  </AppFrame>
)

describe('AppFrame', () => {
  it('has a banner with the place and the state of the work, a main and a named navigation', () => {
    render(aFrame())
    const banner = within(screen.getByRole('banner'))
    expect(banner.getByText('Xã Khánh Long')).toBeVisible()
    expect(banner.getByText('Địa bàn Tràng Định')).toBeVisible()
    expect(banner.getByRole('link', { name: 'Đã lưu trên máy chờ gửi 12' })).toHaveAttribute('href', '/sync')
    expect(within(screen.getByRole('main')).getByRole('heading', { level: 1 })).toHaveTextContent('Việc cần làm')
    const nav = within(screen.getByRole('navigation', { name: 'Chính' }))
    expect(nav.getByRole('link', { current: 'page' })).toHaveTextContent('Hôm nay')
  })

  it('UI-3: keeps the whole of a name that may be cut, and gives it as its title', () => {
    render(aFrame())
    expect(screen.getByText('Xã Khánh Long')).toBeVisible()
    expect(screen.getByTitle('Xã Khánh Long')).toHaveTextContent('Xã Khánh Long')
  })

  it('lets the keyboard skip to the content first of all', async () => {
    render(aFrame())
    await userEvent.tab()
    expect(screen.getByRole('link', { name: 'Đến nội dung' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(screen.getByRole('main')).toHaveFocus()
  })

  it('gives the lower edge of a phone to a dock, and reaches the dock after the content', () => {
    render(aFrame(<Dock middle="Chưa trả lời: 31" end={<Button kind="main">Câu sau</Button>} />))
    const dock = within(screen.getByRole('contentinfo'))
    const main = screen.getByRole('main')
    const button = dock.getByRole('button', { name: 'Câu sau' })
    expect(main.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0)
    expect(screen.getByRole('navigation', { name: 'Chính' })).toHaveAttribute('data-rail-only', 'true')
  })

  it('is clean with and without a dock', async () => {
    const { container, rerender } = render(aFrame())
    await expectAxeClean(container)
    rerender(aFrame(<Dock end={<Button>Câu sau</Button>} />))
    await expectAxeClean(container)
  })
})
