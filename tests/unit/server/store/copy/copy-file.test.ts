import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { RowBatch } from '#server/store/copy/copied-tables.ts'
import { COPIED_TABLES, tablesToCopy } from '#server/store/copy/copied-tables.ts'
import { headOfCopy, readCopyFile, UnreadableCopyError, writeCopyFile } from '#server/store/copy/copy-file.ts'
import { CopyDiffersError, differences, opsIn, summarise } from '#server/store/copy/copy-summary.ts'
import { toPostgres } from '#server/store/postgres/schema.ts'
import { migrations } from '#server/store/sqlite/schema.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const batches: readonly RowBatch[] = [
  { table: 'meta', columns: ['key', 'value'], rows: [['khóa', 'giá trị\n"\u2028😀']] },
  {
    table: 'op',
    columns: ['feed', 'seq', 'grp'],
    rows: [
      ['f/self', 1, null],
      ['f/self', 2, 'g'],
    ],
  },
  { table: 'op', columns: ['feed', 'seq', 'grp'], rows: [['g/pub', 1, null]] },
  { table: 'blob', columns: ['sha'], rows: [] },
]

async function* from(all: readonly RowBatch[]): AsyncGenerator<RowBatch> {
  yield* all
}

async function written(all = batches): Promise<string> {
  const file = path.join(tempFolder(), 'copy.ndjson.gz')
  await writeCopyFile(file, { schema: 2, madeMs: NOW }, from(all))
  return file
}

/** The copy with its text changed, packed again as if nothing had happened. */
function altered(file: string, change: (text: string) => string): string {
  const other = `${file}.altered`
  writeFileSync(other, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))))
  return other
}

describe('a copy in a file', () => {
  it('gives back what was written, and says how many rows of which feed', async () => {
    const file = await written()
    const summary = await summarise(readCopyFile(file))
    expect(summary).toEqual(await summarise(from(batches)))
    expect(Object.fromEntries(Object.entries(summary).map(([name, { rows }]) => [name, rows]))).toEqual({
      meta: 1,
      'op f/self': 2,
      'op g/pub': 1,
    })
    expect(opsIn(summary)).toBe(3)
    expect(await headOfCopy(file)).toMatchObject({ schema: 2, madeMs: NOW })
  })

  it.each([
    ['a value', (text: string) => text.replace('["f/self",2,"g"]', '["f/self",2,"h"]'), CopyDiffersError],
    ['a row that is missing', (text: string) => text.replace('["f/self",1,null]\n', ''), CopyDiffersError],
    [
      'rows in another order',
      (text: string) => text.replace('1,null]\n["f/self",2,"g"]', '2,"g"]\n["f/self",1,null]'),
      CopyDiffersError,
    ],
    ['an end that is missing', (text: string) => text.replace(/\{"sections".*\n/, ''), UnreadableCopyError],
    ['a cut in the middle of a line', (text: string) => text.slice(0, -30), UnreadableCopyError],
    ['another head', (text: string) => text.replace('endpoint-copy', 'other-thing'), UnreadableCopyError],
    ['no rows at all', () => '', UnreadableCopyError],
  ])('END-6: is found out by %s', async (_what, change, failure) => {
    await expect(summarise(readCopyFile(altered(await written(), change)))).rejects.toThrow(failure)
  })

  it('END-6: is found out when the packed file was cut short', async () => {
    const file = await written()
    writeFileSync(file, readFileSync(file).subarray(0, -20))
    await expect(summarise(readCopyFile(file))).rejects.toThrow('unexpected end of file')
  })
})

describe('what belongs to a copy', () => {
  it('END-45: is every table there is: a new one without a place in the list stops the copy', () => {
    const made = [...migrations.join('\n').matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1] ?? '')
    expect([...made].sort()).toEqual(COPIED_TABLES.map(({ name }) => name).sort())
    expect(() => tablesToCopy([...made, 'something_new'])).toThrow('something_new')
  })

  it('is compared section by section', async () => {
    const [whole, less] = [await summarise(from(batches)), await summarise(from(batches.slice(0, 2)))]
    expect(differences(whole, less)).toEqual(['op g/pub'])
    expect(differences(whole, whole)).toEqual([])
  })
})

describe('the tables on PostgreSQL', () => {
  it('are the steps of SQLite with two names of types changed', () => {
    const sql = toPostgres('CREATE TABLE t (a TEXT NOT NULL, b INTEGER) WITHOUT ROWID; CREATE INDEX INTEGERS ON t (b)')
    expect(sql).toBe('CREATE TABLE t (a TEXT COLLATE "C" NOT NULL, b BIGINT) ; CREATE INDEX INTEGERS ON t (b)')
  })
})
