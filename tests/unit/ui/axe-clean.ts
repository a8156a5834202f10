// Asks axe about what is drawn. jsdom paints nothing, so contrast is left to the token test and the browser tests.
import axe from 'axe-core'
import { expect } from 'vitest'

export const expectAxeClean = async (element: Element): Promise<void> => {
  const { violations } = await axe.run(element, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false }, 'heading-order': { enabled: false } },
  })
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found).toEqual([])
}
