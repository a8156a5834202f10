import { screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { StageDelaySection } from '#features/stage-delay-section.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT } from '#support/store/test-store.ts'

/** At once: a letter at a time would only be slow. */
async function fill(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.click(field)
  await user.paste(text)
}

const draw = async (status: 'late' | 'in-progress', store: Awaited<ReturnType<typeof aStore>>) =>
  renderScreen(
    (props) => (
      <>
        <h1>{status}</h1>
        <StageDelaySection screen={props} unit={UNIT} plan="p-1" stage={{ stage: 'G4', status }} />
      </>
    ),
    { store },
  )

describe('the reasons for the delay of a stage', () => {
  it('OBS-10: are not asked of a stage in time', async () => {
    await draw('in-progress', await aStore())
    expect(await screen.findByRole('heading', { level: 1 })).toBeInTheDocument()
    expect(screen.queryByText('Vì sao trễ')).not.toBeInTheDocument()
  })

  it('OBS-8, OBS-10: are asked of a late one, refused without a reason, and shown once they are stated', async () => {
    const store = await aStore()
    const { user } = await draw('late', store)
    await user.click(await screen.findByRole('button', { name: 'Ghi lý do trễ' }))
    await user.click(screen.getByRole('button', { name: 'Lưu lý do' }))
    expect(await screen.findByText(/Chưa chọn lý do trễ/)).toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: 'Thiếu cán bộ' }))
    await user.click(screen.getByRole('checkbox', { name: 'Lý do khác' }))
    await user.click(screen.getByRole('button', { name: 'Lưu lý do' }))
    expect(await screen.findByText(/cần ghi rõ lý do/)).toBeInTheDocument()
    await fill(user, screen.getByLabelText(/Nói rõ thêm/), 'Mưa lũ')
    await fill(user, screen.getByLabelText(/Dự kiến xong ngày/), '30/11/2026')
    await user.click(screen.getByRole('button', { name: 'Lưu lý do' }))
    expect(await screen.findByText('Dự kiến xong 30/11/2026')).toBeInTheDocument()
    expect(await store.obstacles.delays([UNIT])).toMatchObject([
      { plan: 'p-1', stage: 'G4', reasons: ['short-of-staff', 'other'], text: 'Mưa lũ', expectedOn: '2026-11-30' },
    ])
    await user.click(screen.getByRole('button', { name: 'Sửa lý do' }))
    expect(await screen.findByRole('checkbox', { name: 'Thiếu cán bộ' })).toBeChecked()
  })
})
