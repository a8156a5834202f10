import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { NeedsOfPilot } from '#features/needs-of-pilot.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { type aStore, TODAY, valueOf } from '#support/store/test-store.ts'
import { declare, FIRST, follower, followerStore } from '../communes/follower-scene.ts'

const show = async (store: Awaited<ReturnType<typeof aStore>>) =>
  renderScreen((props) => <NeedsOfPilot screen={props} />, { store })
const rows = async () =>
  within(await screen.findByRole('list', { name: 'Việc của mô hình điểm' }))
    .getAllByRole('link')
    .map((link) => [link.getAttribute('href'), link.textContent])

describe('what the pilot asks of somebody today', () => {
  it('CKP-12: tells a commune its late stage without a reason, until the reason is given', async () => {
    const store = await followerStore(follower('iso-secretary', FIRST))
    await show(store)
    const asked = await rows()
    expect(asked.map(([href]) => href)).toEqual(['/progress/G0'])
    expect(asked[0]?.[1]).toMatch(/G0 trễ \d+ ngày, chưa ghi lý do/)
    const plan = (await store.pilot.plans())[0]!
    valueOf(
      await store.obstacles.explain(
        { unit: FIRST, plan: plan.id, stage: 'G0' },
        { reasons: ['short-of-staff'], text: '', expectedOn: '' },
      ),
    )
    await expect.poll(() => screen.queryByText(/chưa ghi lý do/)).toBeNull()
  })

  it('CKP-12: tells the department the stages to confirm, who slips and who waits for an answer', async () => {
    const store = await followerStore(follower('provincial-department', 'p20'))
    await declare(store, FIRST, 'G0', TODAY)
    valueOf(await store.obstacles.raise({ unit: FIRST, stage: null, text: 'Thiếu kinh phí in tài liệu' }))
    await show(store)
    const asked = await rows()
    expect(asked.map(([href]) => href)).toEqual(['/obstacles', '/cockpit/heat', '/cockpit/timeline'])
    expect(asked[0]?.[1]).toContain('1 xã có vướng mắc chờ Sở trả lời')
    expect(asked[1]?.[1]).toContain('1 xã có giai đoạn chờ xác nhận')
    expect(asked[2]?.[1]).toContain('và 47 xã khác')
    expect(screen.getByRole('link', { name: 'Bàn điều hành' })).toHaveAttribute('href', '/cockpit')
  })

  it('says nothing where no plan has arrived', async () => {
    const { container } = await show(await (await import('#support/store/test-store.ts')).aStore())
    expect(container.querySelector('section[aria-labelledby]')).toBeNull()
  })
})
