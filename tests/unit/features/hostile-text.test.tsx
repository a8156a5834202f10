import { screen } from '@testing-library/react'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { personFiles } from '#domain/personal-data/export-files.ts'
import { FindingDetailScreen } from '#features/findings/finding-detail-screen.tsx'
import { FindingsScreen } from '#features/findings/findings-screen.tsx'
import { readSheetOf, writeSheets } from '#features/administration/import/excel-files.ts'
import { hostileTexts } from '#support/fuzz/hostile-text.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { FIRST, followerStore, reportFinding } from './communes/follower-scene.ts'

const short = Object.values(hostileTexts).filter((text) => text.length < 10_000)

const wasRun = (): boolean => 'wasRun' in window

/** What a browser would make of it if it were markup. */
const madeOf = (root: Element): readonly Element[] => [
  ...root.querySelectorAll('img[src="x"], script, svg[onload], [onerror], [onmouseover], a[href^="javascript"]'),
]

describe('text from anyone', () => {
  it('is text on the screen, in a list and in full', async () => {
    const store = await followerStore()
    const ids: string[] = []
    for (const facts of short.filter((text) => text.trim() !== ''))
      ids.push(await reportFinding(store, FIRST, { facts }))
    const list = await renderScreen((props) => <FindingsScreen {...props} />, { store, at: '/findings' })
    expect(await screen.findByText(new RegExp(`${ids.length} trong ${ids.length}`))).toBeInTheDocument()
    expect(list.container.textContent).toContain(hostileTexts.picture)
    expect(list.container.textContent).toContain('DROP TABLE')
    expect(madeOf(list.container)).toEqual([])
    list.unmount()
    for (const id of ids) {
      const one = await renderScreen((props) => <FindingDetailScreen {...props} unit={FIRST} id={id} />, { store })
      await screen.findByRole('heading', { level: 1, name: /^KPH\// })
      expect(madeOf(one.container)).toEqual([])
      one.unmount()
    }
    expect(wasRun()).toBe(false)
  }, 60_000)

  it('is text inside a sentence: nothing in a value is looked up, filled in or run', async () => {
    const source = await createTextSource({
      language: 'vi',
      atHand: { x: { hello: 'Chào {{name}}!', secret: 'bí mật' } },
    })
    for (const name of [...short, '$t(x:secret)', '{{name}}', '{{- name}}', '$t(secret, {"ns": "x"})'])
      expect(source.translate('x', 'hello', { name })).toBe(`Chào ${name}!`)
  })

  it('is text in a copy of a person’s data: nothing in the page is markup, no cell of a table a formula', () => {
    const rows = short.map((text) => ({ name: text, note: text }))
    const data = { madeMs: 0, account: 'acc.x', sections: [{ name: 'things', rows }], isCut: false }
    const words = { title: hostileTexts.picture ?? '', language: 'vi', sectionName: () => hostileTexts.script ?? '' }
    const files = personFiles(data, words)
    const page = new DOMParser().parseFromString(
      files.find(({ name }) => name === 'data.html')?.text ?? '',
      'text/html',
    )
    expect(page.querySelectorAll('td')).toHaveLength(2 * rows.length)
    expect(madeOf(page.documentElement)).toEqual([])
    expect(page.querySelector('td')?.textContent).toBe(hostileTexts.picture)
    const table = files.find(({ name }) => name === 'things.csv')?.text ?? ''
    for (const start of ['\n=', ',=', '"=', '\n+', ',+', '\n@', ',@', '"\t=', '\n-', ',-'])
      expect(table).not.toContain(start)
  })

  it('is text in a sheet: no cell is a formula, and the file opens whatever was typed', async () => {
    const typed = [...Object.values(hostileTexts), 'constructor', 'toString']
    const bytes = await writeSheets([
      { name: 'Tài khoản', head: ['a'], rows: typed.map((text) => [text]), widths: [20] },
    ])
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'))
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const parser = new DOMParser()
    for (const [name, part] of parts) {
      const xml = decoder.decode(part)
      const parsed = parser.parseFromString(xml, 'application/xml')
      expect([name, parsed.querySelector('parsererror')?.textContent ?? null]).toEqual([name, null])
      expect([name, parsed.querySelectorAll('f').length]).toEqual([name, 0])
    }
    const read = await readSheetOf(new Blob([bytes]))
    expect(read.ok && read.rows.flat()).toEqual(
      expect.arrayContaining([hostileTexts.formula, hostileTexts.command, hostileTexts.picture, 'constructor']),
    )
  })
})
