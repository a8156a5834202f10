// What a commune prints of a round it handed in: the same paper from the round, from an earlier submission of it, and
// for somebody who does not read its drafts.
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { RevisionScreen } from '#features/self-assessment/revision-screen.tsx'
import { RoundScreen } from '#features/self-assessment/round-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { answer, answerAll, aRound, show } from './round-bench.tsx'

const TITLE = 'Phiếu tự đánh giá hệ thống quản lý chất lượng'

const inGroups = (sha256: string) => [0, 16, 32, 48].map((from) => sha256.slice(from, from + 16)).join(' ')

const print = () => act(async () => window.dispatchEvent(new Event('beforeprint')))

async function sentBack() {
  const { store, id } = await aRound()
  await answerAll(store, id, { 'Q4.1': { score: 0 } })
  valueOf(await store.assessments.submit(id))
  const first = (await store.assessments.submissions(UNIT))[0]!
  const fields = { unit: UNIT, submission: first.id, state: 'reopened', reason: 'Chấm nhầm' }
  await receive(store, { feed: `${UNIT}/pub`, kind: 'verification-state', entity: `vst.${first.id}`, fields })
  return { store, id, first }
}

describe('a round on paper', () => {
  it('SA-33: whoever handed it in prints it, and the print is noted under the submission', async () => {
    const { store, id } = await aRound()
    await answerAll(store, id)
    valueOf(await store.assessments.submit(id))
    const submission = (await store.assessments.submissions(UNIT))[0]!
    const exported = vi.spyOn(store.activities, 'exported')
    const printed = vi.fn<() => void>()
    const draw = { store, platform: { print: printed } }
    const { user } = await renderScreen((props) => <RoundScreen {...props} id={id} />, draw)
    await user.click(await screen.findByRole('button', { name: 'In' }))
    await waitFor(() => expect(printed).toHaveBeenCalledOnce())
    expect(exported).toHaveBeenCalledWith({ what: 'submission', unit: UNIT, record: submission.id, form: 'print' })
    await print()
    const paper = await screen.findByRole('article', { name: TITLE })
    expect(within(paper).getByText(inGroups(submission.sha256))).toBeInTheDocument()
  })

  it('SA-33: an earlier submission says that a correction took its place, and the correction does not', async () => {
    const { store, id, first } = await sentBack()
    valueOf(await store.reviews.startRevision(id))
    await answer(store, id, 'Q4.1', { score: 2 })
    valueOf(await store.assessments.submit(id))
    const earlier = await show(store, (props) => <RevisionScreen {...props} id={id} submission={first.id} />)
    await screen.findByText(/^Đã có bản sửa mới hơn/)
    await print()
    const paper = await screen.findByRole('article', { name: TITLE })
    expect(within(paper).getByText(/^Bản này không còn là bản mới nhất/)).toBeInTheDocument()
    expect(within(paper).getByText('Lý do: Chấm nhầm')).toBeInTheDocument()
    expect(within(paper).getByText(inGroups(first.sha256))).toBeInTheDocument()
    earlier.unmount()
    await show(store, (props) => <RoundScreen {...props} id={id} />)
    await screen.findByText(/^Đã nộp lúc/)
    await print()
    const latest = await screen.findByRole('article', { name: TITLE })
    expect(within(latest).getByText('Bản sửa lần 2')).toBeInTheDocument()
    expect(within(latest).queryByText(/^Bản này /)).toBeNull()
  })

  it('SA-33: a round that was not handed in has no paper and none to print', async () => {
    const { store, id } = await aRound()
    await answer(store, id, 'Q4.1', { score: 2 })
    await show(store, (props) => <RoundScreen {...props} id={id} />)
    await screen.findByText('Đã trả lời 1 trong 52 câu')
    await print()
    expect(screen.queryByRole('button', { name: 'In' })).toBeNull()
    expect(screen.queryByRole('article', { name: TITLE })).toBeNull()
  })
})
