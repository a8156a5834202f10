import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { UnitsScreen } from '#features/units/units-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const show = async (query: Readonly<Record<string, string>> = {}, language: 'vi' | 'en' = 'vi') =>
  renderScreen((props) => <UnitsScreen {...props} query={query} />, { store: await aStore(), language })

describe('the register of units', () => {
  it('opens with the national list and says how much of it is shown', async () => {
    const { container } = await show()
    expect(await screen.findByText('Hiện 40 đơn vị đầu trong 3.321. Gõ tên để tìm.')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Cả nước 2026/ })).toHaveAttribute('aria-current', 'page')
    await expectAxeClean(container)
  })

  it('finds without tone marks, each unit with its parent and code', async () => {
    const { user } = await show({ list: '2025' })
    await user.type(await screen.findByLabelText('Tìm xã, phường, thị trấn'), 'doan ket')
    expect(await screen.findByText('Xã Đoàn Kết')).toBeInTheDocument()
    expect(screen.getByText(/^tỉnh Lạng Sơn · mã \d{5}$/)).toBeInTheDocument()
  })

  it('PLACE-4: tells what a unit of today was made of', async () => {
    const { user } = await show({ list: '2025' })
    await user.type(await screen.findByLabelText('Tìm xã, phường, thị trấn'), 'doan ket')
    expect(await screen.findByText(/^Hợp thành từ: /)).toBeInTheDocument()
  })

  it('D2: says "cần kiểm tra" where no list tells what became of an old unit', async () => {
    await show({ list: '2017' }, 'vi')
    expect((await screen.findAllByText(/cần kiểm tra$/)).length).toBeGreaterThan(0)
  })

  it('says what to try where nothing fits, and takes an unknown list for the newest', async () => {
    const { user, container } = await show({ list: '1999' }, 'en')
    await user.type(await screen.findByRole('searchbox'), 'zzzz')
    expect(await screen.findByRole('heading', { name: /zzzz/ })).toBeInTheDocument()
    await expectAxeClean(container)
  })
})
