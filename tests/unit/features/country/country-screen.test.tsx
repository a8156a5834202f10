import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '#domain/change/op.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { vietnam2026Provinces, vietnam2026Units } from '#domain/place/vietnam-2026.ts'
import { type CommuneLine, lineOutsidePlans, provinceSummaryId, toColumns } from '#domain/reporting/province-summary.ts'
import { CountryScreen } from '#features/country/country-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { anIdentity, aStore, NOW, TODAY } from '#support/store/test-store.ts'

const ministry = {
  ...anIdentity('m1', 'acc-ministry'),
  grants: [{ account: 'acc-ministry', scope: 'p20', role: 'ministry', from: '2026-01-01', to: null }] as never,
}

/** Of each province the first commune is late, the second has declared, the others take no part. */
const lineOf = (unit: string, at: number): CommuneLine => {
  const line = { ...lineOutsidePlans(unit), takesPart: true }
  if (at === 0) return { ...line, stage: 'G4', dueOn: addDays(TODAY, -12), percentDeclared: 30, openObstacles: 1 }
  return at === 1 ? { ...line, stage: 'G10', percentDeclared: 100, declaredOn: TODAY } : lineOutsidePlans(unit)
}

async function theCountry(provinces = vietnam2026Provinces()) {
  const store = await aStore({ identity: ministry })
  for (const { id } of provinces) {
    const units = vietnam2026Units().filter(({ parentId }) => parentId === id)
    const columns = toColumns(units.map((unit, at) => lineOf(unit.id, at))) as unknown as JsonValue
    const fields = { plan: '', on: TODAY, madeAt: NOW, columns }
    await receive(store, { feed: `${id}/plan`, kind: 'pilot-summary', entity: provinceSummaryId(id), fields })
  }
  return store
}

describe('the country', () => {
  it('says where the figures come from while there are none', async () => {
    await renderScreen((props) => <CountryScreen {...props} query={{}} />, {
      store: await aStore({ identity: ministry }),
    })
    expect(await screen.findByText('Chưa có số liệu tổng hợp')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Mở đồng bộ' })).toHaveAttribute('href', '/sync')
  })

  it('NAT-7: shows a ministry all 34 provinces and 3,321 units with their totals', async () => {
    await renderScreen((props) => <CountryScreen {...props} query={{}} />, { store: await theCountry() })
    const table = await screen.findByRole('table', { name: 'Theo tỉnh, thành phố' })
    expect(within(table).getAllByRole('rowheader')).toHaveLength(34)
    expect(screen.getByRole('link', { name: /Tham gia kế hoạch 68 trên 3.321 đơn vị/ })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Đang trễ 34/ })).toHaveAttribute('href', '/country?show=late')
    expect(screen.getByRole('link', { name: 'Tỉnh Lạng Sơn' })).toHaveAttribute('href', '/country?province=p20')
  })

  it('NAT-3, NAT-7: lists what is asked for, found with or without tone marks, and shows the province', async () => {
    const store = await theCountry(vietnam2026Provinces().filter(({ id }) => ['p20', 'p01'].includes(id)))
    const late = await renderScreen((props) => <CountryScreen {...props} query={{ show: 'late' }} />, { store })
    const table = await screen.findByRole('table', { name: 'Theo đơn vị' })
    expect(within(table).getAllByText('Trễ 12 ngày')).toHaveLength(2)
    expect(within(table).queryAllByRole('link')).toEqual([])
    late.unmount()
    await renderScreen((props) => <CountryScreen {...props} query={{ q: 'doan ket lang son' }} />, { store })
    const found = await screen.findByRole('table', { name: 'Theo đơn vị' })
    expect(within(found).getByRole('rowheader', { name: 'Xã Đoàn Kết' })).toBeInTheDocument()
    expect(within(found).getByText('Tỉnh Lạng Sơn')).toBeInTheDocument()
  })
})
