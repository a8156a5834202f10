import { describe, expect, it } from 'vitest'
import { openStore } from '#server/store/open-store.ts'
import { complaintAbout } from '#server/store/postgres/server-check.ts'
import { UnusableDatabaseError } from '#server/store/unusable-database-error.ts'
import { repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const good = { versionNumber: 150_018, version: '15.18', fsync: 'on', encoding: 'UTF8' }

describe('a PostgreSQL server', () => {
  it.each([
    ['in order', {}, undefined],
    ['that does not wait for the disk', { fsync: 'off' }, 'fsync = off'],
    ['that is too old', { versionNumber: 130_022, version: '13.22' }, 'version 13.22 < 14'],
    ['with another encoding', { encoding: 'SQL_ASCII' }, 'server_encoding = SQL_ASCII'],
  ])('END-40: %s is judged before anything is written', (_what, change, complaint) => {
    expect(complaintAbout({ ...good, ...change })).toBe(complaint)
  })

  it.each(['mysql://x@127.0.0.1/x', 'postgres://user:secret@127.0.0.1:1/x', 'postgres://user:secret@'])(
    'END-40: that cannot be used is told without the password: %s',
    async (databaseUrl) => {
      const opened = openStore(
        {
          dataDir: tempFolder(),
          databaseUrl,
          backupDir: tempFolder(),
          clock: new SetClock(),
          onTrouble: () => undefined,
        },
        repeatableRandom(),
      )
      const failure = await opened.then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(failure).toBeInstanceOf(UnusableDatabaseError)
      expect(String(failure)).not.toContain('secret')
    },
  )
})
