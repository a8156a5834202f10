// An audit on two devices without a network: written, photographed and sealed on the auditor's, signed by the auditor there
// and by the chairman on a phone of their own, by codes from screen to camera and back. Both end with the same report.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { addSample, answerAll, conclude, FACTS, holdMeetings, signAs, writeWords } from './support/audit-on-site.ts'
import { Installation } from './support/installation.ts'
import { phone, type Profile, tablet } from './support/profile.ts'
import { Profiles } from './support/profiles.ts'
import { cameraOf, filmCodes } from './support/screen-film.ts'
import { alwaysSendPhotos, chip, fetchCodeReader, networkIsBack, signIn } from './support/steps.ts'

const COMMUNE = 'ls25-06001'
const BY_ITSELF = { timeout: 30_000 }

let installation: Installation
const profiles = new Profiles()
const folder = mkdtempSync(path.join(tmpdir(), 'sotay-film-'))
const films = { auditor: path.join(folder, 'auditor.mjpeg'), auditee: path.join(folder, 'auditee.mjpeg') }

test.beforeAll(async () => {
  installation = await Installation.create()
})

test.afterAll(async () => {
  await profiles.remove()
  await installation.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function ready(profile: Profile, username: string): Promise<Page> {
  const page = await profile.open()
  await signIn(page, installation, username)
  await alwaysSendPhotos(page, installation.address)
  await fetchCodeReader(page, installation.address)
  await profile.setOffline(true)
  return page
}

const sideOf = (page: Page, name: string): Locator =>
  page
    .locator('main article, main section')
    .filter({ has: page.getByRole('heading', { level: 3, name }) })
    .last()

/** The chairman's phone reads what is to be signed from the auditor's tablet and shows the signature back. */
async function signOnTwoDevices(auditor: Page, auditee: Page): Promise<void> {
  await auditor.getByRole('button', { name: 'Ký trên máy khác' }).click()
  await filmCodes(auditor, films.auditee, 6)
  await auditee.goto(`${installation.address}/sign`)
  await expect(auditee.getByLabel('Họ và tên người ký')).toBeVisible(BY_ITSELF)
  await signAs(auditee, 'Chủ tịch B', 'Chủ tịch UBND xã')
  await filmCodes(auditee, films.auditor, 14)
  await auditor.getByRole('button', { name: 'Đọc mã chữ ký' }).click()
  await expect(auditor.getByText('Các bên đã ký cùng một nội dung')).toBeVisible(BY_ITSELF)
}

/** All that is on the paper, the drawn signatures included, and the hash under which both sides signed. */
async function reportOn(page: Page, address: string) {
  await page.goto(address)
  await expect(page.getByText('Các bên đã ký cùng một nội dung')).toBeVisible(BY_ITSELF)
  await expect(page.locator('main').getByText('Còn hiệu lực', { exact: true })).toHaveCount(2)
  await expect(page.getByText('Chữ ký không còn khớp')).toHaveCount(0)
  const paper = page.locator('main article').filter({ hasText: 'Độc lập' })
  await expect(paper.getByText('Phụ lục: kết quả từng mục')).toBeVisible()
  return {
    words: await paper.innerText(),
    drawn: await paper.locator('svg path').evaluateAll((paths) => paths.map((one) => one.getAttribute('d'))),
    hash: await page.getByText(/^Mã nội dung được ký: /).innerText(),
    seal: await page.getByText(/^Mã niêm phong /).innerText(),
  }
}

async function openCorrectiveAction(page: Page): Promise<string> {
  await page.goto(`${installation.address}/findings`)
  await page.getByText(FACTS).first().click()
  await page.getByRole('button', { name: 'Lập phiếu khắc phục' }).click()
  await page.getByRole('button', { name: 'Lập phiếu', exact: true }).click()
  const title = page.getByRole('heading', { level: 1, name: /^Phiếu / })
  await expect(title).toBeVisible()
  return title.innerText()
}

test('one audit with a finding, a photo and both signatures, offline on two devices, ends with the same report on both', async () => {
  for (const film of Object.values(films)) writeFileSync(film, '')
  const [auditorTablet, chairmanPhone] = [
    profiles.add(tablet, cameraOf(films.auditor)),
    profiles.add(phone, cameraOf(films.auditee)),
  ]
  const [auditor, chairman] = await test.step('both sign in once, then there is no network', async () => {
    const pages = await Promise.all([ready(auditorTablet, 'danhgia.doanket'), ready(chairmanPhone, 'chutich.doanket')])
    await installation.kill()
    return pages
  })

  const audit = await test.step('the auditor gives every item a result, and one a finding with its photo', () =>
    answerAll(auditor, installation.address))
  await test.step('a sample, both meetings and the conclusion are written, and the report is sealed', async () => {
    await addSample(auditor, audit)
    await holdMeetings(auditor, audit)
    await writeWords(auditor, audit)
    await conclude(auditor, audit)
  })
  const report = `${installation.address}/audit-reports/${COMMUNE}/${audit.split('/').at(-1) ?? ''}`

  await test.step('the auditor signs on the tablet, the chairman on a phone of their own', async () => {
    await auditor.goto(report)
    await sideOf(auditor, 'Bên đánh giá').getByRole('button', { name: 'Ký trên máy này' }).click()
    await signAs(auditor, 'Đánh giá viên A', 'Trưởng đoàn đánh giá')
    await expect(auditor.locator('main').getByText('Còn hiệu lực', { exact: true })).toHaveCount(1)
    await signOnTwoDevices(auditor, chairman)
  })

  await test.step('the network returns, and both devices show the same report', async () => {
    await installation.start()
    for (const [profile, page] of [
      [auditorTablet, auditor],
      [chairmanPhone, chairman],
    ] as const) {
      await profile.setOffline(false)
      await networkIsBack(page)
      await expect(chip(page)).toContainText(/Đã gửi/, BY_ITSELF)
    }
    const [here, there] = [await reportOn(auditor, report), await reportOn(chairman, report)]
    expect(here.words).toContain(FACTS)
    expect(here.drawn).toHaveLength(2)
    expect(there).toEqual(here)
  })

  await test.step('a corrective action opened from the finding reaches the chairman, with the photo', async () => {
    const title = await openCorrectiveAction(auditor)
    await expect(chip(auditor)).toContainText(/Đã gửi/, BY_ITSELF)
    await chairman.goto(`${installation.address}/findings`)
    await chairman.getByText(FACTS).first().click()
    await expect(chairman.getByRole('img', { name: /Ảnh/ }).first()).toBeVisible(BY_ITSELF)
    await networkIsBack(chairman)
    await expect(chairman.getByRole('link', { name: new RegExp(title.slice('Phiếu '.length)) })).toBeVisible(BY_ITSELF)
  })
})
