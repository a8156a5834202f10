import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kindRegistry } from '#domain/change/kind-registry.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { keptUntil, mayErase } from '#domain/personal-data/may-erase.ts'
import { endpointTable, kindTable } from '#domain/personal-data/personal-data-table.ts'
import { migrations } from '#server/store/sqlite/schema.ts'

const day = (text: string): LocalDate => text as LocalDate

/** Field names of the table in kinds.md: the word at the beginning of each part of the last column. */
function documentedFields(): Map<string, readonly string[]> {
  const lines = readFileSync('src/domain/change/kinds.md', 'utf8').split('\n')
  const rows = lines.map((line) => line.split(' | ')).filter((cells) => cells[0]?.startsWith('| `'))
  return new Map(
    rows.map((cells) => {
      const fields = (cells.at(-1) ?? '').split(' · ').flatMap((part) => /^`(\w+)`/.exec(part.trim())?.[1] ?? [])
      return [(cells[0] ?? '').replace(/[|` ]/g, ''), fields]
    }),
  )
}

describe('the table of personal data', () => {
  it('PER-1: every field of every kind of record stands in it, as personal or as not', () => {
    const documented = documentedFields()
    expect([...documented.keys()].sort()).toEqual(Object.keys(kindRegistry).sort())
    for (const [kind, line] of Object.entries(kindTable)) {
      const known = [...Object.keys(line.personal), ...line.impersonal].sort()
      expect([kind, known]).toEqual([kind, [...(documented.get(kind) ?? [])].sort()])
    }
  })

  it('PER-1: every column of the endpoint that names a person, a device or a moment of one stands in it', () => {
    const sql = migrations.join('\n')
    const columnsOf = (table: string): readonly string[] => {
      const made = new RegExp(`CREATE TABLE ${table} \\(([\\s\\S]*?)\\n?\\)( WITHOUT ROWID)?;`).exec(sql)?.[1] ?? ''
      const added = [...sql.matchAll(new RegExp(`ALTER TABLE ${table} ADD COLUMN (\\w+)`, 'g'))].map(
        ([, name]) => name ?? '',
      )
      const names = [...made.matchAll(/(?:^|,)\s*([a-z_]+) (?:TEXT|INTEGER)/g)].map(([, name]) => name ?? '')
      return [...names, ...added]
    }
    const naming =
      /^(account|author|device|dev|label|username|display_name|pubkey|password_hash|deputy_for|subject|decided_by|identifier)$/
    const tables = [...sql.matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name ?? '')
    const derived = ['blob_ref']
    const missing = tables
      .filter((table) => !derived.includes(table))
      .flatMap((table) => columnsOf(table).map((column) => [table, column] as const))
      .filter(
        ([table, column]) => naming.test(column) && !(column === 'dev') && endpointTable[table]?.[column] === undefined,
      )
    expect(missing).toEqual([])
    for (const [table, columns] of Object.entries(endpointTable))
      for (const column of Object.keys(columns))
        expect([table, columnsOf(table)]).toEqual([table, expect.arrayContaining([column])])
  })

  it('PER-5: of all fields only one of a visit may hold a position, and it is told as personal', () => {
    const names = Object.values(kindTable).flatMap((line) => [...Object.keys(line.personal), ...line.impersonal])
    expect(names.filter((name) => /^(lat|lon|lng)$|latitude|longitude|gps|position|coordinate/i.test(name))).toEqual([])
    const withSpot = Object.entries(kindTable).filter(([, line]) =>
      [...Object.keys(line.personal), ...line.impersonal].includes('spot'),
    )
    expect(withSpot.map(([kind]) => kind)).toEqual(['visit'])
    expect(Object.keys(kindTable.visit.personal)).toContain('spot')
  })
})

describe('erasing the names of an account', () => {
  const ended = { to: day('2026-01-31') }

  it('PER-2: is refused while a right holds, or is open', () => {
    const today = day('2026-02-01')
    expect(mayErase([ended, { to: null }], null, today)).toMatchObject({ error: { code: 'person.in-office' } })
    expect(mayErase([{ to: today }], null, today)).toMatchObject({ error: { code: 'person.in-office' } })
    expect(mayErase([ended], null, today)).toMatchObject({ ok: true })
  })

  it('PER-2: is refused while something sealed has to name its author, and says until when', () => {
    const sealedOn = day('2026-01-20')
    expect(keptUntil(sealedOn)).toBe('2036-01-21')
    expect(mayErase([ended], sealedOn, day('2036-01-20'))).toEqual({
      ok: false,
      error: { code: 'person.retained', params: { until: '2036-01-21' } },
    })
    expect(mayErase([ended], sealedOn, day('2036-01-21'))).toMatchObject({ ok: true })
  })
})
