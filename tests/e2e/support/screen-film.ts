// One device's camera held at another one's screen: the codes that really run there are filmed and become what the other
// browser's pretended camera sees. Chromium shows a file of pictures thirty times a second, so each stands for several.
import { writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'

/** Three looks of the reader at every code: as long as the screen shows it. */
const SHOWN_FOR = 5

export const cameraOf = (film: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
]

/** The pictures as they change on the screen, as JPEG. */
async function picturesOnScreen(page: Page, count: number): Promise<readonly string[]> {
  const code = page.locator('main canvas')
  await expect(code).toBeVisible()
  return code.evaluate(async (canvas: HTMLCanvasElement, most) => {
    const seen: string[] = []
    while (seen.length < most) {
      const picture = canvas.toDataURL('image/jpeg', 0.9)
      if (picture !== seen.at(-1)) seen.push(picture)
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    return seen.map((picture) => picture.slice(picture.indexOf(',') + 1))
  }, count)
}

/** What the moving code on this screen shows, so many codes long, goes before the camera that plays `film`. */
export async function filmCodes(page: Page, film: string, count: number): Promise<void> {
  const pictures = await picturesOnScreen(page, count)
  const shown = pictures.flatMap((picture) => Array.from({ length: SHOWN_FOR }, () => Buffer.from(picture, 'base64')))
  writeFileSync(film, Buffer.concat(shown))
}
