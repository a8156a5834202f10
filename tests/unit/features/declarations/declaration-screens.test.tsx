import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { addMonths } from '#domain/kernel/local-date.ts'
import { DecayScreen } from '#features/declarations/decay-screen.tsx'
import { DeclarationScreen } from '#features/declarations/declaration-screen.tsx'
import { DeclarationsScreen } from '#features/declarations/declarations-screen.tsx'
import { NewDeclarationScreen } from '#features/declarations/new-declaration-screen.tsx'
import { DeclarationNote } from '#features/declaration-note.tsx'
import { NeedsOfDecay } from '#features/needs-of-decay.tsx'
import { receivePlan } from '#support/store/receive.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { anIdentity, aPlan, aStore, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const REASON = 'Theo chỉ đạo của UBND tỉnh'
const draft = {
  unit: UNIT,
  type: 'declaration',
  number: '12/QĐ-UBND',
  on: '21/11/2026',
  edition: '2015',
  scope: 'Hộ tịch',
  address: '',
  signer: 'Chủ tịch UBND xã',
  signerName: '',
  body: '',
  expiresOn: '',
  overrideReason: REASON,
} as const

const declared = async () => {
  const store = await aStore()
  const id = valueOf(await store.declarations.declare(draft))
  return { store, id }
}

