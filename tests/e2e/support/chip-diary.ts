// Everything the chip ever said, also for a moment between two looks: "sent" too early is a lie even for a blink.
import type { Page } from '@playwright/test'
import { chip } from './steps.ts'

/** Begins to write down; the answer reads what was written so far. Holds until the page is loaded anew. */
export async function keepDiary(page: Page): Promise<() => Promise<readonly string[]>> {
  await chip(page).evaluate((element) => {
    const header = element.closest('header')
    if (!header) throw new Error('no header')
    const said: string[] = []
    const look = () => {
      const text = [...header.querySelectorAll('a')].find((link) => link.pathname === '/sync')?.textContent ?? ''
      if (text !== '' && said.at(-1) !== text) said.push(text)
      header.dataset.said = JSON.stringify(said)
    }
    new MutationObserver(look).observe(header, { childList: true, subtree: true, characterData: true })
  })
  return async () =>
    JSON.parse(
      await page.locator('header[data-said]').evaluate((header) => (header as HTMLElement).dataset.said ?? '[]'),
    ) as string[]
}
