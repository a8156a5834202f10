// What a monitor prints of a submitted self-assessment is a paper of the commune's office, and the screen stays as it is.
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SubmissionScreen } from '#features/communes/submission-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aPhoto, valueOf } from '#support/store/test-store.ts'
import { AREA, FIRST, FIRST_NAME, follower, followerStore, submitAssessment } from './follower-scene.ts'

const TITLE = 'Phiếu tự đánh giá hệ thống quản lý chất lượng'

const inGroups = (sha256: string) => [0, 16, 32, 48].map((from) => sha256.slice(from, from + 16)).join(' ')

const print = () => act(async () => window.dispatchEvent(new Event('beforeprint')))

async function aSubmission(isIllustrative = true) {
  const identity = follower('area-monitor', AREA)
  const store = await followerStore({ ...identity, account: { ...identity.account, isIllustrative } })
  await submitAssessment(store, FIRST, async (assessment) => {
    const save = store.assessments.saveAnswer
    valueOf(await save(assessment, 'Q4.1', { score: 0, note: 'Chưa có sổ theo dõi' }))
    valueOf(await save(assessment, 'Q4.3', { score: 'na', reason: 'Tỉnh làm thay' }))
    const of = `ans.${assessment}.Q4.1`
    valueOf(await store.evidence.add({ feed: `${FIRST}/self`, of, caption: 'Tủ hồ sơ', photo: aPhoto('a') }))
  })
  const submission = (await store.assessments.submissions(FIRST))[0]!
  return { store, submission }
}

const draw = (
  store: Awaited<ReturnType<typeof aSubmission>>['store'],
  submission: string,
  language: 'vi' | 'en' = 'vi',
) => renderScreen((props) => <SubmissionScreen {...props} unit={FIRST} submission={submission} />, { store, language })

const rowOf = (paper: HTMLElement, name: RegExp) =>
  within(paper)
    .getAllByRole('row')
    .filter((row) => name.test(row.textContent))

