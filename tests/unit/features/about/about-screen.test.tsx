import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AboutScreen } from '#features/about/about-screen.tsx'
import { AppControlsProvider } from '#ui/app-controls.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'
import { someControls } from '../more/app-controls.ts'

describe('the page about the app', () => {
  it.each(['vi', 'en'] as const)('names version, sources with their licences and limits, in %s', async (language) => {
    const { container } = await renderScreen(
      (props) => (
        <AppControlsProvider controls={someControls()}>
          <AboutScreen {...props} />
        </AppControlsProvider>
      ),
      { store: await aStore(), language },
    )
    expect(await screen.findByText('0.1.0')).toBeInTheDocument()
    expect(screen.getByText('a1')).toBeInTheDocument()
    expect(screen.getAllByText(/MIT/)).toHaveLength(3)
    expect(container).not.toHaveTextContent(/source\.|limit\./)
    await expectAxeClean(container)
  })
})
