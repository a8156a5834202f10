import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SubmissionScreen } from '#features/communes/submission-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aPhoto, valueOf } from '#support/store/test-store.ts'
import { FIRST, FIRST_NAME, followerStore, submitAssessment } from './follower-scene.ts'

describe('a submitted self-assessment', () => {
  it('shows every sealed answer with its chapter mean, its photos and the short form of its seal', async () => {
    const store = await followerStore()
    await submitAssessment(store, FIRST, async (assessment) => {
      const first = { score: 0, note: 'Chưa có sổ theo dõi' } as const
      valueOf(await store.assessments.saveAnswer(assessment, 'Q4.1', first))
      const of = `ans.${assessment}.Q4.1`
      valueOf(await store.evidence.add({ feed: `${FIRST}/self`, of, caption: 'Tủ hồ sơ', photo: aPhoto('a') }))
    })
    const [submission] = await store.assessments.submissions(FIRST)
    await renderScreen((props) => <SubmissionScreen {...props} unit={FIRST} submission={submission!.id} />, { store })
    expect(await screen.findByText(/Chưa có sổ theo dõi/)).toBeInTheDocument()
    expect(screen.getByText(`${FIRST_NAME} · Địa bàn Tràng Định`)).toBeInTheDocument()
    expect(screen.getByText('Đã niêm phong')).toBeInTheDocument()
    expect(screen.getByText(new RegExp(submission!.sha256.slice(0, 8)))).toBeInTheDocument()
    const chapters = screen.getAllByRole('region', { name: /^Khoản / })
    expect(chapters[0]).toHaveTextContent(/trung bình 1,\d\/3/)
    expect(within(chapters[0]!).getByText('Xã: 0 · Chưa có')).toBeInTheDocument()
    expect(screen.getAllByText('Xã: 2 · Có văn bản, chưa áp dụng đều')).toHaveLength(51)
    expect(await screen.findByText(/· Tủ hồ sơ$/)).toBeInTheDocument()
  })

  it('SA-29: two different findings are told instead of closing, with the way to choose', async () => {
    const store = await followerStore()
    await submitAssessment(store, FIRST)
    const [submission] = await store.assessments.submissions(FIRST)
    const { id, content } = submission!
    const agreed = content.answers.map(({ questionId }) => [questionId, { level: 2, reason: '' }] as const)
    valueOf(await store.reviews.verify(FIRST, id, Object.fromEntries(agreed)))
    const props = { unit: FIRST, submission: id }
    const drawn = await renderScreen((given) => <SubmissionScreen {...given} {...props} />, { store })
    expect(await screen.findByRole('button', { name: 'Kết thúc xác minh' })).toBeVisible()
    drawn.unmount()
    const fields = { unit: FIRST, submission: id, question: 'Q4.1', level: 0, reason: 'Không có' }
    await receive(store, { feed: `${FIRST}/pub`, kind: 'verification', entity: `ver.${id}.Q4.1`, fields })
    await renderScreen((given) => <SubmissionScreen {...given} {...props} />, { store })
    expect(await screen.findByText(/^1 câu có hai kết quả xác minh khác nhau/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Kết thúc xác minh' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Chọn kết quả' })).toHaveAttribute('href', '/sync/conflicts')
  })

  it('that is not on this device is told so', async () => {
    const store = await followerStore()
    await renderScreen((props) => <SubmissionScreen {...props} unit={FIRST} submission="no" />, { store })
    expect(await screen.findByText('Bản này không có trên máy')).toBeInTheDocument()
  })
})