describe('declaring on the screen', () => {
  it('DEC-1, DEC-4: says what is unmet, refuses without a reason, and keeps what was typed', async () => {
    const store = await aStore()
    const { user, location, container } = await renderScreen((props) => <NewDeclarationScreen {...props} />, { store })
    expect(await screen.findByText('Chưa nộp bản tự đánh giá nào')).toBeInTheDocument()
    expect(screen.getByText('Chưa bắt đầu áp dụng thử (G6)')).toBeInTheDocument()
    await user.type(screen.getByLabelText(/Số quyết định/), '12/QĐ-UBND')
    await user.type(screen.getByLabelText(/Phạm vi áp dụng/), 'Hộ tịch')
    const seal = () => user.click(screen.getByRole('button', { name: 'Vẫn công bố với lý do đã ghi' }))
    await seal()
    expect(await screen.findAllByText(/Còn 4 điều kiện chưa đạt nên chưa công bố được/)).not.toEqual([])
    expect(screen.getByLabelText(/Số quyết định/)).toHaveValue('12/QĐ-UBND')
    await expectAxeClean(container)
    await user.type(screen.getByLabelText(/Lý do vẫn công bố/), REASON)
    await seal()
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đóng bản công bố' }))
    expect(await screen.findByText('Đã lập bản công bố')).toBeInTheDocument()
    const [made] = await store.declarations.list([UNIT])
    expect(made?.content.overrideReason).toBe(REASON)
    expect(location.history?.at(-1)).toBe(`/declarations/${UNIT}/${made?.id}`)
  })

  it('DEC-15: nothing is asked to be sealed while something is wrong; each field says what, and keeps its text', async () => {
    const store = await aStore()
    const { user } = await renderScreen((props) => <NewDeclarationScreen {...props} />, { store })
    const on = await screen.findByLabelText('Ngày ký')
    await user.clear(on)
    await user.type(on, '01/01/2030')
    await user.type(screen.getByLabelText(/Ngày hết hạn/), '01/01/2020')
    await user.click(screen.getByRole('button', { name: 'Vẫn công bố với lý do đã ghi' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    const wrong = [/Số quyết định/, 'Ngày ký', /Ngày hết hạn/, /Phạm vi áp dụng/, /Lý do vẫn công bố/]
    for (const label of wrong) expect(screen.getByLabelText(label)).toBeInvalid()
    expect(screen.getByLabelText(/Chức danh người ký/)).toBeValid()
    expect(on).toHaveValue('01/01/2030')
    await user.type(screen.getByLabelText(/Số quyết định/), '12/QĐ-UBND')
    expect(screen.getByLabelText(/Số quyết định/)).toBeValid()
  })

  it('KERNEL-2: a day no calendar has is offered its neighbour, also after sealing was tried', async () => {
    const { user } = await renderScreen((props) => <NewDeclarationScreen {...props} />, { store: await aStore() })
    const on = await screen.findByLabelText('Ngày ký')
    await user.clear(on)
    await user.type(on, '31/09/2026')
    await user.click(screen.getByRole('button', { name: 'Vẫn công bố với lý do đã ghi' }))
    expect(on).toBeInvalid()
    await user.click(screen.getByRole('button', { name: /30\/09\/2026/ }))
    expect(on).toBeValid()
  })

  it('DEC-5: unmet conditions and the reason stand in the register, on the paper and beside the commune', async () => {
    const { store, id } = await declared()
    const { container, unmount } = await renderScreen((props) => <DeclarationsScreen {...props} />, { store })
    expect(await screen.findByText('Công bố khi còn 4 điều kiện chưa đạt')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Công bố phù hợp số 12/ })).toHaveTextContent(REASON)
    await expectAxeClean(container)
    unmount()
    const paper = await renderScreen((props) => <DeclarationScreen {...props} unit={UNIT} id={id} />, { store })
    const article = await within(paper.container).findByRole('article', { name: 'Bản công bố' })
    expect(article).toHaveTextContent(/Công bố khi còn điều kiện chưa đạt.*Chưa nộp bản tự đánh giá nào.*Theo chỉ đạo/)
    await expectAxeClean(paper.container)
    const note = await renderScreen((props) => <DeclarationNote screen={props} unit={UNIT} />, { store })
    expect(await within(note.container).findByText(/Lý do: Theo chỉ đạo/)).toBeInTheDocument()
  })

  it('DEC-16: the register is printed as a paper with room to sign', async () => {
    const { store } = await declared()
    await renderScreen((props) => <DeclarationsScreen {...props} />, { store })
    const paper = within(await screen.findByRole('article', { name: 'Sổ đăng ký công bố và chứng nhận' }))
    expect(paper.getByRole('row', { name: /12\/QĐ-UBND/ })).toHaveTextContent(REASON)
    expect(paper.getByText(/ngày 21 tháng 11 năm 2026/)).toBeInTheDocument()
    expect(paper.getByText('Người ký')).toBeInTheDocument()
    // Its own list, printed by the commune itself, is no paper of the department.
    expect(paper.getByText('Ủy ban nhân dân')).toBeInTheDocument()
    expect(paper.queryByText('Sở Khoa học và Công nghệ')).toBeNull()
  })

  it('DEC-13: the next one begins with the scope before and says what it changes', async () => {
    const { store } = await declared()
    const { user } = await renderScreen((props) => <NewDeclarationScreen {...props} />, { store })
    expect(await screen.findByText('Phạm vi và phiên bản không khác bản trước.')).toBeInTheDocument()
    await user.type(screen.getByLabelText(/Phạm vi áp dụng/), '{Enter}Đất đai')
    expect(await screen.findByText('Thêm vào phạm vi: Đất đai')).toBeInTheDocument()
  })

  it('DEC-7, DEC-12: suspending asks why and shows where it stands', async () => {
    const { store, id } = await declared()
    const { user } = await renderScreen((props) => <DeclarationScreen {...props} unit={UNIT} id={id} />, { store })
    await user.click(await screen.findByRole('button', { name: 'Tạm ngừng hiệu lực' }))
    const dialog = screen.getByRole('dialog', { name: 'Tạm ngừng hiệu lực' })
    await user.type(within(dialog).getByLabelText('Lý do'), 'Chờ khắc phục')
    await user.click(within(dialog).getByRole('button', { name: 'Tạm ngừng hiệu lực' }))
    expect((await screen.findAllByText('Tạm ngừng')).length).toBeGreaterThan(0)
    expect(screen.getByRole('button', { name: 'Áp dụng lại' })).toBeInTheDocument()
  })
})

describe('decay on the screen', () => {
  it('DEC-11: the commune reads its reasons on the first screen and on its own', async () => {
    const store = await aStore()
    await receivePlan(store, { ...aPlan(), start: addMonths(TODAY, -20) })
    const { container, unmount } = await renderScreen((props) => <NeedsOfDecay screen={props} />, { store })
    expect(await within(container).findByText(/Trong 12 tháng xã không có đánh giá nội bộ/)).toBeInTheDocument()
    unmount()
    const own = await renderScreen((props) => <DecayScreen {...props} />, { store })
    expect(await within(own.container).findAllByRole('link')).toHaveLength(4)
    await expectAxeClean(own.container)
  })

  it('DEC-11: who follows communes reads how many and which, with their reasons', async () => {
    const identity = anIdentity()
    const [grant] = identity.grants
    const grants = [{ ...grant!, role: 'area-monitor' as const, scope: 'area-180' }]
    const store = await aStore({ identity: { ...identity, grants } })
    await receivePlan(store, { ...aPlan(), start: addMonths(TODAY, -20) })
    const { container } = await renderScreen((props) => <NeedsOfDecay screen={props} />, { store })
    expect(await within(container).findByText('2 xã có nguy cơ hệ thống chỉ còn trên giấy')).toBeInTheDocument()
    const list = await renderScreen((props) => <DecayScreen {...props} />, { store })
    const row = await within(list.container).findByRole('link', { name: /xã số 1/ })
    expect(row).toHaveTextContent(/xã số 1.*không có đánh giá nội bộ \(chưa từng có\)/)
    expect(row).toHaveAttribute('href', `/communes/${UNIT}`)
  })

  it('DEC-11: says nothing where all is well', async () => {
    const store = await aStore()
    const { container } = await renderScreen((props) => <NeedsOfDecay screen={props} />, { store })
    expect(container.querySelector('main')).toBeEmptyDOMElement()
  })
})
