import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fieldValue } from '#domain/change/entity-state.ts'
import type { Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { formText } from '#domain/questionnaire/library/form-text.ts'
import vietnamese from '#locales/vi/forms.json'
import { writeWorkbookFile } from '#protocol/workbook/write-workbook-file.ts'
import { runImportForm } from '#server/form/import-form-command.ts'
import { openStore } from '#server/store/open-store.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { accountsWith, grants, places } from '#support/endpoint/place-fixture.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { aForm, aWorkbook, q } from '#support/questionnaire/form-builder.ts'
import { longList } from '#support/questionnaire/large-forms.ts'

async function scene() {
  const dataDir = tempFolder()
  const place = {
    dataDir,
    backupDir: `${dataDir}-backups`,
    clock: { now: () => Date.now() },
    onTrouble: () => undefined,
  }
  const founded = await openStore(place, repeatableRandom())
  await founded.savePlaces(places)
  await founded.saveAccounts(accountsWith(null), grants)
  await founded.close()
  const file = async (name: string, workbook: Workbook): Promise<string> => {
    const at = path.join(dataDir, name)
    writeFileSync(at, await writeWorkbookFile(workbook))
    return at
  }
  const run = async (args: readonly string[], isRunning = false) => {
    const said: string[] = []
    const edges = {
      say: (text: string) => void said.push(text),
      env: { SOTAY_DATA: dataDir },
      sentences: vietnamese.problem,
      isRunning: async () => isRunning,
    }
    const exit = await runImportForm(args, edges)
    return { exit, text: said.join('\n') }
  }
  const published = async () => {
    const store = await openStore(place, repeatableRandom())
    onTestFinished(() => store.close())
    return (await store.snapshot('p20/plan', '', 50_000_000)).entities
  }
  return { file, run, published }
}

describe('npm run import-form', () => {
  it('LIB-1: a broken sheet is told as a table in Vietnamese, and nothing is written', async () => {
    const { file, run } = await scene()
    const broken = await file('a.xlsx', aWorkbook([q('text', 'a', { relevant: '${b}' }), q('hologram', 'c')]))
    const { exit, text } = await run([broken, '--as', 'province'])
    expect(exit).toBe(1)
    expect(text.split('\n')).toEqual([
      'Trang\tDòng\tCột\tLý do',
      'survey\t3\ttype\tKhông có loại câu hỏi “hologram”.',
      'survey\t2\trelevant\tKhông có câu nào tên “b”.',
    ])
    expect((await run([])).exit).toBe(2)
    expect((await run(['--what', broken])).exit).toBe(2)
  })

  it('LIB-11: publishes under the name of somebody who may, once, and only while no endpoint runs', async () => {
    const { file, run } = await scene()
    const good = await file('a.xlsx', aWorkbook([q('text', 'a')]))
    expect(await run([good])).toMatchObject({ exit: 0, text: expect.stringContaining('phieu@1') })
    expect((await run([good, '--as', 'nobody'])).exit).toBe(1)
    expect((await run([good, '--as', 'secretary'])).text).toContain('không có quyền')
    expect((await run([good, '--as', 'province'], true)).text).toContain('đang chạy')
    expect(await run([good, '--as', 'province'])).toMatchObject({
      exit: 0,
      text: expect.stringContaining('published: phieu@1'),
    })
    expect((await run([good, '--as', 'administrator'])).text).toContain('đã có')
    const second = await file('b.xlsx', aWorkbook([q('text', 'b')], [], { form_id: 'phieu', version: '2' }))
    expect((await run([second, '--as', 'administrator'])).exit).toBe(0)
    const unnamed = await file('c.xlsx', aWorkbook([q('text', 'b')], [], { form_id: 'phieu', version: '' }))
    expect((await run([unnamed, '--as', 'administrator'])).text).toContain('phiên bản trống')
  })

  it('LIB-2: a long list is stored in parts that join to the form', async () => {
    const { file, run, published } = await scene()
    const survey = [q('select_one xã', 'x')]
    const large = await file('a.xlsx', aWorkbook(survey, longList().choices.slice(0, 5_000)))
    expect((await run([large, '--as', 'province'])).exit).toBe(0)
    const parts = (await published()).filter(({ kind }) => kind === 'form-part')
    const inOrder = [...parts].sort((a, b) => Number(fieldValue(a.regs, 'at')) - Number(fieldValue(b.regs, 'at')))
    const text = inOrder.map(({ regs }) => fieldValue(regs, 'text') as string).join('')
    expect(text).toBe(formText(aForm(survey, longList().choices.slice(0, 5_000)).form))
  })
})
