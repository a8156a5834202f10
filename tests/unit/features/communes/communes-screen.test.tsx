import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CommunesScreen } from '#features/communes/communes-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, valueOf } from '#support/store/test-store.ts'
import { AREA, declare, FIRST, FIRST_NAME, follower, followerStore, SECOND, visit } from './follower-scene.ts'

const lineOf = (name: string) => screen.getByRole('link', { name }).closest('tr')!

describe('the communes of a monitor', () => {
  it('stand one line each, with state, stage by name, forecast as a range (CKP-8), visit and self-assessment in words', async () => {
    const store = await followerStore()
    await declare(store, FIRST, 'G0')
    valueOf(await store.assessments.start(FIRST, 'commune-self-assessment@1', '2015'))
    await renderScreen((props) => <CommunesScreen {...props} />, { store })
    const line = within((await screen.findByRole('link', { name: FIRST_NAME })).closest('tr')!)
    expect(screen.getAllByRole('row')).toHaveLength(6)
    expect(line.getByText('G1 Khảo sát, đánh giá thực trạng')).toBeInTheDocument()
    expect(line.getByRole('img').getAttribute('aria-label')).toMatch(/^G0 xã báo xong, G1 trễ \d+ ngày/)
    expect(line.getByText(/^Trễ \d+ ngày$/)).toBeInTheDocument()
    expect(line.getByText('Chưa thăm')).toBeInTheDocument()
    expect(line.getByText('Nháp 0/52')).toBeInTheDocument()
    expect(await line.findByText(/^\d\d\/\d\d(\/\d{4})?–\d\d\/\d\d\/\d{4}$/)).toBeInTheDocument()
  })

  it('are found without tone marks, and the address keeps what was typed', async () => {
    const store = await followerStore()
    const { user, location } = await renderScreen((props) => <CommunesScreen {...props} />, { store, at: '/communes' })
    await user.type(await screen.findByLabelText('Tìm xã'), 'quoc khanh')
    expect(await screen.findByText('1 trong 5 xã')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Xã Quốc Khánh' })).toBeInTheDocument()
    expect(location.history.at(-1)).toContain('q=quoc')
    await user.clear(screen.getByLabelText('Tìm xã'))
    await user.type(screen.getByLabelText('Tìm xã'), 'khong co')
    expect(await screen.findByText('Không có xã nào khớp')).toBeInTheDocument()
  })

  it('are counted in figures that lead to what they counted', async () => {
    const store = await followerStore()
    await visit(store, SECOND, '20/11/2026')
    const { user } = await renderScreen((props) => <CommunesScreen {...props} />, { store, at: '/communes' })
    const figure = await screen.findByRole('link', { name: /Lâu chưa thăm/ })
    expect(figure).toHaveTextContent('4')
    await user.click(figure)
    expect(await screen.findByText('4 trong 5 xã')).toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: /Đang trễ/ }))
    expect(await screen.findByText('5 trong 5 xã')).toBeInTheDocument()
  })

  it('can be put in the order of their need', async () => {
    const store = await followerStore()
    await visit(store, FIRST, '18/11/2026')
    await renderScreen((props) => <CommunesScreen {...props} />, { store, at: '/communes?sort=visit' })
    await screen.findByRole('link', { name: FIRST_NAME })
    const names = screen.getAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent)
    expect(names.at(-1)).toBe(FIRST_NAME)
    expect(within(lineOf(FIRST_NAME)).getByText('Địa bàn Tràng Định')).toBeInTheDocument()
  })

  it('are told to be none yet where no plan has arrived', async () => {
    const store = await aStore({ identity: follower('area-monitor', AREA) })
    await renderScreen((props) => <CommunesScreen {...props} />, { store })
    expect(await screen.findByText('Chưa có xã nào trong kế hoạch đang thực hiện')).toBeInTheDocument()
  })
})

describe('the communes of the province', () => {
  it('are all fifty, grouped by area, and can be narrowed to one', async () => {
    const store = await followerStore(follower('provincial-department', 'p20'))
    const { user } = await renderScreen((props) => <CommunesScreen {...props} />, { store, at: '/communes' })
    await screen.findByRole('heading', { level: 2, name: 'Địa bàn Tràng Định' })
    expect(screen.getAllByRole('heading', { level: 2 }).length).toBe(10)
    expect(screen.getAllByRole('rowheader')).toHaveLength(50)
    await user.selectOptions(screen.getByLabelText('Địa bàn'), 'area-189')
    expect(await screen.findByText('4 trong 50 xã')).toBeInTheDocument()
  })

  it('speak English as well', async () => {
    const store = await followerStore(follower('provincial-department', 'p20'))
    await renderScreen((props) => <CommunesScreen {...props} />, { store, language: 'en' })
    expect(await screen.findByRole('link', { name: /^Not visited/ })).toHaveTextContent('50 communes never visited')
  })
})
