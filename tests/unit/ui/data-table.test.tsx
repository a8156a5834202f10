import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { expectAxeClean } from './axe-clean.ts'

type Commune = { readonly name: string; readonly forecast: string }
const communes: readonly Commune[] = [
  { name: 'Khánh Long', forecast: '12/02–05/03' },
  { name: 'Đoàn Kết', forecast: '31/01–14/02' },
]
const columns: readonly Column<Commune>[] = [
  { key: 'name', head: 'Xã', isRowHead: true, cell: ({ name }) => name },
  { key: 'forecast', head: 'Dự báo', headLabel: 'Công bố dự báo', cell: ({ forecast }) => forecast },
]

describe('DataTable', () => {
  it('is a named table with column and row heads that can be scrolled by keyboard', async () => {
    const { container } = render(
      <DataTable caption="Tiến độ các xã" columns={columns} rows={communes} rowKey={({ name }) => name} />,
    )
    expect(screen.getByRole('table', { name: 'Tiến độ các xã' })).toBeVisible()
    expect(screen.getByRole('columnheader', { name: 'Công bố dự báo' })).toBeVisible()
    expect(screen.getByRole('rowheader', { name: 'Khánh Long' })).toBeVisible()
    expect(screen.getByRole('region', { name: 'Tiến độ các xã' })).toHaveAttribute('tabindex', '0')
    await expectAxeClean(container)
  })

  it('carries the full column name beside each value, for when rows become cards', () => {
    render(<DataTable caption="Tiến độ" columns={columns} rows={communes} rowKey={({ name }) => name} />)
    expect(screen.getByRole('cell', { name: '31/01–14/02' })).toHaveAttribute('data-label', 'Công bố dự báo')
  })

  it('shows what an empty table teaches instead of bare heads', () => {
    render(
      <DataTable
        caption="Tiến độ"
        columns={columns}
        rows={[]}
        rowKey={({ name }) => name}
        empty={<EmptyState icon="list" title="Chưa có xã nào" />}
      />,
    )
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.getByRole('heading', { name: 'Chưa có xã nào' })).toBeVisible()
  })
})

describe('DefinitionList', () => {
  it('pairs each name with its value', async () => {
    const { container } = render(<DefinitionList items={[{ term: 'Người chủ trì', value: 'Phó Chủ tịch' }]} />)
    expect(screen.getByRole('term')).toHaveTextContent('Người chủ trì')
    expect(screen.getByRole('definition')).toHaveTextContent('Phó Chủ tịch')
    await expectAxeClean(container)
  })
})
