import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { loadCaller, feedsOf, grantsVersionOf } from '#server/identity/caller.ts'
import { openSqliteStore } from '#server/store/sqlite/sqlite-store.ts'
import { NOW, repeatableRandom } from '#support/endpoint/edges.ts'
import { AREA, accountsWith, COMMUNE, grant, grants, idOf, places } from '#support/endpoint/place-fixture.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

describe('two endpoints on one database', () => {
  it('END-35: what one of them changes, the other holds at the next request', async () => {
    const [folder, driver] = [tempFolder(), await sqliteDriver()]
    const open = () =>
      openSqliteStore({ folder, backupFolder: path.join(folder, 'b'), driver, random: repeatableRandom() })
    const [first, second] = [open(), open()]
    await first.savePlaces(places)
    await first.saveAccounts(accountsWith(null), grants)
    const device = { account: idOf('monitor'), label: '', publicKey: '', nowMs: NOW, idOf: () => 'd1' }
    const [enrolled, directory] = [await first.enrolDevice(device), await openLiveDirectory(second)]
    const ask = async () => {
      await directory.refresh()
      const caller = await loadCaller(second, idOf('monitor'), enrolled, NOW)
      if (!caller) throw new Error('no caller')
      return {
        feeds: feedsOf(caller, directory),
        version: grantsVersionOf(caller, directory),
        people: directory.peopleIn([`${COMMUNE}/pub`]),
      }
    }
    const before = await ask()
    const opened = { id: 'ls25-09999', parent: AREA, kind: 'commune', name: 'Xã mới', code: '09999' } as const
    await first.saveUnitChange({ places: [opened], successions: [], grants: [] })
    const grown = await ask()
    expect([before.feeds.length, grown.feeds.length]).toEqual([3, 4])
    await first.saveAccounts([], [grant('neighbour', 'iso-secretary', COMMUNE)])
    const known = await ask()
    expect([before, known].map(({ people }) => people.some(({ id }) => id === idOf('neighbour')))).toEqual([
      false,
      true,
    ])
    await first.saveAccounts([], [grant('monitor', 'area-monitor', AREA, '2026-01-01', '2026-11-20')])
    const ended = await ask()
    expect(ended.feeds).toEqual([])
    expect(new Set([before, grown, known, ended].map(({ version }) => version)).size).toBe(4)
    await Promise.all([first.close(), second.close()])
  })
})
