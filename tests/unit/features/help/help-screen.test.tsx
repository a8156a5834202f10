import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Workplace } from '#features/screen-props.ts'
import { HelpScreen } from '#features/help/help-screen.tsx'
import { helpTopics } from '#features/help/help-topics.ts'
import { renderScreen, screenPropsOf } from '#support/render-screen.tsx'
import { aStore } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

async function show(workplace: Workplace, language: 'vi' | 'en' = 'vi') {
  const store = await aStore()
  const { person } = screenPropsOf({ store })
  return renderScreen((props) => <HelpScreen {...props} person={{ ...person, workplace }} />, { store, language })
}

describe('the help', () => {
  it.each(['commune', 'monitor', 'province', 'administration'] as const)(
    'answers what %s asks, in words and not in keys',
    async (workplace) => {
      const { container } = await show(workplace)
      const topics = await screen.findAllByRole('group')
      expect(topics).toHaveLength(helpTopics(workplace).length)
      expect(container).not.toHaveTextContent(/topic\./)
      await expectAxeClean(container)
    },
  )

  it('opens with the first question answered, in English too', async () => {
    const { container } = await show('commune', 'en')
    const [first, second] = await screen.findAllByRole('group')
    expect(first).toHaveAttribute('open')
    expect(second).not.toHaveAttribute('open')
    expect(container).not.toHaveTextContent(/topic\./)
    await expectAxeClean(container)
  })
})
