import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { CheckRow } from '#ui/check-row.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Tag } from '#ui/tag.tsx'
import { expectAxeClean } from './axe-clean.ts'

const Question = ({ error }: { readonly error?: string }) => {
  const [answer, setAnswer] = useState<string>()
  return (
    <ChoiceGroup
      legend="Phạm vi có bao gồm toàn bộ thủ tục không?"
      legendSize="question"
      intro={<Tag tone="note">Câu then chốt</Tag>}
      name="answer"
      value={answer}
      onChange={setAnswer}
      error={error}
      options={[
        { value: '0', figure: 0, label: 'Chưa có' },
        { value: '1', figure: 1, label: 'Có nhưng chưa đầy đủ', detail: 'thiếu lĩnh vực' },
        { value: 'na', label: 'Không áp dụng', isDashed: true },
      ]}
    />
  )
}

describe('ChoiceGroup', () => {
  it('is a group named by its question, with the question as the heading of the page', async () => {
    const { container } = render(<Question error="Chọn một câu trả lời" />)
    const group = screen.getByRole('group', { name: 'Phạm vi có bao gồm toàn bộ thủ tục không?' })
    expect(group).toHaveAccessibleDescription('Chọn một câu trả lời')
    expect(screen.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAxeClean(container)
  })

  it('is answered by a press anywhere on the row', async () => {
    render(<Question />)
    await userEvent.click(screen.getByText('thiếu lĩnh vực'))
    expect(screen.getByRole('radio', { checked: true })).toHaveAttribute('value', '1')
  })

  it('is answered by Space once the keyboard stands on it, with native radios of one name', async () => {
    render(<Question />)
    await userEvent.tab()
    await userEvent.keyboard(' ')
    expect(screen.getByRole('radio', { name: '0 Chưa có' })).toBeChecked()
    expect(new Set(screen.getAllByRole('radio').map((radio) => radio.getAttribute('name')))).toEqual(
      new Set(['answer']),
    )
  })
})

describe('CheckRow', () => {
  it('is ticked by its words and by Space', async () => {
    const change = vi.fn<() => void>()
    const { container } = render(<CheckRow label="Đã niêm yết" detail="tại bộ phận Một cửa" onChange={change} />)
    await userEvent.click(screen.getByText('tại bộ phận Một cửa'))
    expect(screen.getByRole('checkbox')).toBeChecked()
    await userEvent.keyboard(' ')
    expect(screen.getByRole('checkbox')).not.toBeChecked()
    expect(change).toHaveBeenCalledTimes(2)
    await expectAxeClean(container)
  })

  it('is described by its error', () => {
    render(<CheckRow label="Tôi đã đọc" error="Cần xác nhận đã đọc" />)
    expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('Cần xác nhận đã đọc')
    expect(screen.getByRole('checkbox')).toBeInvalid()
  })
})

describe('Segmented', () => {
  it('is a radio group that tells the chosen value', async () => {
    const choose = vi.fn<(theme: 'light' | 'sun') => void>()
    const { container } = render(
      <Segmented
        legend="Giao diện"
        hideLegend
        name="theme"
        value="light"
        onChange={choose}
        options={[
          { value: 'light', label: 'Sáng', icon: 'sun' },
          { value: 'sun', label: 'Ngoài nắng' },
        ]}
      />,
    )
    expect(screen.getByRole('group', { name: 'Giao diện' })).toBeVisible()
    await userEvent.click(screen.getByText('Ngoài nắng'))
    expect(choose).toHaveBeenCalledExactlyOnceWith('sun')
    await expectAxeClean(container)
  })
})
