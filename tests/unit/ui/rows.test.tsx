import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { expectAxeClean } from './axe-clean.ts'

describe('Rows', () => {
  it('a row that leads somewhere is one target, named by its words and its verb', () => {
    render(
      <Rows label="Việc cần làm">
        <Row mark={<Mark tone="bad" />} title="Soát xét quy trình" detail="Trễ 12 ngày" cue="Mở" href="/stage" />
      </Rows>,
    )
    const row = within(screen.getByRole('list', { name: 'Việc cần làm' })).getByRole('listitem')
    const link = within(row).getByRole('link', { name: 'Soát xét quy trình Trễ 12 ngày Mở' })
    expect(link).toHaveAttribute('href', '/stage')
    expect(within(row).getAllByRole('link')).toHaveLength(1)
  })

  it('a row that does something is one button, pressed by keyboard', async () => {
    const press = vi.fn<() => void>()
    render(
      <Rows>
        <Row title="Xã Đoàn Kết" onPress={press} />
      </Rows>,
    )
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    expect(press).toHaveBeenCalledOnce()
  })

  it('a row that leads nowhere is no target, and its further buttons are real ones beside it', () => {
    render(
      <Rows>
        <Row title="6 ảnh bằng chứng" cue="Mở" actions={<Button>Gửi cả ảnh</Button>} />
      </Rows>,
    )
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Gửi cả ảnh'])
    expect(screen.queryByText('Mở')).toBeNull()
  })

  it('is clean, and a status is said in words', async () => {
    const { container } = render(
      <Rows>
        <Row title="Khánh Long" trailing={<Tag tone="bad">Trễ 12 ngày</Tag>} href="/a" isCurrent />
        <Row title="Đoàn Kết" trailing={<Tag tone="good">Đúng hạn</Tag>} href="/b" />
      </Rows>,
    )
    expect(screen.getByText('Trễ 12 ngày')).toBeVisible()
    expect(screen.getByRole('link', { current: true })).toHaveTextContent('Khánh Long')
    await expectAxeClean(container)
  })
})

describe('FigureCard and Card', () => {
  it('a figure leads to what it was counted from', async () => {
    const { container } = render(
      <FigureGrid>
        <FigureCard label="Đang trễ" value="2" note="trung bình 15,5 ngày" tone="bad" href="/late" />
        <FigureCard label="Đã công bố" value="0 / 5" />
      </FigureGrid>,
    )
    const figure = screen.getByRole('link', { name: 'Đang trễ 2 trung bình 15,5 ngày' })
    expect(figure).toHaveAttribute('href', '/late')
    await expectAxeClean(container)
  })

  it('a card with a title is a region of that name', async () => {
    const { container } = render(
      <Card title="Mô hình điểm" href="/pilot">
        <p>G5</p>
      </Card>,
    )
    expect(screen.getByRole('region', { name: 'Mô hình điểm' })).toContainElement(screen.getByRole('link'))
    await expectAxeClean(container)
  })
})
