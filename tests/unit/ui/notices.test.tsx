import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Field } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { SyncChip } from '#ui/sync-chip.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { expectAxeClean } from './axe-clean.ts'

describe('Notice', () => {
  it('that appears while someone works is an alert when bad, a status otherwise', async () => {
    const { container } = render(
      <>
        <Notice tone="bad" announce title="Chưa gửi được" actions={<Button>Gửi lại</Button>}>
          Việc của anh/chị vẫn an toàn trên máy.
        </Notice>
        <Notice tone="good" announce title="Đã gửi hết" />
        <Notice tone="warn">Sát hạn</Notice>
      </>,
    )
    expect(screen.getByRole('alert')).toHaveTextContent('Chưa gửi được')
    expect(screen.getByRole('status')).toHaveTextContent('Đã gửi hết')
    expect(screen.getByRole('note')).toHaveTextContent('Sát hạn')
    await expectAxeClean(container)
  })
})

describe('ErrorSummary', () => {
  it('takes the focus when it appears and leads to the field in error', async () => {
    const { container } = render(
      <>
        <ErrorSummary
          title="Còn 2 chỗ cần sửa"
          items={[{ fieldName: 'fact', text: 'Chưa ghi sự việc' }, { text: 'Chưa có bằng chứng' }]}
        />
        <Field label="Sự việc">
          <TextInput name="fact" />
        </Field>
      </>,
    )
    expect(screen.getByRole('alert', { name: 'Còn 2 chỗ cần sửa' })).toHaveFocus()
    await userEvent.click(screen.getByRole('link', { name: 'Chưa ghi sự việc' }))
    expect(screen.getByLabelText('Sự việc')).toHaveFocus()
    await expectAxeClean(container)
  })
})

describe('EmptyState, Skeleton and Section', () => {
  it('an empty screen says what will be here and begins it with one button', async () => {
    const { container } = render(
      <Section title="Chuyến thăm" actions={<Button>Lọc</Button>}>
        <EmptyState
          icon="pin"
          level={3}
          title="Chưa có chuyến thăm nào"
          text="Ghi được cả khi không có mạng."
          action={<Button kind="main">Ghi chuyến thăm đầu tiên</Button>}
        />
      </Section>,
    )
    expect(screen.getByRole('region', { name: 'Chuyến thăm' })).toContainElement(
      screen.getByRole('button', { name: 'Ghi chuyến thăm đầu tiên' }),
    )
    await expectAxeClean(container)
  })

  it('a skeleton says what is coming', async () => {
    const { container } = render(<Skeleton label="Đang tải danh sách xã" shape="rows" count={4} />)
    expect(screen.getByRole('status')).toHaveTextContent('Đang tải danh sách xã')
    await expectAxeClean(container)
  })
})

describe('SyncChip', () => {
  it('says where the work is and leads to the sync centre', async () => {
    const press = vi.fn<() => void>()
    const { container } = render(
      <SyncChip tone="bad" icon="alert" title="Cần anh/chị xem" detail="2 việc" onPress={press} />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Cần anh/chị xem 2 việc' }))
    expect(press).toHaveBeenCalledOnce()
    await expectAxeClean(container)
  })
})

describe('SearchField', () => {
  it('finds while typing, says how much, and is emptied by its button', async () => {
    const search = vi.fn<(text: string) => void>()
    const { container } = render(
      <SearchField label="Tìm xã" hideLabel value="Khánh" onChange={search} clearLabel="Xóa" status="2 xã" />,
    )
    await userEvent.type(screen.getByRole('searchbox', { name: 'Tìm xã' }), 'h')
    expect(search).toHaveBeenLastCalledWith('Khánhh')
    await userEvent.click(screen.getByRole('button', { name: 'Xóa' }))
    expect(search).toHaveBeenLastCalledWith('')
    expect(screen.getByRole('status')).toHaveTextContent('2 xã')
    await expectAxeClean(container)
  })
})
