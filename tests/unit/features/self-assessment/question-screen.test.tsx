import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { err } from '#domain/kernel/result.ts'
import type { Role } from '#domain/access/role.ts'
import { QuestionScreen } from '#features/self-assessment/question-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { answer, aRound, answerAll, receiveAnswer, show } from './round-bench.tsx'

const NOT_APPLICABLE = 'Không áp dụng (phải nêu lý do)'

async function opened(question = 'Q4.3', role: Role = 'iso-secretary') {
  const round = await aRound(role)
  const { store, id } = round
  const draw = async (over: Partial<typeof store> = {}) => {
    const drawn = await show({ ...store, ...over }, (props) => (
      <QuestionScreen {...props} id={id} question={question} />
    ))
    await screen.findByRole('radio', { name: NOT_APPLICABLE })
    return drawn
  }
  return { ...round, draw, stored: () => round.answerOf(question) }
}

const radio = (name: string | RegExp) => screen.getByRole('radio', { name })
const choose = (name: string | RegExp) => userEvent.click(radio(name))

describe('a question', () => {
  it('says where the person is, what decides and what was answered last time', async () => {
    const { store, id, draw } = await opened()
    await answer(store, id, 'Q4.1', { score: 3 })
    await draw()
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/Phạm vi HTQLCL/)
    expect(screen.getByText('Khoản 4 · Bối cảnh của tổ chức')).toBeVisible()
    expect(screen.getByText('Câu 3 trong 52')).toBeVisible()
    expect(screen.getByText('Câu then chốt')).toBeVisible()
    expect(screen.getByText('Điều 4.3')).toBeVisible()
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'Đã trả lời 1 trong 52 câu')
    expect(screen.getByRole('link', { name: 'Chưa trả lời: 51' })).toBeVisible()
  })

  it('shows the score of the round before', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q4.3': { score: 1 } })
    valueOf(await store.assessments.submit(id))
    const next = valueOf(await store.assessments.start('ls25-06001', 'commune-self-assessment@1', '2015'))
    await show(store, (props) => <QuestionScreen {...props} id={next} question="Q4.3" />)
    expect(await screen.findByText('Điều 4.3 · lần trước: 1')).toBeVisible()
  })

  it('SA-31: a level chosen by a slip is taken back, also "not applicable" that still waits for its reason', async () => {
    const { store, id, draw, stored } = await opened()
    await draw()
    expect(screen.queryByRole('button', { name: /^Bỏ chọn/ })).toBeNull()
    await choose(/Có nhưng chưa đầy đủ/)
    const clear = await screen.findByRole('button', { name: /^Bỏ chọn: / })
    await waitFor(async () => expect(await stored()).toMatchObject({ score: 1 }))
    clear.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(async () => expect(await stored()).toMatchObject({ score: null }))
    await waitFor(() => expect(radio(/Có nhưng chưa đầy đủ/)).not.toBeChecked())
    expect(screen.queryByRole('button', { name: /^Bỏ chọn/ })).toBeNull()
    expect((await store.assessments.get(id))?.answered).toBe(0)
    await choose(NOT_APPLICABLE)
    await userEvent.click(await screen.findByRole('button', { name: /^Bỏ chọn: / }))
    await waitFor(() => expect(radio(NOT_APPLICABLE)).not.toBeChecked())
  })

  it('writes a choice at once and says "saved" only after the receipt', async () => {
    const { store, draw, stored } = await opened()
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const saveAnswer: typeof store.assessments.saveAnswer = async (...given) => {
      await gate
      return store.assessments.saveAnswer(...given)
    }
    await draw({ assessments: { ...store.assessments, saveAnswer } })
    await choose(/Có nhưng chưa đầy đủ/)
    expect(radio(/Có nhưng chưa đầy đủ/)).toBeChecked()
    expect(screen.queryByText(/^Đã lưu trên máy/)).toBeNull()
    expect(await stored()).toBeNull()
    await act(async () => release())
    expect(await screen.findByText(/^Đã lưu trên máy/)).toBeVisible()
    expect(await stored()).toMatchObject({ score: 1 })
    expect(await screen.findByRole('link', { name: 'Chưa trả lời: 51' })).toBeVisible()
    expect(screen.getByText('Trên máy')).toBeVisible()
  })

  it('is answered by digits while the focus is on it, and not while a note is typed', async () => {
    const { draw, stored } = await opened()
    await draw()
    screen.getByRole('heading', { level: 1 }).focus()
    await userEvent.keyboard('2')
    await waitFor(async () => expect(await stored()).toMatchObject({ score: 2 }))
    await userEvent.type(screen.getByLabelText(/^Ghi chú/), 'Có 3 văn bản')
    expect(radio(/Có văn bản, chưa áp dụng đều/)).toBeChecked()
  })

  it('SA-1: "not applicable" waits for its reason and cannot be left without one', async () => {
    const { store, id, draw, stored } = await opened()
    await answer(store, id, 'Q4.3', { score: 2 })
    const { address } = await draw()
    await choose(NOT_APPLICABLE)
    expect(screen.getByText('Chưa lưu: cần ghi lý do không áp dụng.')).toBeVisible()
    await userEvent.click(screen.getByRole('link', { name: 'Câu sau' }))
    expect(await screen.findByText(/thì cần ghi lý do/)).toBeVisible()
    expect(address()).toBe('/here')
    expect(screen.getByLabelText(/^Lý do/)).toHaveFocus()
    expect(radio(NOT_APPLICABLE)).toBeChecked()
    expect(await stored()).toMatchObject({ score: 2 })
    await userEvent.type(screen.getByLabelText(/^Lý do/), 'Xã không có việc này')
    await userEvent.click(screen.getByRole('link', { name: 'Câu sau' }))
    await waitFor(() => expect(address()).toBe(`/self-assessment/${id}/q/Q4.4`))
    expect(await stored()).toMatchObject({ score: 'na', reason: 'Xã không có việc này' })
  })

  it('SA-1: a reason that is wiped out again is refused, and what stands in the store stays', async () => {
    const { store, id, draw, stored } = await opened()
    await answer(store, id, 'Q4.3', { score: 'na', reason: 'Xã không có việc này' })
    await draw()
    await userEvent.clear(screen.getByLabelText(/^Lý do/))
    await userEvent.tab()
    expect(await screen.findByText(/thì cần ghi lý do/)).toBeVisible()
    expect(await stored()).toMatchObject({ score: 'na', reason: 'Xã không có việc này' })
  })

  it('brings back a choice that waited for its reason when the browser was killed', async () => {
    const { store, id, draw } = await opened()
    await draw()
    await choose(NOT_APPLICABLE)
    await waitFor(async () => expect(await store.drafts.get(`choice:ans.${id}.Q4.3`)).toBe('na'))
    cleanup()
    await draw()
    expect(radio(NOT_APPLICABLE)).toBeChecked()
    await choose(/Chưa có/)
    await waitFor(async () => expect(await store.drafts.get(`choice:ans.${id}.Q4.3`)).toBeUndefined())
    await waitFor(() => expect(radio(/Chưa có/)).toBeChecked())
  })

  it('DAT-3: a choice that could not be stored stays on the screen, holds the person back and can be tried again', async () => {
    const { store, draw, stored } = await opened()
    let isFull = true
    const saveAnswer: typeof store.assessments.saveAnswer = async (...given) =>
      isFull ? err({ code: 'storage.full' }) : store.assessments.saveAnswer(...given)
    const { address } = await draw({ assessments: { ...store.assessments, saveAnswer } })
    await choose(/Đầy đủ, áp dụng/)
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    expect(radio(/Đầy đủ, áp dụng/)).toBeChecked()
    await userEvent.click(screen.getByRole('link', { name: 'Câu sau' }))
    expect(address()).toBe('/here')
    isFull = false
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
    await waitFor(async () => expect(await stored()).toMatchObject({ score: 3 }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })

  it('the last of several quick choices is the one that stays', async () => {
    const { draw, stored } = await opened()
    await draw()
    await choose(/Chưa có/)
    await choose(/Có nhưng/)
    await choose(/Đầy đủ/)
    await waitFor(async () => expect(await stored()).toMatchObject({ score: 3 }))
    await waitFor(() => expect(radio(/Đầy đủ/)).toBeChecked())
  })

  it('keeps a note by itself, also when the next question is opened at once', async () => {
    const { id, draw, stored } = await opened()
    const { address } = await draw()
    await userEvent.type(screen.getByLabelText(/^Ghi chú/), 'Có 3 văn bản')
    await userEvent.click(screen.getByRole('link', { name: 'Câu sau' }))
    await waitFor(() => expect(address()).toBe(`/self-assessment/${id}/q/Q4.4`))
    await waitFor(async () => expect(await stored()).toMatchObject({ note: 'Có 3 văn bản', score: null }))
  })

  it('CHG-8: two different answers are both shown, and choosing one settles it', async () => {
    const { store, id, draw, stored } = await opened()
    await answer(store, id, 'Q4.3', { score: 3 })
    await receiveAnswer(store, id, 'Q4.3', { score: 1 })
    await draw()
    expect(await screen.findByText('Hai người trả lời khác nhau')).toBeVisible()
    const [first] = await screen.findAllByRole('button', { name: 'Chọn câu này' })
    expect(screen.getByText(/^người khác, /i)).toBeVisible()
    expect(screen.getByText(/^anh\/chị, /)).toBeVisible()
    if (first) await userEvent.click(first)
    await waitFor(() => expect(screen.queryByText('Hai người trả lời khác nhau')).toBeNull())
    expect(await stored()).toMatchObject({ hasConflict: false })
    expect(await store.syncCentre.conflicts()).toEqual([])
  })

  it('can only be read after the round was submitted', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    valueOf(await store.assessments.submit(id))
    await draw()
    expect(screen.getByText(/đã nộp nên không sửa được/)).toBeVisible()
    expect(radio(NOT_APPLICABLE)).toBeDisabled()
    expect(screen.queryByText('Chụp bằng chứng')).toBeNull()
  })

  it('tells whoever may not answer why', async () => {
    const { store, draw } = await opened()
    const identity = {
      ...store.identity,
      grants: store.identity.grants.map((grant) => ({ ...grant, role: 'internal-auditor' as const })),
    }
    await draw({ identity })
    expect(screen.getByText(/Anh\/chị xem được nhưng không sửa/)).toBeVisible()
  })

  it('says so when the question does not exist', async () => {
    const { store, id } = await aRound()
    await show(store, (props) => <QuestionScreen {...props} id={id} question="Q99" />)
    expect(await screen.findByText('Không thấy câu hỏi này')).toBeVisible()
  })

  it('leads from the last question to what is still open, and to submitting when nothing is', async () => {
    const { store, id, draw } = await opened('Q11.3')
    await draw()
    expect(screen.getByRole('link', { name: 'Xem lại' })).toHaveAttribute(
      'href',
      `/self-assessment/${id}?show=unanswered`,
    )
    await act(() => answerAll(store, id))
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Xem lại' })).toHaveAttribute('href', `/self-assessment/${id}/submit`),
    )
  })
})
