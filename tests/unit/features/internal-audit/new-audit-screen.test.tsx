import { cleanup, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { err } from '#domain/kernel/result.ts'
import { NewAuditScreen } from '#features/internal-audit/new-audit-screen.tsx'
import { UNIT } from '#support/store/test-store.ts'
import { aStoreOf, show } from './screen-bench.tsx'

const start = () => screen.getByRole('button', { name: 'Bắt đầu đánh giá' })

async function shown(store: Awaited<ReturnType<typeof aStoreOf>>) {
  const drawn = await show(store, (props) => <NewAuditScreen {...props} />)
  const date = await screen.findByLabelText('Ngày đánh giá')
  return { ...drawn, date }
}

describe('a new audit', () => {
  it('begins after one choice and opens', async () => {
    const store = await aStoreOf('internal-auditor')
    const { address } = await shown(store)
    expect(screen.getByLabelText('Tên cuộc đánh giá')).toHaveValue('Đánh giá nội bộ lần 1/2026')
    await userEvent.selectOptions(screen.getByLabelText(/Lĩnh vực, bộ phận/), 'Hộ tịch')
    await userEvent.click(start())
    await waitFor(async () => expect(await store.audits.list(UNIT)).toHaveLength(1))
    const [audit] = await store.audits.list(UNIT)
    expect(audit).toMatchObject({ department: 'Hộ tịch', on: { date: '2026-11-21' }, total: 12 })
    await waitFor(() => expect(address()).toBe(`/internal-audit/${audit?.id}`))
  })

  it('keeps the text of a day that no calendar has, asks, and takes the offered one only when pressed', async () => {
    const store = await aStoreOf('internal-auditor')
    const { date } = await shown(store)
    await userEvent.clear(date)
    await userEvent.type(date, '31/11/2026')
    await userEvent.selectOptions(screen.getByLabelText(/Lĩnh vực, bộ phận/), 'Hộ tịch')
    await userEvent.click(start())
    expect(date).toHaveValue('31/11/2026')
    expect(await screen.findAllByText(/Ngày này không có trong lịch/)).not.toHaveLength(0)
    expect(await store.audits.list(UNIT)).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: 'Có phải 30/11/2026?' }))
    expect(date).toHaveValue('30/11/2026')
    await userEvent.click(start())
    await waitFor(async () => expect((await store.audits.list(UNIT))[0]?.on.date).toBe('2026-11-30'))
  })

  it('says what is missing, each line leading to its field', async () => {
    const store = await aStoreOf('internal-auditor')
    await shown(store)
    await userEvent.selectOptions(screen.getByLabelText(/Lĩnh vực, bộ phận/), 'other')
    await userEvent.click(start())
    expect(await screen.findByRole('alert')).toHaveTextContent('Cần ghi tên lĩnh vực hoặc bộ phận.')
    await userEvent.click(screen.getByRole('link', { name: 'Cần ghi tên lĩnh vực hoặc bộ phận.' }))
    expect(screen.getByLabelText('Tên lĩnh vực, bộ phận')).toHaveFocus()
  })

  it('brings typed text back after the browser was killed', async () => {
    const store = await aStoreOf('internal-auditor')
    await shown(store)
    const title = screen.getByLabelText('Tên cuộc đánh giá')
    await userEvent.clear(title)
    await userEvent.type(title, 'Đánh giá đột xuất')
    await waitFor(async () =>
      expect(await store.drafts.get(`audit:new:${UNIT}`)).toMatchObject({ title: 'Đánh giá đột xuất' }),
    )
    cleanup()
    await shown(store)
    await waitFor(() => expect(screen.getByLabelText('Tên cuộc đánh giá')).toHaveValue('Đánh giá đột xuất'))
  })

  it('keeps what was typed when the device cannot store it, and says so', async () => {
    const store = await aStoreOf('internal-auditor')
    const full = { ...store, audits: { ...store.audits, start: async () => err({ code: 'storage.full' } as const) } }
    await shown(full)
    await userEvent.selectOptions(screen.getByLabelText(/Lĩnh vực, bộ phận/), 'Hộ tịch')
    await userEvent.click(start())
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
    expect(screen.getByLabelText(/Lĩnh vực, bộ phận/)).toHaveValue('Hộ tịch')
  })

  it('is not for who may only read', async () => {
    const store = await aStoreOf('chairman')
    await show(store, (props) => <NewAuditScreen {...props} />)
    expect(await screen.findByText(/Anh\/chị xem được nhưng không ghi/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Bắt đầu đánh giá' })).toBeNull()
  })
})
