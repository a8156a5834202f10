// A form of 500 questions with 420 rules of relevance on a slow tablet: Chromium with its CPU slowed down six times, no
// endpoint in reach. Each figure is the median of several runs, the samples are printed, and a missed gate fails the
// bench. `npm run bench:forms` prints beside it what ODK's own engine takes for the same form.
import { expect, type Page, test } from '@playwright/test'
import { FormSession } from '#domain/questionnaire/session/form-session.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { aWorkbook, c, endOf, q } from '#support/questionnaire/form-builder.ts'
import { fiveHundredQuestions, levels, longList } from '#support/questionnaire/large-forms.ts'
import { Installation } from '../e2e/support/installation.ts'
import { desk, Profile, tablet } from '../e2e/support/profile.ts'
import { publishForm } from '../e2e/support/publish-form.ts'
import { signIn } from '../e2e/support/steps.ts'
import { BareChromium } from './bare-chromium.ts'
import {
  GO_TO_FORMS,
  GO_TO_ROUNDS,
  OPEN_QUESTION,
  OPEN_ROUND,
  ROUND,
  openForm,
  timeChoice,
  timeTyping,
} from './form-measures.ts'
import { median } from './page-measures.ts'

const SLOWDOWN = 6
const RUNS = 7
const GATES = {
  'open 500': 1500,
  'answer 500': 100,
  'type 500': 100,
  'open 52': 500,
  'open round': 500,
  'open question': 500,
  'filter 2 MB': 100 / SLOWDOWN,
} as const

test.setTimeout(900_000)

function report(name: keyof typeof GATES, samples: readonly number[]): void {
  const middle = median(samples)
  const [shown, worst] = [samples.map((value) => value.toFixed(0)).join(' '), Math.max(...samples)]
  console.log(
    `${name}: median ${middle.toFixed(0)} ms, worst ${worst.toFixed(0)} ms, gate ${GATES[name]} ms (${(middle / GATES[name]).toFixed(2)} of it); samples ${shown}`,
  )
  expect.soft(middle, `${name} misses its gate`).toBeLessThanOrEqual(GATES[name])
}

const large = aWorkbook(fiveHundredQuestions(), levels, {
  form_id: 'nam-tram',
  version: '1',
  form_title: 'Năm trăm câu',
})

const fiftyTwo = aWorkbook(
  [4, 5, 6, 7, 8, 9, 10].flatMap((clause) => [
    q('begin group', `k${clause}`, { label: `Khoản ${clause}` }),
    ...Array.from({ length: clause === 10 ? 4 : 8 }, (_, at) =>
      q('select_one mức', `q${clause}_${at}`, {
        label: `Câu hỏi thứ ${at} của khoản ${clause} về hệ thống quản lý chất lượng của xã`,
        appearance: 'conformity',
      }),
    ),
    endOf('group'),
  ]),
  [...levels, c('mức', 'na', { label: 'Không áp dụng' })],
  { form_id: 'nam-hai', version: '1', form_title: 'Năm mươi hai câu' },
)

let installation: Installation
let profile: Profile

/** Begins a filling of each form, so that both are in the list of what is being filled in. */
async function begin(page: Page, title: string): Promise<void> {
  await page.goto(`${installation.address}/forms`)
  await page.getByRole('button', { name: new RegExp(title) }).click({ timeout: 60_000 })
  await expect(page).toHaveURL(/\/forms\/fil/, { timeout: 60_000 })
  await expect(page.locator('#section-title')).toBeVisible()
}

/** The shipped bank's 52 questions, unless the demonstration has begun a round of them. */
async function beginRound(page: Page): Promise<void> {
  await page.goto(`${installation.address}/self-assessment`)
  await expect(
    page
      .locator(ROUND)
      .or(page.getByRole('button', { name: 'Bắt đầu' }))
      .first(),
  ).toBeVisible()
  if ((await page.locator(ROUND).count()) > 0) return
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await expect(page).toHaveURL(/\/self-assessment\/asm/)
}

test.beforeAll(async () => {
  installation = await Installation.create()
  const office = new Profile(desk)
  profile = new Profile(tablet)
  try {
    const province = await office.open()
    await signIn(province, installation, 'sokhcn.langson')
    for (const workbook of [large, fiftyTwo]) await publishForm(province, installation, workbook)
    const page = await profile.open()
    await signIn(page, installation, 'thuky.doanket')
    for (const title of ['Năm trăm câu', 'Năm mươi hai câu']) await begin(page, title)
    await beginRound(page)
    await profile.kill()
  } finally {
    await office.remove()
  }
  await installation.kill()
})

test.afterAll(async () => {
  await profile.remove()
  await installation.remove()
})

/** In a fresh process: a form that was open is kept in memory, and that is not what is measured. */
async function timeOpening(goToList: string, open: string): Promise<number> {
  const browser = await BareChromium.open(profile.folder, tablet, SLOWDOWN)
  try {
    await browser.visit(`${installation.address}/more`, '')
    await browser.evaluate(goToList)
    return Number(await browser.evaluate(open))
  } finally {
    await browser.kill()
  }
}

async function timeAnswers(): Promise<{ readonly chosen: number[]; readonly typed: number[] }> {
  const [chosen, typed]: [number[], number[]] = [[], []]
  const browser = await BareChromium.open(profile.folder, tablet, SLOWDOWN)
  try {
    await browser.visit(`${installation.address}/more`, '')
    await browser.evaluate(GO_TO_FORMS)
    await browser.evaluate(openForm('Năm trăm câu'))
    for (let run = 0; run < RUNS * 2; run++) chosen.push(Number(await browser.evaluate(timeChoice(run))))
    for (let run = 0; run < RUNS * 2; run++) typed.push(Number(await browser.evaluate(timeTyping(run))))
  } finally {
    await browser.kill()
  }
  return { chosen, typed }
}

test('500 questions with 420 rules: opened, answered and typed into; 52 questions opened, and the round of the shipped bank', async () => {
  const [large500, small52, round, question]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let run = 0; run < RUNS; run++) {
    large500.push(await timeOpening(GO_TO_FORMS, openForm('Năm trăm câu')))
    small52.push(await timeOpening(GO_TO_FORMS, openForm('Năm mươi hai câu')))
    round.push(await timeOpening(GO_TO_ROUNDS, OPEN_ROUND))
    question.push(await timeOpening(GO_TO_ROUNDS, OPEN_QUESTION))
  }
  report('open 500', large500)
  report('open 52', small52)
  report('open round', round)
  report('open question', question)
  const { chosen, typed } = await timeAnswers()
  report('answer 500', chosen)
  report('type 500', typed)
})

/** The engine alone, in this process at full speed: its gate is the sixth part of what a slow tablet may take. */
test('a list of 26,000 choices is filtered for one answer', () => {
  const survey = [q('select_one tỉnh', 'p'), q('select_one xã', 'x', { choice_filter: 'tỉnh = ${p}' })]
  const compiled = importWorkbook(aWorkbook(survey, longList().choices))
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error.slice(0, 3)))
  const session = new FormSession(compiled.value, { clock: { now: () => Date.now() } })
  const samples = Array.from({ length: RUNS * 2 }, (_, run) => {
    const start = performance.now()
    session.answer('/p', `p${run}`)
    return performance.now() - start
  })
  expect(session.state('/x')?.choices).toHaveLength(765)
  report('filter 2 MB', samples)
})
