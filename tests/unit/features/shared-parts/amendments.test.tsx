import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { CommuneScreen } from '#features/communes/commune-screen.tsx'
import { SubmissionScreen } from '#features/communes/submission-screen.tsx'
import { AuditScreen } from '#features/internal-audit/audit-screen.tsx'
import { StageScreen } from '#features/pilot/stage-screen.tsx'
import { RoundScreen } from '#features/self-assessment/round-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { receive, receivePlan } from '#support/store/receive.ts'
import { aPlan, aStore, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'
import { declare, FIRST, followerStore, reportFinding, submitAssessment } from '../communes/follower-scene.ts'
import { aStoreOf } from '../internal-audit/screen-bench.tsx'

const feed = `${UNIT}/pub`
const ADD = 'Ghi đính chính, bổ sung'

async function aSubmission(store: OpenedPersonStore, unit = UNIT) {
  await submitAssessment(store, unit)
  const [submission] = await store.assessments.submissions(unit)
  return submission!
}

const amended = (of: string, ofKind: string, text: string) => ({
  kind: 'amendment',
  entity: `amd-${text}`,
  fields: { of, ofKind, on: TODAY, reason: 'thiếu', text },
})

describe('amendments under a sealed record', () => {
  it('CHG-22: are written with a reason, kept as a draft until then, and shown with author and place', async () => {
    const store = await aStore()
    const { id } = await aSubmission(store)
    const draw = () => renderScreen((props) => <SubmissionScreen {...props} unit={UNIT} submission={id} />, { store })
    const first = await draw()
    await first.user.click(await screen.findByRole('button', { name: ADD }))
    await first.user.type(screen.getByLabelText(/Nội dung đính chính/), 'Câu 4.1 là 1')
    await first.user.click(screen.getByRole('button', { name: 'Lưu đính chính' }))
    expect(await screen.findByText(/cần có lý do để người đọc sau này hiểu/)).toBeInTheDocument()
    expect(screen.getByLabelText(/^Lý do/)).toHaveAttribute('aria-invalid', 'true')
    await expectAxeClean(first.container)
    first.unmount()
    await waitFor(async () => expect(await store.drafts.get(`amendment:${id}`)).toMatchObject({ text: 'Câu 4.1 là 1' }))

    const { user, container } = await draw()
    await user.click(await screen.findByRole('button', { name: ADD }))
    await waitFor(() => expect(screen.getByLabelText(/Nội dung đính chính/)).toHaveValue('Câu 4.1 là 1'))
    await user.type(screen.getByLabelText(/^Lý do/), 'Cộng nhầm')
    await user.click(screen.getByRole('button', { name: 'Lưu đính chính' }))
    expect(await screen.findByText(/^Đã lưu trên máy/)).toBeInTheDocument()
    const list = within(await screen.findByRole('list', { name: 'Đính chính, bổ sung' }))
    expect(list.getByText('Câu 4.1 là 1')).toBeInTheDocument()
    expect(list.getByText(/Lý do: Cộng nhầm/)).toHaveTextContent(/Người dùng minh họa, /)
    expect(list.getByText('Trên máy')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Lưu đính chính' })).not.toBeInTheDocument())
    await waitFor(async () => expect(await store.drafts.get(`amendment:${id}`)).toBeUndefined())
    await expectAxeClean(container)
  })

  it('ACC-12: a monitor reads them and is offered none; where there are none, nothing is drawn', async () => {
    const store = await followerStore()
    const { id } = await aSubmission(store, FIRST)
    const drawn = await renderScreen((props) => <SubmissionScreen {...props} unit={FIRST} submission={id} />, { store })
    expect(await screen.findByText('Đã niêm phong')).toBeInTheDocument()
    expect(await screen.findByRole('heading', { name: 'Xác minh' })).toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Đính chính, bổ sung' })).not.toBeInTheDocument()
    await receive(store, { feed: `${FIRST}/pub`, ...amended(id, 'submission', 'Bổ sung biên bản') })
    const region = within(await screen.findByRole('region', { name: 'Đính chính, bổ sung' }))
    expect(region.getByText(/Người khác, /)).toBeInTheDocument()
    expect(region.queryByRole('button')).not.toBeInTheDocument()
    drawn.unmount()
    await reportFinding(store, FIRST)
    const [report] = await store.audits.reports(FIRST)
    await receive(store, { feed: `${FIRST}/pub`, ...amended(report!.id, 'audit-report', 'Sửa tên bộ phận') })
    await renderScreen((props) => <CommuneScreen {...props} unit={FIRST} />, { store, at: '/communes/x?tab=findings' })
    expect(await screen.findByText('Sửa tên bộ phận')).toBeInTheDocument()
  })

  it('CHG-21: stand under a submitted round, a concluded audit and a declared stage', async () => {
    const store = await aStore()
    const { id, content } = await aSubmission(store)
    await receive(store, { feed, ...amended(id, 'submission', 'về bản nộp') })
    const round = await renderScreen((props) => <RoundScreen {...props} id={content.assessmentId} />, { store })
    expect(await screen.findByText('về bản nộp')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: ADD })).toBeInTheDocument()
    round.unmount()

    await receivePlan(store, aPlan())
    await declare(store, UNIT, 'G0')
    const declared = (await store.pilot.ofCommune(UNIT, TODAY))?.stages[0]?.events[0]
    await receive(store, { feed, ...amended(declared!.id, 'stage-event', 'về giai đoạn') })
    const stage = await renderScreen((props) => <StageScreen {...props} stage="G0" />, { store })
    expect(await screen.findByText('về giai đoạn')).toBeInTheDocument()
    expect(screen.getByRole('region', { name: /^Đính chính, bổ sung: / })).toBeInTheDocument()
    stage.unmount()

    const auditor = await aStoreOf('internal-auditor')
    await reportFinding(auditor, UNIT)
    const [report] = await auditor.audits.reports(UNIT)
    await receive(auditor, { feed, ...amended(report!.id, 'audit-report', 'về báo cáo') })
    const draw = { store: auditor, language: 'en' } as const
    await renderScreen((props) => <AuditScreen {...props} id={report!.content.auditId} />, draw)
    expect(await screen.findByText('về báo cáo')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Write an amendment' })).toBeInTheDocument()
    valueOf(await auditor.amendments.add({ feed, of: report!.id, ofKind: 'audit-report', reason: 'x', text: 'y' }))
    expect(await screen.findByText('y')).toBeInTheDocument()
  })
})
