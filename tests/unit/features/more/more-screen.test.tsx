import type { Role } from '#domain/access/role.ts'
import type { Workplace } from '#features/screen-props.ts'
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { moreEntries } from '#features/more/more-entries.ts'
import { MoreScreen } from '#features/more/more-screen.tsx'
import { answer } from '#support/store/receive.ts'
import { AppControlsProvider, type AppControls } from '#ui/app-controls.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'
import { someControls } from './app-controls.ts'

const show = async (controls: AppControls = someControls(), language: 'vi' | 'en' = 'vi', store = aStore()) =>
  renderScreen(
    (props) => (
      <AppControlsProvider controls={controls}>
        <MoreScreen {...props} />
      </AppControlsProvider>
    ),
    { store: await store, language },
  )

describe('the screen "Thêm"', () => {
  it('leads everywhere the bar does not, and only an administrator to the administration', async () => {
    const { container } = await show()
    const links = (await screen.findAllByRole('link')).map((link) => link.getAttribute('href'))
    expect(links).toEqual([
      '/sync',
      '/sign',
      '/audit-planning',
      '/corrective-actions',
      '/management-review',
      '/declarations',
      '/inspections',
      '/first-day',
      '/procedures',
      '/findings',
      '/actions',
      '/forms',
      '/visits',
      '/obstacles',
      '/more/plans',
      '/more/forms',
      '/more/units',
      '/mergers',
      '/more/account',
      '/more/trail',
      '/more/settings',
      '/rehearsal',
      '/more/help',
      '/more/about',
    ])
    const of = (workplace: Workplace, role: Role) =>
      moreEntries({ workplace, roles: [role] }).flatMap(({ entries }) => entries.map(({ href }) => href))
    expect(of('administration', 'administrator')).toContain('/more/admin')
    expect(of('commune', 'administrator')).toContain('/more/admin')
    expect(of('province', 'provincial-department')).toContain('/more/admin/refused')
    expect(of('province', 'provincial-leadership')).not.toContain('/more/admin/refused')
    await expectAxeClean(container)
  })

  it('says at the sync centre how many matters wait for a person', async () => {
    const store = await aStore()
    valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    const { lastN } = valueOf(await store.sync.position())
    await answer(store, { push: { ack: lastN, safe: 0, expect: null, rejected: [{ n: 1, code: 'op.malformed' }] } })
    await show(someControls(), 'vi', Promise.resolve(store))
    expect(await screen.findByText('1 việc cần xem')).toBeInTheDocument()
  })

  it('offers to install, and the other people of this device', async () => {
    const controls = someControls()
    const { user, container } = await show(controls, 'en')
    await user.click(await screen.findByRole('button', { name: 'Install' }))
    const people = screen.getByRole('region', { name: 'People on this device' })
    await user.click(within(people).getByRole('button', { name: /Chủ tịch/ }))
    await user.click(within(people).getByRole('button', { name: /Leave/ }))
    expect(controls.asked).toEqual(['install', 'switch two', 'leave'])
    await expectAxeClean(container)
  })

  it('asks before somebody leaves with work that was not sent, and locks at once', async () => {
    const controls = someControls({ hasPin: true, unsent: async () => 3 })
    const { user } = await show(controls, 'en')
    await user.click(await screen.findByRole('button', { name: 'Lock now' }))
    await user.click(screen.getByRole('button', { name: /Leave/ }))
    expect(await screen.findByText(/3 changes have not been sent/)).toBeInTheDocument()
    expect(controls.asked).toEqual(['lock'])
    await user.click(await screen.findByRole('button', { name: 'Leave all the same' }))
    expect(controls.asked).toEqual(['lock', 'leave'])
  })

  it('explains the way by hand on iPhone and iPad, and says nothing once installed', async () => {
    const byHand = await show(someControls({ installState: 'by-hand' }))
    expect(await screen.findByText(/Thêm vào MH chính/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Cài đặt' })).toBeNull()
    byHand.unmount()
    await show(someControls({ installState: 'installed' }))
    expect(screen.queryByText('Cài ứng dụng lên máy')).toBeNull()
  })
})
