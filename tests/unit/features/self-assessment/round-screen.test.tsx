import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { RoundScreen } from '#features/self-assessment/round-screen.tsx'
import { aPhoto, UNIT, valueOf } from '#support/store/test-store.ts'
import { answer, aRound, answerAll, receiveAnswer, show } from './round-bench.tsx'

const draw = (store: PersonStore, id: string, at?: string) =>
  show(store, (props) => <RoundScreen {...props} id={id} />, at)

const questions = () => screen.getAllByRole('link').filter((link) => /\/q\//.test(link.getAttribute('href') ?? ''))
const chapter4 = () => screen.findByRole('list', { name: 'Khoản 4 · Bối cảnh của tổ chức' })

describe('a round at a glance', () => {
  it('lists every question by chapter with its answer and what is special about it', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 2 })
    await answer(store, id, 'Q4.2', { score: 'na', reason: 'Không có' })
    await answer(store, id, 'Q4.3', { score: 3 })
    await receiveAnswer(store, id, 'Q4.3', { score: 1 })
    valueOf(await store.evidence.add({ feed: `${UNIT}/self`, of: `ans.${id}.Q4.1`, caption: '', photo: aPhoto('a') }))
    await draw(store, id)
    const rows = within(await chapter4()).getAllByRole('listitem')
    expect(rows).toHaveLength(5)
    expect(rows[0]).toHaveTextContent(/Điểm 2.*1 ảnh/)
    expect(rows[1]).toHaveTextContent('Không áp dụng')
    expect(rows[2]).toHaveTextContent(/Câu then chốt.*Hai người trả lời khác nhau/)
    expect(rows[3]).toHaveTextContent('Chưa trả lời')
    expect(screen.getByText('3/5')).toBeVisible()
  })

  it('narrows the list to what is open or decides, and keeps that in the address', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q4.2': null, 'Q11.1': null })
    const { location } = await draw(store, id, `/self-assessment/${id}?show=unanswered`)
    expect(await screen.findByRole('radio', { name: 'Chưa trả lời' })).toBeChecked()
    expect(within(await chapter4()).getAllByRole('listitem')).toHaveLength(1)
    await userEvent.click(screen.getByRole('radio', { name: 'Then chốt' }))
    await waitFor(() => expect(location.history.at(-1)).toBe(`/self-assessment/${id}?show=key`))
    expect(within(await chapter4()).getAllByRole('listitem')).toHaveLength(1)
  })

  it('says that nothing is left when every question has its answer', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id)
    await draw(store, id, `/self-assessment/${id}?show=unanswered`)
    expect(await screen.findByText('Không còn câu nào trong mục này')).toBeVisible()
  })

  it('SA-4: shows the mean of each chapter as a bar with its number', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 3 })
    await answer(store, id, 'Q4.2', { score: 2 })
    await draw(store, id)
    const bar = await screen.findByRole('progressbar', { name: 'Khoản 4 · Bối cảnh của tổ chức' })
    expect(bar).toHaveAttribute('aria-valuetext', '2,5 trên 3')
    expect(screen.getByRole('progressbar', { name: 'Khoản 5 · Sự lãnh đạo' })).toHaveAttribute(
      'aria-valuetext',
      'Chưa có điểm',
    )
  })

  it('SA-6: names the key questions that stand in the way, with the reason', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q4.3': { score: 0 } })
    await draw(store, id)
    const title = 'Chưa sẵn sàng công bố: 1 câu then chốt chưa đạt'
    expect(within(await screen.findByRole('list', { name: title })).getByRole('listitem')).toHaveTextContent(
      'đang là 0',
    )
    await waitFor(() => expect(questions().length).toBe(53))
  })

  it('goes on with the next open question', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 0 })
    await draw(store, id)
    expect(await screen.findByRole('link', { name: 'Làm tiếp' })).toHaveAttribute(
      'href',
      `/self-assessment/${id}/q/Q4.2`,
    )
  })

  it('can only be read once submitted, and says so', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id)
    valueOf(await store.assessments.submit(id))
    await draw(store, id)
    expect(await screen.findByText(/^Đã nộp lúc/)).toBeVisible()
    const [submission] = await store.assessments.submissions(UNIT)
    expect(await screen.findByText(`Mã niêm phong ${submission?.sha256.slice(0, 8)}`)).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Xem lại và nộp' })).toBeNull()
  })

  it('says what to do when the round is not on this device', async () => {
    const { store } = await aRound()
    await draw(store, `asm.${UNIT}.2001-1`)
    expect(await screen.findByText('Không thấy lần tự đánh giá này')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Về danh sách tự đánh giá' })).toHaveAttribute('href', '/self-assessment')
  })
})
