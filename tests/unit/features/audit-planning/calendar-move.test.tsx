// What the hand did on the calendar counts, however late the page is drawn anew.
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { CalendarScreen } from '#features/audit-planning/calendar-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const FROM = '2026-12-01' as LocalDate
const day = (number: number): LocalDate => addDays(FROM, number)

/** A plan of three days with one session on the first. */
async function drawn(storeId: string) {
  const store = await aStore({ storeId })
  const { auditPlanning } = store
  const somebody = { name: 'Người Đất đai', post: '', account: null, since: '2026-01-01' as LocalDate, until: null }
  const auditor = valueOf(await auditPlanning.saveAuditor(UNIT, null, { ...somebody, fields: ['Đất đai'] }))
  const days = { from: FROM, to: day(2) }
  const start = { programme: null, round: 1, leader: auditor, members: [], ...days }
  const plan = valueOf(await auditPlanning.startPlan(UNIT, start))
  const session = { id: null, unit: UNIT, plan, type: 'field', on: FROM, from: '08:30', to: '10:00' } as const
  const about = { place: '', field: 'Hộ tịch', clauses: [], auditors: [auditor], auditee: '' }
  valueOf(await auditPlanning.saveSession({ ...session, ...about }))
  await renderScreen((props) => <CalendarScreen {...props} />, { store })
  await screen.findByRole('button', { name: /chuyển Hộ tịch/ })
  const handle = () => screen.getByRole('button', { name: /chuyển Hộ tịch/ })
  return { handle, stored: async () => await auditPlanning.plan(UNIT, plan) }
}

describe('a move on the calendar', () => {
  it('AP-16: a drag that is over before the page was drawn anew is put down where it ended', async () => {
    const { handle, stored } = await drawn('fast-drag')
    const target = document.querySelector(`[data-unit="${UNIT}"][data-day="${day(1)}"]`)
    document.elementFromPoint = () => target
    fireEvent.pointerDown(handle(), { button: 0, clientX: 0, clientY: 0 })
    // Without the wrapper of the testing library, which draws the page anew after every event.
    for (const [kind, clientX] of [
      ['pointermove', 30],
      ['pointerup', 60],
    ] as const)
      window.dispatchEvent(new MouseEvent(kind, { clientX, clientY: 0 }))
    await waitFor(async () => expect((await stored())?.sessions).toMatchObject([{ on: day(1) }]))
    await waitFor(() => expect(handle()).toHaveAttribute('aria-pressed', 'false'))
  })

  it('AP-16: a whole plan that is put down twice by a key held too long moves once', async () => {
    const { handle, stored } = await drawn('held-key')
    fireEvent.click(screen.getByRole('radio', { name: 'Cả kế hoạch' }))
    for (const key of ['Enter', 'ArrowRight', 'Enter', 'Enter']) fireEvent.keyDown(handle(), { key })
    expect(await screen.findByText(/^Đã chuyển đến/)).toBeInTheDocument()
    await waitFor(() => expect(handle()).toHaveAttribute('aria-pressed', 'false'))
    expect(await stored()).toMatchObject({ plan: { from: day(1), to: day(3) }, sessions: [{ on: day(1) }] })
  })
})
