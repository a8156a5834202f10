// Asks axe about the page as it is painted. The source goes in once per page load, past the page's own content security
// policy, which stays in force for everything else.
import type { Page } from '@playwright/test'
import axe from 'axe-core'

interface AxeInPage {
  readonly axe?: { run(context: unknown, options: unknown): Promise<axe.AxeResults> }
}

/** The rules whose outcome a theme can change; every other rule reads only the structure. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const told = (rule: axe.Result): string =>
  `${rule.id}: ${rule.nodes
    .slice(0, 3)
    .map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`)
    .join(' | ')}`

export async function axeViolations(page: Page, only: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const isLoaded = await page.evaluate(() => 'axe' in globalThis)
  if (!isLoaded) await page.evaluate(axe.source)
  const results = await page.evaluate(
    async (rules) => {
      const { axe: inPage } = globalThis as AxeInPage
      if (!inPage) throw new Error('axe is not in the page')
      return inPage.run(document, {
        resultTypes: ['violations'],
        // Only experimental rules read style sheets.
        preload: false,
        ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}),
      })
    },
    only === 'colours' ? COLOUR_RULES : null,
  )
  return results.violations.map(told)
}
