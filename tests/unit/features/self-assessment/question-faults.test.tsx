import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { DRAFT_EVERY_MS, WRITE_AFTER_MS } from '#features/autosave.ts'
import { QuestionScreen } from '#features/self-assessment/question-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { answer, answerAll, aRound, show } from './round-bench.tsx'

const QUESTION = 'Q4.3'
const realPut = IDBObjectStore.prototype.put
const realAdd = IDBObjectStore.prototype.add

/** The disk takes nothing more, as the engine itself says it. */
function fillDisk(): () => void {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  IDBObjectStore.prototype.put = refuse
  IDBObjectStore.prototype.add = refuse
  return freeDisk
}

function freeDisk(): void {
  IDBObjectStore.prototype.put = realPut
  IDBObjectStore.prototype.add = realAdd
}

async function opened() {
  const round = await aRound()
  const draw = async () => {
    const drawn = await show(round.store, (props) => <QuestionScreen {...props} id={round.id} question={QUESTION} />)
    await screen.findByRole('radio', { name: /Chưa có/ })
    return drawn
  }
  const answersSent = async () => {
    const ops = await round.store.syncCentre.unsentOps()
    return ops.filter(({ k }) => k === 'answer')
  }
  return { ...round, draw, answersSent, stored: () => round.answerOf(QUESTION) }
}

const pause = (ms: number) => act(() => new Promise((done) => setTimeout(done, ms)))

afterEach(freeDisk)

describe('a question, when something goes wrong', () => {
  it('keeps the choice when the disk itself is full, and stores it on retry', async () => {
    const { draw, stored } = await opened()
    await draw()
    const free = fillDisk()
    await userEvent.click(screen.getByRole('radio', { name: /Đầy đủ/ }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    expect(screen.getByRole('radio', { name: /Đầy đủ/ })).toBeChecked()
    expect(screen.queryByText(/^Đã lưu trên máy/)).toBeNull()
    free()
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
    await waitFor(async () => expect(await stored()).toMatchObject({ score: 3 }))
  })

  it('keeps a note on the screen when the disk itself is full', async () => {
    const { draw, stored } = await opened()
    await draw()
    const free = fillDisk()
    await userEvent.type(screen.getByLabelText(/^Ghi chú/), 'Sổ số 4')
    await userEvent.tab()
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    expect(screen.getByLabelText(/^Ghi chú/)).toHaveValue('Sổ số 4')
    free()
    await userEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
    await waitFor(async () => expect(await stored()).toMatchObject({ note: 'Sổ số 4' }))
  })

  it('stores a choice once, however often the same digit is pressed', async () => {
    const { draw, answersSent } = await opened()
    await draw()
    screen.getByRole('heading', { level: 1 }).focus()
    await userEvent.keyboard('2')
    await screen.findByText(/^Đã lưu trên máy/)
    await userEvent.keyboard('222')
    await pause(100)
    expect(await answersSent()).toHaveLength(1)
  })

  it('brings back a note that was only a draft when the browser was killed', async () => {
    const { store, id, draw } = await opened()
    valueOf(await store.drafts.put(`note:ans.${id}.${QUESTION}`, 'Đang viết dở'))
    await draw()
    await waitFor(() => expect(screen.getByLabelText(/^Ghi chú/)).toHaveValue('Đang viết dở'))
  })

  it('writes a note that was typed a blink before the screen went away', async () => {
    const { draw, stored } = await opened()
    await draw()
    await userEvent.type(screen.getByLabelText(/^Ghi chú/), 'Vừa gõ')
    cleanup()
    await waitFor(async () => expect(await stored()).toMatchObject({ note: 'Vừa gõ' }))
  })

  it('SA-1: keeps the reason as typed when "not applicable" with blanks only is left unwritten', async () => {
    const { store, id, draw, stored } = await opened()
    await answer(store, id, QUESTION, { score: 1 })
    await draw()
    await userEvent.click(screen.getByRole('radio', { name: /^Không áp dụng/ }))
    await userEvent.type(screen.getByLabelText(/^Lý do/), '   ')
    await userEvent.tab()
    await pause(DRAFT_EVERY_MS)
    expect(screen.getByLabelText(/^Lý do/)).toHaveValue('   ')
    expect(screen.getByRole('radio', { name: /^Không áp dụng/ })).toBeChecked()
    expect(await stored()).toMatchObject({ score: 1, reason: '' })
  })

  it('never writes a draft left behind into a round that was submitted meanwhile', async () => {
    const { store, id, draw, stored } = await opened()
    await answerAll(store, id)
    valueOf(await store.assessments.submit(id))
    valueOf(await store.drafts.put(`note:ans.${id}.${QUESTION}`, 'viết sau khi nộp'))
    await draw()
    await pause(WRITE_AFTER_MS + 300)
    cleanup()
    await pause(100)
    expect(await stored()).toMatchObject({ note: '' })
  })

  it('shows the score that was submitted, whatever choice was left waiting for its reason', async () => {
    const { store, id, draw } = await opened()
    await answerAll(store, id)
    valueOf(await store.assessments.submit(id))
    valueOf(await store.drafts.put(`choice:ans.${id}.${QUESTION}`, 'na'))
    await draw()
    expect(screen.getByRole('radio', { name: /Có văn bản/ })).toBeChecked()
  })
})
