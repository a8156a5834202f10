import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ActionScreen } from '#features/improvement-actions/action-screen.tsx'
import { ActionsScreen } from '#features/improvement-actions/actions-screen.tsx'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const action = (what: string, until: string) => ({
  unit: UNIT,
  of: 'sub-1',
  question: 'Q4.1',
  what,
  who: 'Thư ký ISO',
  until: writtenDate(until),
})

describe('improvement actions', () => {
  it('teaches while there are none', async () => {
    await renderScreen((props) => <ActionsScreen {...props} />, { store: await aStore() })
    expect(await screen.findByText('Chưa có việc cải tiến nào')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Đến tự đánh giá' })).toHaveAttribute('href', '/self-assessment')
  })

  it('IMP-4, IMP-5: the overdue one first, with its days in words', async () => {
    const store = await aStore()
    valueOf(await store.reviews.addAction(action('Việc còn hạn', '30/12/2026')))
    valueOf(await store.reviews.addAction(action('Việc quá hạn', '11/11/2026')))
    await renderScreen((props) => <ActionsScreen {...props} />, { store })
    await screen.findByRole('link', { name: /Việc quá hạn/ })
    const [, ...links] = screen.getAllByRole('link')
    expect(links[0]).toHaveTextContent(/Việc quá hạn.*Quá hạn 10 ngày/)
    expect(links[1]).toHaveTextContent(/Việc còn hạn.*Đang làm/)
  })

  it('IMP-3: ending one asks what was done', async () => {
    const store = await aStore()
    const id = valueOf(await store.reviews.addAction(action('Lập bảng', '30/12/2026')))
    const { user } = await renderScreen((props) => <ActionScreen {...props} unit={UNIT} id={id} />, { store })
    await user.click(await screen.findByRole('button', { name: 'Đã làm xong' }))
    await user.type(screen.getByLabelText('Đã làm gì'), 'Đã ban hành')
    await user.click(screen.getAllByRole('button', { name: 'Đã làm xong' }).at(-1)!)
    // The words also stand in the box of the dialog, which goes first.
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText('Đã ban hành')).toBeInTheDocument()
    expect((await store.reviews.actions([UNIT]))[0]).toMatchObject({ state: 'done', outcome: 'Đã ban hành' })
  })
})
