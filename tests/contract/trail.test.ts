import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

import { JournalFile, journalFiles } from '#server/journal/journal-file.ts'
import { restoreInstallation } from '#server/restore/restore-installation.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { keepRoot, readRoots, rootFileIn } from '#server/trail/root-file.ts'
import { runVerifyTrail } from '#server/trail/verify-command.ts'
import { NOW, repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { enrol, FEED, fill, opsOf, push } from './store/store-records.ts'

const driver = await sqliteDriver()
const random = repeatableRandom(3)

interface Office {
  readonly dataDir: string
  readonly backupDir: string
  readonly journalDir: string
}

function anOffice(): Office {
  const folder = tempFolder()
  const office = {
    dataDir: path.join(folder, 'data'),
    backupDir: path.join(folder, 'backups'),
    journalDir: path.join(folder, 'journal'),
  }
  mkdirSync(office.dataDir)
  return office
}

const open = ({ dataDir, backupDir, journalDir }: Office): EndpointStore =>
  openSqliteStore({
    folder: dataDir,
    backupFolder: backupDir,
    driver,
    random,
    journal: new JournalFile(journalDir, new SetClock()),
  })

async function withWork(office: Office): Promise<void> {
  const store = await fill(open(office))
  const device = await enrol(store)
  await push(store, device, opsOf(device, 1, 3))
  const root = await store.rootTrail(NOW)
  if (root) keepRoot(office.backupDir, root)
  await push(store, device, opsOf(device, 4, 5))
  await store.recordTrail([{ chain: 'office', type: 'sign-in', atMs: NOW, account: device.account }])
  await store.close()
}

async function verify({ dataDir, backupDir }: Office) {
  const said: string[] = []
  const env = { SOTAY_DATA: dataDir, SOTAY_BACKUPS: backupDir }
  const code = await runVerifyTrail([], { say: (text) => void said.push(text), env })
  return { code, said: said.join('\n') }
}

const tamper = ({ dataDir }: Office, sql: string): void => {
  const database = driver.open(path.join(dataDir, 'endpoint.sqlite'))
  database.exec(sql)
  database.close()
}

describe('npm run verify-trail', () => {
  it('TRL-16: ends with 0 where all holds, beside a running endpoint, and changes nothing', async () => {
    const office = anOffice()
    await withWork(office)
    const store = open(office)
    const { code, said } = await verify(office)
    expect(said).toContain('The trail holds')
    expect(said).toContain('operations: 5')
    expect(code).toBe(0)
    await store.close()
  })

  it('TRL-16, TRL-10: ends with 1 and names the chain, the number and the moment of the first broken link', async () => {
    const office = anOffice()
    await withWork(office)
    tamper(office, `UPDATE op SET body = replace(body, '4', '9') WHERE seq = 4`)
    const { code, said } = await verify(office)
    expect(code).toBe(1)
    expect(said).toContain(`${FEED} · số/number 2 · ${new Date(NOW).toISOString()} · thao tác bị sửa`)
  })

  it('TRL-10: a chain made anew after a change is found by the roots kept beside the backups, and only by them', async () => {
    const office = anOffice()
    await withWork(office)
    tamper(
      office,
      `UPDATE op SET body = replace(body, '2', '9') WHERE seq = 2; DELETE FROM trail; DELETE FROM trail_root;
       DELETE FROM trail_rooted; UPDATE feed SET links = 0, head = ''`,
    )
    const store = open(office)
    await store.rootTrail(NOW + 1)
    await store.close()
    expect(await verify(office)).toMatchObject({ code: 1 })
    writeFileSync(rootFileIn(office.backupDir), '')
    expect(await verify(office)).toMatchObject({
      code: 0,
      said: expect.stringContaining('taken over from before the trail') as string,
    })
  })

  it('TRL-16: ends with 2 where there is nothing to check, and passes over lines it cannot read', async () => {
    const office = anOffice()
    expect(await verify(office)).toMatchObject({ code: 2 })
    await withWork(office)
    appendFileSync(rootFileIn(office.backupDir), '{"num":1,"at')
    expect(readRoots(rootFileIn(office.backupDir))).toMatchObject({ roots: [{ num: 1 }], unreadable: 1 })
    expect(await verify(office)).toMatchObject({ code: 0 })
  })
})

describe('a journal', () => {
  it('TRL-9: brings the trail back whole, roots and all, and the restoration is told', async () => {
    const office = anOffice()
    await withWork(office)
    const again = { ...office, dataDir: path.join(tempFolder(), 'again') }
    await restoreInstallation({ ...again, driver })
    await open(again).close()
    const { code, said } = await verify(again)
    expect(said).toContain('operations: 5')
    expect(said).toContain('data restored')
    expect(said).not.toContain('chain made again')
    expect(code).toBe(0)
  })

  it('TRL-9: with a part torn out, the feed gets a link over all it has, and every verification says so', async () => {
    const office = anOffice()
    await withWork(office)
    const [file = ''] = journalFiles(office.journalDir)
    const lines = readFileSync(file, 'utf8').split('\n')
    const torn = lines.findIndex((line) => line.includes('"t":"op"') && line.includes('ans-2'))
    writeFileSync(file, lines.filter((_, i) => i !== torn).join('\n'))
    const again = { ...office, dataDir: path.join(tempFolder(), 'again') }
    await restoreInstallation({ ...again, driver })
    await open(again).close()
    const { code, said } = await verify(again)
    expect(said).toContain('chain made again from the journal')
    expect(code).toBe(0)
  })
})
