// docs/security.md answers every requirement of ASVS 5.0 up to level 2 once, and what it calls met is proved by a test.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './source-tree.ts'
import counts from './asvs-5.0-level-2.json' with { type: 'json' }

const ROW = /^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| (met|n\.a\.|open) \| (.*) \|$/gm
const LINK = /\[([^\]]+)\]\(([^)]+)\)/g
const RULE = /^[A-Z]{2,6}-\d+$/

interface Answer {
  readonly id: string
  readonly answer: string
  readonly links: readonly { readonly name: string; readonly file: string }[]
  readonly text: string
}

const page = readFileSync(path.join(root, 'docs', 'security.md'), 'utf8')

const rowsOf = (text: string): readonly Answer[] =>
  [...text.matchAll(ROW)].map(([, id = '', , , answer = '', reason = '']) => ({
    id,
    answer,
    links: [...reason.matchAll(LINK)].map(([, name = '', file = '']) => ({ name, file })),
    text: reason,
  }))

/** Links that prove nothing: to no test, or to one that does not name the rule. */
function hollowLinks({ id, links }: Answer): readonly string[] {
  return links.flatMap(({ name, file }) => {
    const place = path.join(root, 'docs', file)
    if (!/\.test\.tsx?$/.test(file) || !existsSync(place)) return [`${id}: ${file} is no test`]
    const isNamed = !RULE.test(name) || new RegExp(`\\b${name}\\b`).test(readFileSync(place, 'utf8'))
    return isNamed ? [] : [`${id}: ${file} does not name ${name}`]
  })
}

describe('the page about security', () => {
  const rows = rowsOf(page)

  it('answers every requirement of levels 1 and 2 once, and no other', () => {
    const wanted = Object.entries(counts).flatMap(([section, numbers]) =>
      numbers.map((number) => `${section}.${number}`),
    )
    expect(wanted).toHaveLength(253)
    expect(rows.map(({ id }) => id).sort()).toEqual(wanted.sort())
  })

  it('names a test for whatever it calls met, and a reason for the rest', () => {
    expect(rows.filter(({ answer, links }) => answer === 'met' && links.length === 0).map(({ id }) => id)).toEqual([])
    expect(rows.filter(({ text }) => text.trim() === '').map(({ id }) => id)).toEqual([])
    expect(rows.flatMap(hollowLinks)).toEqual([])
  })

  it('counts its answers right', () => {
    const count = (wanted: string): number => rows.filter(({ answer }) => answer === wanted).length
    expect(page).toContain(`${count('met')} met, ${count('n.a.')} not applicable, ${count('open')} open.`)
  })

  it('would be caught with a link to nothing or to a test of something else', () => {
    const [gone, other] = ['../tests/gone.test.ts', '../tests/architecture/layers.test.ts']
    const rowWith = (link: string) => rowsOf(`| 1.1.1 | 2 | Topic | met | [END-71](${link}) |\n`)
    expect(rowWith(gone).flatMap(hollowLinks)).toHaveLength(1)
    expect(rowWith(other).flatMap(hollowLinks)).toHaveLength(1)
  })
})