describe('the paper of a submission', () => {
  it('SA-33: stands in place of the screen once it is printed, and nothing of it before', async () => {
    const { store, submission } = await aSubmission()
    const { container } = await draw(store, submission.id)
    expect(await screen.findByText(/Chưa có sổ theo dõi/)).toBeInTheDocument()
    expect(screen.queryByRole('article')).toBeNull()
    await print()
    const paper = await screen.findByRole('article', { name: TITLE })
    // What belongs to the screen is behind the paper, all of it.
    const behind = [...container.querySelectorAll('[class*="behind"]')]
    expect(behind.some((part) => part.contains(paper))).toBe(false)
    for (const part of [...screen.getAllByRole('button'), ...screen.getAllByRole('link')])
      expect(behind.some((one) => one.contains(part))).toBe(true)
    expect(within(paper).queryAllByRole('button')).toEqual([])
    expect(within(paper).queryAllByRole('link')).toEqual([])
  })

  it('SA-33: says whose it is, by what it was answered, how it stands, and its whole hash', async () => {
    const { store, submission } = await aSubmission()
    await draw(store, submission.id)
    await screen.findByText(/Chưa có sổ theo dõi/)
    await print()
    const paper = await screen.findByRole('article', { name: TITLE })
    expect(within(paper).getByText('Độc lập - Tự do - Hạnh phúc')).toBeInTheDocument()
    expect(within(paper).getByText('Dữ liệu minh họa')).toBeInTheDocument()
    expect(within(paper).getByText('Lần 1 năm 2026')).toBeInTheDocument()
    const facts = within(paper).getAllByRole('table')[0]!
    for (const [term, value] of [
      ['Đơn vị', FIRST_NAME],
      ['Theo tiêu chuẩn', 'TCVN ISO 9001:2015'],
      ['Thời gian thực hiện', 'Từ ngày 21/11/2026 đến ngày 21/11/2026'],
      ['Bản nộp', 'Bản nộp đầu'],
      ['Nộp lúc', 'Người dùng minh họa'],
      ['Bằng chứng kèm theo', '1 ảnh, tài liệu'],
      ['Mã niêm phong (SHA-256)', inGroups(submission.sha256)],
      ['Xác minh', 'Chờ xác minh'],
    ] as const)
      expect(within(facts).getByRole('row', { name: new RegExp(`^${term.replace(/[()]/g, '.')}`) })).toHaveTextContent(
        value,
      )
    expect(rowOf(paper, /^4\.1UBND/)[0]).toHaveTextContent(/4\.10 · Chưa cóChưa có sổ theo dõi1 ảnh, tài liệu$/)
    expect(rowOf(paper, /^4\.3Phạm/)[0]).toHaveTextContent(/\(Câu then chốt\)4\.3Không áp dụngLý do: Tỉnh làm thay$/)
    expect(rowOf(paper, /^Câu then chốt chưa đạt/)[0]).toHaveTextContent('4.3 (không áp dụng)')
    expect(rowOf(paper, /^\d+\.\d+.*2 · Có văn bản, chưa áp dụng đều/)).toHaveLength(50)
    expect(within(paper).getAllByText('(Ký, ghi rõ họ tên)')).toHaveLength(2)
    expect(within(paper).queryByText('Người xác minh')).toBeNull()
    expect(within(paper).queryByText(/^Bản này /)).toBeNull()
  })

  it('SA-33: has what was found, room for whoever verified, what was added, and that it was sent back', async () => {
    const { store, submission } = await aSubmission(false)
    const { id } = submission
    const found = { 'Q4.1': { level: 1, reason: 'Có sổ, thiếu ngày' }, 'Q4.2': { level: 2, reason: '' } } as const
    valueOf(await store.reviews.verify(FIRST, id, found))
    valueOf(await store.reviews.decide(FIRST, id, 'reopened', 'Xem lại câu 4.3'))
    const added = { of: id, ofKind: 'submission', on: '2026-11-21', reason: 'Ghi nhầm', text: 'Câu 5.1 có hai sổ' }
    await receive(store, { feed: `${FIRST}/pub`, kind: 'amendment', entity: 'amd.1', fields: added })
    await draw(store, id)
    await screen.findByText(/Chưa có sổ theo dõi/)
    await print()
    const paper = await screen.findByRole('article', { name: TITLE })
    expect(rowOf(paper, /^4\.1UBND/)[0]).toHaveTextContent(/1 · Có nhưng chưa đầy đủLý do: Có sổ, thiếu ngày$/)
    expect(rowOf(paper, /^4\.2Xã/)[0]).toHaveTextContent(/Đồng ý$/)
    expect(rowOf(paper, /^4\.4Các/)[0]).toHaveTextContent(/Chưa xác minh$/)
    expect(within(paper).getByText(/^Sau xác minh \(2\/52 câu\)$/)).toBeInTheDocument()
    expect(within(paper).getByText('Người xác minh')).toBeInTheDocument()
    expect(within(paper).getAllByText('(Ký, ghi rõ họ tên)')).toHaveLength(3)
    expect(within(paper).getByText(/^Bản này đã bị trả lại để sửa/)).toBeInTheDocument()
    expect(within(paper).getByText('Lý do: Xem lại câu 4.3')).toBeInTheDocument()
    expect(rowOf(paper, /Câu 5\.1 có hai sổ/)[0]).toHaveTextContent(
      /^21\/11\/2026Câu 5\.1 có hai sổGhi nhầmNgười khác$/,
    )
    expect(within(paper).queryByText('Dữ liệu minh họa')).toBeNull()
  })

  it('SA-33: is there in English too', async () => {
    const { store, submission } = await aSubmission()
    await draw(store, submission.id, 'en')
    await screen.findByText(/Chưa có sổ theo dõi/)
    await print()
    const paper = await screen.findByRole('article', { name: 'Self-assessment of the quality management system' })
    expect(within(paper).getByText('Round 1 of 2026')).toBeInTheDocument()
    expect(within(paper).getByText('1 photo or document', { selector: 'td' })).toBeInTheDocument()
    expect(paper.textContent).not.toMatch(/\{\{|assessment\.|hands\./)
  })
})
