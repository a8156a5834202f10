import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCareSettings } from '#server/care/care-settings.ts'
import { shrinkJournal } from '#server/care/old-journal.ts'
import { groupText } from '#server/journal/journal-line.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const { open } = await sqliteDriver()

/** Three months of journal, ending with transactions 10, 20 and 30, and a backup of March that says what it holds. */
function installation({ lsn = 20, inst = 'ours', isWhole = true } = {}) {
  const outer = tempFolder()
  const [folder, backupDir] = [path.join(outer, 'j'), path.join(outer, 'b')]
  for (const one of [folder, backupDir]) mkdirSync(one)
  for (const [i, month] of ['202601', '202602', '202603'].entries()) {
    const mark = { inst: 'ours', inc: 'x', lsn: (i + 1) * 10, op: 1 }
    writeFileSync(path.join(folder, `ops-${month}.ndjson`), groupText(['{"t":"meta","r":{}}'], mark, 0))
  }
  const backup = path.join(backupDir, 'endpoint-20260305T030000Z.sqlite')
  if (isWhole) {
    const db = open(backup)
    db.exec(`CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
      INSERT INTO meta VALUES ('journal_lsn', '${lsn}'), ('installation', '${inst}')`)
    db.close()
  } else writeFileSync(backup, 'nothing')
  return { folder, backupDir, open, outer }
}

const left = (folder: string): readonly string[] => readdirSync(folder).map((name) => name.slice(4, 10))

describe('months of the journal that every kept backup is younger than', () => {
  it('END-105: stay unless the operator said otherwise', async () => {
    const { outer: _, ...parts } = installation()
    expect(readCareSettings({}).oldJournal).toBe('keep')
    expect(await shrinkJournal({ ...parts, rule: 'keep' })).toEqual([])
    expect(left(parts.folder)).toEqual(['202601', '202602', '202603'])
  })

  it('END-105: are removed once the oldest backup is whole and holds their last transaction', async () => {
    const { outer: _, ...parts } = installation()
    expect(await shrinkJournal({ ...parts, rule: 'remove' })).toEqual(['ops-202601.ndjson', 'ops-202602.ndjson'])
    expect(left(parts.folder)).toEqual(['202603'])
  })

  it('END-105: are moved as they are, and wait for the folder to be there', async () => {
    const { outer, ...parts } = installation({ lsn: 15 })
    const folder = path.join(outer, 'old', 'journal')
    expect(await shrinkJournal({ ...parts, rule: { folder } })).toEqual([])
    mkdirSync(folder, { recursive: true })
    const text = readFileSync(path.join(parts.folder, 'ops-202601.ndjson'), 'utf8')
    expect(await shrinkJournal({ ...parts, rule: { folder } })).toEqual(['ops-202601.ndjson'])
    expect(readFileSync(path.join(folder, 'ops-202601.ndjson'), 'utf8')).toBe(text)
    expect(left(parts.folder)).toEqual(['202602', '202603'])
  })

  it('END-105: stay where the backup is damaged, of another installation, or there is none', async () => {
    for (const wrong of [{ isWhole: false }, { inst: 'another' }]) {
      const { outer: _, ...parts } = installation(wrong)
      expect(await shrinkJournal({ ...parts, rule: 'remove' })).toEqual([])
    }
    const { outer, ...parts } = installation()
    const backupDir = path.join(outer, 'empty')
    mkdirSync(backupDir)
    expect(await shrinkJournal({ ...parts, backupDir, rule: 'remove' })).toEqual([])
    expect(existsSync(path.join(parts.folder, 'ops-202601.ndjson'))).toBe(true)
  })
})
