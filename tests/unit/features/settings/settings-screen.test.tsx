import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SettingsScreen } from '#features/settings/settings-screen.tsx'
import { type AppControls, AppControlsProvider } from '#ui/app-controls.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'
import { someControls } from '../more/app-controls.ts'

const show = async (controls: AppControls = someControls()) =>
  renderScreen(
    (props) => (
      <AppControlsProvider controls={controls}>
        <SettingsScreen {...props} />
      </AppControlsProvider>
    ),
    { store: await aStore() },
  )

describe('the settings', () => {
  it('change the language of every word at once', async () => {
    const { user, container } = await show()
    await user.click(await screen.findByRole('radio', { name: 'English' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('change the look', async () => {
    const controls = someControls()
    const { user } = await show(controls)
    await user.click(await screen.findByRole('radio', { name: 'Ngoài nắng' }))
    expect(controls.asked).toEqual(['theme sun'])
  })

  it('tell how much room is used and whether the browser keeps the data, and ask it to', async () => {
    const controls = someControls()
    const { user, container } = await show(controls)
    expect(await screen.findByText(/^12,3.MB trong 2.GB$/)).toBeInTheDocument()
    expect(screen.getByText(/^chưa hứa giữ dữ liệu/)).toBeInTheDocument()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Đề nghị trình duyệt giữ dữ liệu' }))
    expect(await screen.findByText('đã hứa giữ dữ liệu của ứng dụng')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Đề nghị trình duyệt giữ dữ liệu' })).toBeNull()
  })

  it('ask for nothing where the browser does not tell', async () => {
    await show(someControls({ isStoragePersisted: undefined, storageEstimate: async () => null }))
    expect(await screen.findByText('không cho biết có giữ dữ liệu lâu dài hay không')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Đề nghị/ })).toBeNull()
  })
})
