import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { UnitMapScreen } from '#features/units/unit-map-screen.tsx'
import { UnitScreen } from '#features/units/unit-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, anIdentity, UNIT } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const showUnit = async (id: string) =>
  renderScreen((props) => <UnitScreen {...props} id={id} />, { store: await aStore() })

const showMap = async (query: Readonly<Record<string, string>>) =>
  renderScreen((props) => <UnitMapScreen {...props} query={query} />, { store: await aStore() })

describe('a unit over time, on the screen', () => {
  it('PLACE-15: tells what became of a unit of 2017, and what no list tells', async () => {
    const { container } = await showUnit('ls17-05998')
    expect(await screen.findByRole('heading', { name: 'Xã Khánh Long' })).toBeInTheDocument()
    expect(screen.getByText('Huyện Tràng Định · mã 05998')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Xã Đoàn Kết/ })).toHaveAttribute('href', '/units/ls25-06001')
    expect(screen.getByText('30/06/2025')).toBeInTheDocument()
    expect(screen.getByText(/có nhận thêm phần của xã bên cạnh/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('PLACE-15: guesses nothing of a unit whose way is unknown', async () => {
    await showUnit('ls17-06007')
    expect(await screen.findByText(/ứng dụng không đoán/)).toBeInTheDocument()
    expect(screen.queryByRole('heading', { name: 'Nay thuộc' })).toBeNull()
  })

  it('PLACE-3: a code was another unit’s as well', async () => {
    await showUnit('ls25-06037')
    const region = await screen.findByRole('region', { name: 'Mã 06037 từng là của đơn vị khác' })
    expect(within(region).getByRole('link', { name: /Xã Trung Thành/ })).toHaveAttribute('href', '/units/ls17-06037')
  })

  it('PLACE-16: shows what the administrator enacted, and what it was made of', async () => {
    const identity = anIdentity()
    const gone = { id: 'x-1', parent: 'p20', kind: 'commune', name: 'Xã Cũ', code: '1', until: '2026-06-30' } as const
    const store = await aStore({
      identity: { ...identity, places: [...identity.places, { ...gone, successors: [UNIT] }] },
    })
    await renderScreen((props) => <UnitScreen {...props} id="x-1" />, { store })
    expect(await screen.findByRole('heading', { name: 'Xã Cũ' })).toBeInTheDocument()
    expect(screen.getByText('Nay thuộc xã số 1')).toBeInTheDocument()
  })

  it('says that an address names no unit', async () => {
    await showUnit('ls17-nothing')
    expect(await screen.findAllByText('Không có đơn vị này')).not.toHaveLength(0)
  })
})

describe('one total on two maps, on the screen', () => {
  it('PLACE-18: 50 communes of then are 29 units of now, and both stand side by side', async () => {
    const { container } = await showMap({})
    expect(await screen.findByText('Số đơn vị trên bản đồ 2017')).toBeInTheDocument()
    const value = (label: string) => screen.getByText(label).parentElement?.textContent
    expect(value('Số đơn vị trên bản đồ 2017')).toContain('50')
    expect(value('Số đơn vị trên bản đồ nay')).toContain('29')
    expect(screen.getByText('Từng đơn vị (28)', { selector: 'b' })).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('PLACE-17: the 45 units of which no list tells the way stand apart and are in the total', async () => {
    await showMap({ figure: 'units-2017', map: '2025' })
    expect(await screen.findByRole('heading', { name: /không xếp chắc vào một đơn vị/ })).toBeInTheDocument()
    expect(screen.getByText('47 trong 226 để riêng')).toBeInTheDocument()
    expect(screen.getByText('Xếp được 179 trong 226.')).toBeInTheDocument()
  })
})
