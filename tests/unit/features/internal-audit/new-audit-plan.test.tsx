import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import { NewAuditScreen } from '#features/internal-audit/new-audit-screen.tsx'
import { UNIT, valueOf } from '#support/store/test-store.ts'
import { aStoreOf, show } from './screen-bench.tsx'

async function planned() {
  const store = await aStoreOf('internal-auditor')
  const first = {
    programme: null,
    decisionNumber: '12/QĐ-UBND',
    decidedOn: writtenDate('10/11/2026'),
    round: 2,
    scope: 'Hộ tịch, chứng thực',
    from: '2026-12-01' as LocalDate,
    to: '2026-12-02' as LocalDate,
  }
  return { store, plan: valueOf(await store.auditPlanning.startPlan(UNIT, first)) }
}

describe('a new audit', () => {
  it('AUD-12: begins with what its plan says', async () => {
    const { store, plan } = await planned()
    await show(store, (props) => <NewAuditScreen {...props} query={{ plan }} />)
    expect(await screen.findByText(/Theo kế hoạch đánh giá số 12\/QĐ-UBND/)).toBeVisible()
    expect(screen.getByLabelText('Ngày đánh giá')).toHaveValue('01/12/2026')
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu đánh giá' }))
    await waitFor(async () => expect(await store.audits.list(UNIT)).toHaveLength(1))
    const [audit] = await store.audits.list(UNIT)
    expect(audit).toMatchObject({ title: 'Đánh giá nội bộ lần 2/2026', department: 'Hộ tịch, chứng thực' })
    expect((await store.audits.get(audit!.id))?.plan).toBe(plan)
  })

  it('AUD-10: looks at the clauses that were chosen, and at none without one', async () => {
    const { store } = await planned()
    await show(store, (props) => <NewAuditScreen {...props} />)
    await userEvent.selectOptions(await screen.findByLabelText('Lĩnh vực, bộ phận được đánh giá'), 'Hộ tịch')
    await userEvent.click(screen.getByText('Chọn điều khoản sẽ xem lần này'))
    await userEvent.click(screen.getByRole('button', { name: 'Bỏ hết' }))
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu đánh giá' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('chọn ít nhất một điều khoản')
    await userEvent.click(screen.getByLabelText(/Điều 7\.2/))
    await userEvent.click(screen.getByRole('button', { name: 'Bắt đầu đánh giá' }))
    await waitFor(async () => expect(await store.audits.list(UNIT)).toMatchObject([{ total: 1 }]))
  })

  it('says when the plan is not on this device', async () => {
    const { store } = await planned()
    await show(store, (props) => <NewAuditScreen {...props} query={{ plan: 'nothing' }} />)
    expect(await screen.findByText(/Không thấy kế hoạch này trên máy/)).toBeVisible()
  })
})
