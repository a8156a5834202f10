// Names as long as an office may choose them: nothing is wider than the screen, nothing is cut off and every target can
// still be hit.
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { Workplace } from '#features/screen-props.ts'
import { Findings, newPhone } from './support/examination.ts'
import { Installation } from './support/installation.ts'
import { isLong } from './support/length.ts'
import { cutOffWords, overflows, smallTargets } from './support/layout.ts'
import { phone, tablet } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { linksOn, openIn, routesToLookAt, visit } from './support/screens.ts'
import { signIn } from './support/steps.ts'

test.describe.configure({ mode: 'parallel' })

const phones = new Profiles()
let installation: Installation
test.beforeAll(async () => {
  installation = await Installation.create()
  await lengthenNames()
})
test.afterEach(() => phones.remove())
test.afterAll(async () => {
  await installation.remove()
})

const PLACE = 'xã Nghĩa Phương Thượng – Hoàng Hoa Thám – Tân Thịnh Khánh Xuân (sáp nhập)'
const POSITION = 'Thư ký ban chỉ đạo xây dựng, áp dụng và duy trì hệ thống quản lý chất lượng TCVN ISO 9001'

/** In the endpoint's own database, so that everything behind the names is as it always is. */
async function lengthenNames(): Promise<void> {
  await installation.kill()
  const { DatabaseSync } = await import('@photostructure/sqlite')
  const db = new DatabaseSync(path.join(installation.dataDir, 'endpoint.sqlite'))
  db.prepare("UPDATE scope SET name = ? || ' ' || name").run(PLACE)
  db.prepare('UPDATE account SET display_name = ?').run(POSITION)
  db.close()
  await installation.start()
}

const everybody: readonly (readonly [string, Workplace])[] = [
  ['thuky.doanket', 'commune'],
  ['giamsat.trangdinh', 'monitor'],
  ['sokhcn.langson', 'province'],
  ['quantri', 'administration'],
]
/** The short form looks at the two workplaces that people carry into the field, and follows one link of each screen. */
const people = isLong ? everybody : everybody.slice(0, 2)
const LINKS_OF_A_SCREEN = isLong ? 2 : 1

async function look(page: Page, address: string, findings: Findings): Promise<void> {
  await visit(page, address)
  for (const size of [tablet, phone]) {
    await page.setViewportSize(size)
    await page.evaluate(() => new Promise(requestAnimationFrame))
    const faults = [...(await overflows(page)), ...(await cutOffWords(page)), ...(await smallTargets(page))]
    findings.note(`${address} ${size.width}`, faults)
  }
}

for (const [username, workplace] of people) {
  test(`with very long names every screen of ${username} fits on a phone and on a tablet`, {
    tag: workplace === 'commune' ? [] : '@long',
  }, async () => {
    const findings = new Findings()
    const page = await newPhone(phones, installation.address, findings)
    await signIn(page, installation, username)
    await expect(page.getByText(PLACE).first()).toBeVisible()
    await openIn(page, '/', { theme: 'light', language: 'vi' })
    const fixed = routesToLookAt(workplace).filter((path) => !path.includes(':'))
    const open = new Set(fixed)
    for (const address of open) {
      await look(page, address, findings)
      if (fixed.includes(address)) for (const link of (await linksOn(page)).slice(0, LINKS_OF_A_SCREEN)) open.add(link)
    }
    expect(findings.list).toEqual([])
  })
}
