import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { AuditsScreen } from '#features/internal-audit/audits-screen.tsx'
import { valueOf } from '#support/store/test-store.ts'
import { anAudit, answerAll } from './an-audit.ts'
import { aStoreOf, show } from './screen-bench.tsx'

describe('the list of audits', () => {
  it('teaches while it is empty, and has the button that begins one', async () => {
    const store = await aStoreOf('internal-auditor')
    await show(store, (props) => <AuditsScreen {...props} />)
    expect(await screen.findByText('Xã chưa có cuộc đánh giá nội bộ nào')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Cuộc đánh giá mới' })).toHaveAttribute('href', '/internal-audit/new')
  })

  it('offers no button to who may only read', async () => {
    const store = await aStoreOf('chairman')
    await show(store, (props) => <AuditsScreen {...props} />)
    await screen.findByText('Xã chưa có cuộc đánh giá nội bộ nào')
    expect(screen.queryByRole('link', { name: 'Cuộc đánh giá mới' })).toBeNull()
  })

  it('shows a running audit with its progress and where it is', async () => {
    const store = await aStoreOf('internal-auditor')
    const id = valueOf(await store.audits.start(anAudit()))
    await show(store, (props) => <AuditsScreen {...props} />)
    const row = await screen.findByRole('link', { name: /Đánh giá lần 1/ })
    expect(row).toHaveAttribute('href', `/internal-audit/${id}`)
    expect(row).toHaveTextContent('20/11/2026 · Hộ tịch')
    expect(row).toHaveTextContent('Đã xem xét 0/12 mục · 0 phát hiện')
    expect(row).toHaveTextContent('Trên máy')
  })

  it('counts the findings of a concluded audit by grade', async () => {
    const store = await aStoreOf('internal-auditor')
    const id = valueOf(await store.audits.start(anAudit()))
    await answerAll(store, id)
    valueOf(await store.audits.conclude(id))
    await show(store, (props) => <AuditsScreen {...props} />)
    expect(await screen.findByRole('link', { name: /Đánh giá lần 1/ })).toHaveTextContent('1 không phù hợp nhẹ')
  })

  it('shows an unreal date as it was written', async () => {
    const store = await aStoreOf('internal-auditor')
    valueOf(await store.audits.start(anAudit({ on: writtenDate('31/11/2026') })))
    await show(store, (props) => <AuditsScreen {...props} />)
    expect(await screen.findByRole('link', { name: /Đánh giá lần 1/ })).toHaveTextContent(
      '31/11/2026 (cần xem lại ngày)',
    )
  })
})
