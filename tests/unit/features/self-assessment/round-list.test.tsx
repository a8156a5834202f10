import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { QuestionScreen } from '#features/self-assessment/question-screen.tsx'
import { RoundListScreen } from '#features/self-assessment/round-list-screen.tsx'
import { RoundScreen } from '#features/self-assessment/round-screen.tsx'
import { BANK_2, carryBankVersion2, NEW_WORDS, withdrawInstrument } from '#support/questionnaire/bank-version-2.ts'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { receive } from '#support/store/receive.ts'
import { UNIT } from '#support/store/test-store.ts'
import { answer, answerAll, aRound, aStoreOf, receiveAnswer, show } from './round-bench.tsx'

const undo: (() => void)[] = []
afterEach(() => {
  for (const one of undo.splice(0).reverse()) one()
})

const list = (store: OpenedPersonStore, id: string, query = '') =>
  show(store, (props) => <RoundListScreen {...props} id={id} />, `/self-assessment/${id}/list${query}`)
const round = (store: OpenedPersonStore, id: string) => show(store, (props) => <RoundScreen {...props} id={id} />)
const question = (store: OpenedPersonStore, id: string, name: string) =>
  show(store, (props) => <QuestionScreen {...props} id={id} question={name} />)

describe('a round as a list', () => {
  it('SA-22: answers where the questions stand, by keys, and jumps to the next one that is open in any chapter', async () => {
    const { store, id, answerOf } = await aRound()
    await answerAll(store, id, { 'Q4.2': null, 'Q9.1': null, 'Q4.3': { score: 0 } })
    await list(store, id)
    await userEvent.click(await screen.findByRole('button', { name: 'Câu chưa trả lời kế tiếp' }))
    const second = await screen.findByRole('group', { name: /các bên quan tâm/ })
    await waitFor(() => expect(within(second).getAllByRole('radio')[0]).toHaveFocus())
    await userEvent.keyboard('3')
    await waitFor(async () => expect((await answerOf('Q4.2'))?.score).toBe(3))
    await userEvent.keyboard('{Enter}')
    expect(within(screen.getByRole('group', { name: /Phạm vi HTQLCL/ })).getAllByRole('radio')[0]).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: 'Câu chưa trả lời kế tiếp' }))
    expect(await screen.findByRole('heading', { level: 2, name: /^Khoản 9/ })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Câu còn vướng kế tiếp' }))
    expect(await screen.findByRole('heading', { level: 2, name: /^Khoản 4/ })).toBeVisible()
    expect(screen.getByRole('button', { name: /Khoản 4.*5\/5, vướng 1/ })).toHaveAttribute('aria-current', 'true')
  })
})

describe('a question by keys', () => {
  it('SA-22: Enter goes on and Shift+Enter back, and a jump passes over what is answered', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id, { 'Q9.1': null })
    const { address } = await question(store, id, 'Q4.2')
    ;(await screen.findAllByRole('radio'))[0]?.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(address()).toMatch(/\/q\/Q4\.3$/))
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    await waitFor(() => expect(address()).toMatch(/\/q\/Q4\.1$/))
    await userEvent.click(screen.getByRole('button', { name: 'Câu chưa trả lời kế tiếp' }))
    await waitFor(() => expect(address()).toMatch(/\/q\/Q9\.1$/))
  })
})

describe('the list of questions', () => {
  it('QST-7: finds a question without tone marks', async () => {
    const { store, id } = await aRound()
    await round(store, id)
    await userEvent.type(await screen.findByLabelText('Tìm câu hỏi'), 'ben quan tam')
    expect(await screen.findByText(/^Thấy \d câu$/)).toBeVisible()
    expect(screen.getByRole('link', { name: /danh mục các bên quan tâm/ })).toBeVisible()
    expect(screen.queryByRole('link', { name: /biến đổi khí hậu/ })).toBeNull()
  })
})

describe('two answers to one question', () => {
  const disputed = async (role: 'iso-secretary' | 'professional-officer') => {
    const { store: maker, id } = await aRound()
    const store = role === 'iso-secretary' ? maker : await aStoreOf(role)
    if (store !== maker) {
      const fields = {
        unit: UNIT,
        round: '2026-1',
        instrument: COMMUNE_SELF_ASSESSMENT,
        edition: '2015',
        startedOn: '2026-07-01',
      }
      await receive(store, { feed: `${UNIT}/self`, kind: 'assessment', entity: id, by: 'acc-chairman', fields })
    }
    await answer(store, id, 'Q4.3', { score: 3 })
    await receiveAnswer(store, id, 'Q4.3', { score: 1 })
    await question(store, id, 'Q4.3')
  }

  it('SA-23: are chosen from by whoever leads the round', async () => {
    await disputed('iso-secretary')
    expect(await screen.findAllByRole('button', { name: 'Chọn câu này' })).toHaveLength(2)
    expect(screen.getAllByRole('radio')[0]).toBeEnabled()
  })

  it('SA-23: are both shown to anybody else, who answers nothing over them', async () => {
    await disputed('professional-officer')
    expect(await screen.findByText(/Chủ tịch xã chọn câu đúng/)).toBeVisible()
    expect(within(await screen.findByRole('list', { name: 'Điểm' })).getAllByRole('listitem')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Chọn câu này' })).toBeNull()
    expect(screen.getAllByRole('radio')[0]).toBeDisabled()
  })
})

describe('a corrected version of the questions', () => {
  it('RVS-1, SA-24, SA-25: is shown with what changed and what stays behind, moved to by one button, and told of after', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 1 })
    await answer(store, id, 'Q4.2', { score: 2 })
    undo.push(carryBankVersion2())
    await round(store, id)
    expect(await screen.findByText('Bộ câu hỏi có bản sửa: phiên bản 1 → 2')).toBeVisible()
    const changes = within(screen.getByRole('list', { name: 'Các thay đổi', hidden: true })).getAllByRole('listitem', {
      hidden: true,
    })
    expect(changes).toHaveLength(4)
    const aside = () => within(screen.getByRole('list', { name: '1 câu trả lời không chuyển theo được' }))
    expect(aside().getByRole('listitem')).toHaveTextContent('Điểm 1')
    await userEvent.click(screen.getByRole('button', { name: 'Chuyển sang phiên bản 2' }))
    expect(await screen.findByText(/^Đã chuyển từ phiên bản 1 sang 2 lúc/)).toBeVisible()
    expect((await store.assessments.get(id))?.instrument).toBe(BANK_2)
    expect(aside().getByRole('listitem')).toHaveTextContent('Điểm 1')
    const again = screen.getByRole('list', { name: '1 câu đổi lời hỏi, anh/chị xem lại câu trả lời:' })
    expect(within(again).getByRole('link')).toHaveTextContent(NEW_WORDS.vi)
  })

  it('QST-8: that was withdrawn says that the round can be finished', async () => {
    const { store, id } = await aRound()
    undo.push(withdrawInstrument(COMMUNE_SELF_ASSESSMENT))
    await round(store, id)
    expect(await screen.findByText('Lần này vẫn trả lời tiếp và nộp được như thường.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Làm tiếp' })).toBeVisible()
  })
})
