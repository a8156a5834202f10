import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { err } from '#domain/kernel/result.ts'
import { QuestionScreen } from '#features/self-assessment/question-screen.tsx'
import { RoundScreen } from '#features/self-assessment/round-screen.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { SubmitScreen } from '#features/self-assessment/submit-screen.tsx'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { aRound, answerAll, receiveAnswer, show } from './round-bench.tsx'

const NOT_APPLICABLE = 'Không áp dụng (phải nêu lý do)'

const draw = (store: PersonStore, id: string) => show(store, (props) => <SubmitScreen {...props} id={id} />)
const submit = () => screen.findByRole('button', { name: 'Nộp bản tự đánh giá' })

describe('submitting a round', () => {
  it('SA-7: names what is missing and leads there; no button that could only fail', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q4.2': null })
    await draw(store, id)
    const list = await screen.findByRole('list', { name: 'Còn 1 câu chưa trả lời' })
    expect(within(list).getByRole('link')).toHaveAttribute('href', `/self-assessment/${id}/q/Q4.2`)
    expect(screen.getByRole('link', { name: 'Trả lời nốt' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Nộp bản tự đánh giá' })).toBeNull()
  })

  it('SA-27: nothing is handed in over two answers to one question: it leads there, and hands in once one is chosen', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id)
    await receiveAnswer(store, id, 'Q4.2', { score: 0 })
    await draw(store, id)
    const list = await screen.findByRole('list', { name: '1 câu có hai câu trả lời khác nhau' })
    expect(within(list).getByRole('link')).toHaveAttribute('href', `/self-assessment/${id}/q/Q4.2`)
    expect(screen.queryByRole('button', { name: 'Nộp bản tự đánh giá' })).toBeNull()
    const [conflict] = await store.syncCentre.conflicts()
    valueOf(await store.syncCentre.resolve(conflict!, 0))
    expect(await submit()).toBeVisible()
  })

  it('SA-34: "not applicable" without its reason holds back, although the record still has the level from before', async () => {
    const { store, id, answerOf } = await aRound()
    await answerAll(store, id)
    const question = (props: ScreenProps) => <QuestionScreen {...props} id={id} question="Q4.2" />
    await show(store, question)
    await userEvent.click(await screen.findByRole('radio', { name: NOT_APPLICABLE }))
    await screen.findByText('Chưa lưu: cần ghi lý do không áp dụng.')
    await waitFor(async () => expect(await store.drafts.get(`choice:ans.${id}.Q4.2`)).toBe('na'))
    cleanup()
    await draw(store, id)
    const list = await screen.findByRole('list', { name: 'Còn 1 câu chưa trả lời' })
    expect(within(list).getByRole('link')).toHaveAttribute('href', `/self-assessment/${id}/q/Q4.2`)
    expect(screen.queryByRole('button', { name: 'Nộp bản tự đánh giá' })).toBeNull()
    cleanup()
    await show(store, (props) => <RoundScreen {...props} id={id} />, '/here?show=obstacle')
    expect(await screen.findByText('Cần nêu lý do')).toBeVisible()
    cleanup()
    await show(store, question)
    await userEvent.click(await screen.findByRole('radio', { name: /Đầy đủ, áp dụng/ }))
    await waitFor(async () => expect(await answerOf('Q4.2')).toMatchObject({ score: 3 }))
    cleanup()
    await draw(store, id)
    expect(await submit()).toBeVisible()
  })

  it('SA-6: a key question at 0 does not forbid submitting, only the claim to be ready', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q4.3': { score: 0 } })
    await draw(store, id)
    expect(await screen.findByText(/Vẫn nộp được, nhưng/)).toBeVisible()
    expect(await submit()).toBeVisible()
  })

  it('D4: says who sees what before and after', async () => {
    const { store, id } = await aRound()
    await draw(store, id)
    expect(await screen.findByText(/chỉ thấy đã trả lời bao nhiêu câu/)).toBeVisible()
    expect(screen.getByText(/Họ thấy điểm, lý do, ghi chú/)).toBeVisible()
  })

  it('seals the answers and says where they are: on this device, not yet sent', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id)
    await draw(store, id)
    await userEvent.click(await submit())
    expect(await screen.findByText(/^Đã lưu trên máy lúc .*sẽ tự gửi khi có mạng/)).toBeVisible()
    const [submission] = await store.assessments.submissions(UNIT)
    expect(submission?.content.answers).toHaveLength(52)
    expect(await screen.findByText(submission?.sha256.slice(0, 8) ?? '')).toBeVisible()
    expect(screen.getByText('Trên máy')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Về danh sách tự đánh giá' })).toBeVisible()
  })

  it('DAT-3: a full disk is told, and nothing was submitted', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id)
    const refuse = async () => err({ code: 'storage.full' } as const)
    await draw({ ...store, assessments: { ...store.assessments, submit: refuse } }, id)
    await userEvent.click(await submit())
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    await waitFor(async () => expect(await store.assessments.submissions(UNIT)).toEqual([]))
  })
})
