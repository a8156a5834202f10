import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FindingsScreen } from '#features/findings/findings-screen.tsx'
import { ObstaclesScreen } from '#features/obstacles/obstacles-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { anIdentity, aStore } from '#support/store/test-store.ts'

const monitor = {
  ...anIdentity('m1', 'acc-monitor'),
  grants: [{ account: 'acc-monitor', scope: 'area-180', role: 'area-monitor', from: '2026-01-01', to: null }] as never,
}

describe('the way back to "Thêm"', () => {
  it('UI-1: stands at a list that is opened from there', async () => {
    await renderScreen((props) => <ObstaclesScreen {...props} query={{}} />, { store: await aStore() })
    expect(await screen.findByRole('link', { name: 'Thêm' })).toHaveAttribute('href', '/more')
  })

  it('UI-1: not at one that stands in the bar of the workplace', async () => {
    const { unmount } = await renderScreen((props) => <FindingsScreen {...props} />, { store: await aStore() })
    expect(screen.getByRole('link', { name: 'Thêm' })).toBeInTheDocument()
    unmount()
    await renderScreen((props) => <FindingsScreen {...props} />, { store: await aStore({ identity: monitor }) })
    expect(await screen.findByText('Chưa có phát hiện nào được báo cáo')).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Thêm' })).toBeNull()
  })
})
