import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { err } from '#domain/kernel/result.ts'
import { RoundsScreen } from '#features/self-assessment/rounds-screen.tsx'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { answer, aRound, answerAll, aStoreOf, show } from './round-bench.tsx'

const draw = (store: PersonStore) => show(store, (props) => <RoundsScreen {...props} />)

describe('the list of self-assessments', () => {
  it('teaches while it is empty and starts the first round with one button', async () => {
    const store = await aStoreOf('iso-secretary')
    const { address } = await draw(store)
    expect(await screen.findByText('Xã chưa có lần tự đánh giá nào')).toBeVisible()
    expect(screen.getByLabelText('Theo phiên bản tiêu chuẩn')).toHaveDisplayValue('TCVN ISO 9001:2015')
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu tự đánh giá' }))
    await waitFor(() => expect(address()).toBe(`/self-assessment/asm.${UNIT}.2026-1/q/Q4.1`))
    expect(await store.assessments.list(UNIT)).toMatchObject([{ edition: '2015', answered: 0, total: 52 }])
  })

  it('marks an edition that nobody confirmed as to be checked', async () => {
    await draw(await aStoreOf('chairman'))
    expect(await screen.findByRole('option', { name: 'ISO 9001:2026 (dự thảo) (cần kiểm tra)' })).toBeInTheDocument()
  })

  it('says why a round could not be started', async () => {
    const store = await aStoreOf('iso-secretary')
    const start = async () => err({ code: 'storage.full' } as const)
    await draw({ ...store, assessments: { ...store.assessments, start } })
    await userEvent.click(await screen.findByRole('button', { name: 'Bắt đầu tự đánh giá' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
  })

  it('leads from the running round to the first question without an answer', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 2 })
    await draw(store)
    expect(await screen.findByRole('link', { name: 'Làm tiếp' })).toHaveAttribute(
      'href',
      `/self-assessment/${id}/q/Q4.2`,
    )
    expect(screen.getByText('Đã trả lời 1 trong 52 câu')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Bắt đầu tự đánh giá' })).toBeNull()
  })

  it('offers no way to go on to whoever may not answer', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 2 })
    await show(store, (props) => <RoundsScreen {...props} person={{ ...props.person, may: () => false }} />)
    expect(await screen.findByRole('link', { name: 'Xem toàn bộ câu hỏi' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Làm tiếp' })).toBeNull()
  })

  it('leads from a complete round to submitting', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id)
    await draw(store)
    expect(await screen.findByRole('link', { name: 'Xem lại và nộp' })).toHaveAttribute(
      'href',
      `/self-assessment/${id}/submit`,
    )
  })

  it('SA-4, SA-6: shows of a submitted round its mean and how many key questions stand in the way', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q4.3': { score: 0 } })
    valueOf(await store.assessments.submit(id))
    await draw(store)
    const list = await screen.findByRole('list', { name: 'Đã nộp' })
    // 51 questions with 2 and one with 0: 102 / 52 = 1.96.
    expect(within(list).getByText(/điểm trung bình 2,0\/3 · còn 1 câu then chốt chưa đạt/)).toBeVisible()
    expect(within(list).getByText('Trên máy')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Bắt đầu tự đánh giá' })).toBeVisible()
  })

  it('tells whoever may not answer why, and offers no start', async () => {
    await draw(await aStoreOf('internal-auditor'))
    expect(await screen.findByText(/Anh\/chị xem được nhưng không sửa/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Bắt đầu tự đánh giá' })).toBeNull()
  })
})
