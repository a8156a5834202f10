import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SubmissionAnalysisScreen } from '#features/communes/submission-analysis-screen.tsx'
import { VerifyQuestionScreen } from '#features/communes/verify-question-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { FIRST, follower, followerStore, submitAssessment } from './follower-scene.ts'

async function submitted(role: Parameters<typeof follower>[0] = 'area-monitor', scope = 'area-180') {
  const store = await followerStore(follower(role, scope))
  await submitAssessment(store, FIRST)
  const submission = (await store.assessments.submissions(FIRST))[0]?.id ?? ''
  return { store, submission }
}

describe('verifying a question', () => {
  it('SA-10: another level waits for its reason; with it both are kept and shown', async () => {
    const { store, submission } = await submitted()
    const { user } = await renderScreen(
      (props) => <VerifyQuestionScreen {...props} unit={FIRST} submission={submission} question="Q4.1" />,
      { store },
    )
    await user.click(await screen.findByRole('radio', { name: /Có nhưng chưa đầy đủ/ }))
    await user.click(screen.getByRole('button', { name: 'Lưu mức khác' }))
    expect(await screen.findByText(/thì cần ghi lý do/)).toBeInTheDocument()
    await user.type(screen.getByLabelText('Vì sao khác điểm xã tự chấm'), 'Thiếu ngày lập')
    await user.click(screen.getByRole('button', { name: 'Lưu mức khác' }))
    expect(await screen.findByText('Xác minh: 1 · Có nhưng chưa đầy đủ')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Tạo việc cải tiến' })).toBeInTheDocument()
    const view = await store.reviews.of(FIRST, submission)
    expect(view?.verifications['Q4.1']).toMatchObject({ level: 1, reason: 'Thiếu ngày lập' })
  })

  it('who may not verify reads only', async () => {
    const { store, submission } = await submitted('provincial-leadership', 'p20')
    await renderScreen(
      (props) => <VerifyQuestionScreen {...props} unit={FIRST} submission={submission} question="Q4.1" />,
      { store },
    )
    expect(await screen.findByText(/mới ghi được kết quả xác minh/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /^Đồng ý/ })).toBeNull()
  })
})

describe('the analysis of a submission', () => {
  it('SA-19, SA-20: says that there are no figures of other communes yet, and the gap by edition', async () => {
    const { store, submission } = await submitted()
    const { user } = await renderScreen(
      (props) => <SubmissionAnalysisScreen {...props} unit={FIRST} submission={submission} />,
      { store },
    )
    expect(await screen.findByText(/Chưa có dữ liệu của các xã/)).toBeInTheDocument()
    expect(screen.getByText('3/5')).toBeInTheDocument()
    await user.selectOptions(screen.getByLabelText('Phiên bản'), '2008')
    expect(await screen.findByText(/5.5.2 Đại diện của lãnh đạo/)).toBeInTheDocument()
  })
})
