import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Connection, TransactionGoneError, whole } from '#server/store/sqlite/connection.ts'
import { WriteQueue } from '#server/store/sqlite/write-queue.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const driver = await sqliteDriver()

function scene(windowMs = 5) {
  const file = path.join(tempFolder(), 'queue.sqlite')
  const db = new Connection(driver.open(file))
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL)')
  const groups: number[] = []
  const queue = new WriteQueue(db, windowMs, (writes) => groups.push(writes))
  const other = new Connection(driver.open(file))
  onTestFinished(() => {
    db.close()
    other.close()
  })
  const write = (words: string | null) => queue.write(() => db.run('INSERT INTO note (words) VALUES (?)', words))
  return { db, queue, groups, write, stored: () => whole(other.get('SELECT count(*) AS n FROM note') ?? {}, 'n') }
}

describe('the write queue', () => {
  it('END-52: writes that arrive together share one commit, and each is told only after it', async () => {
    const { write, groups, stored } = scene()
    const seen = await Promise.all(Array.from({ length: 20 }, async () => [await write('x'), stored()]))
    expect(seen.every(([changes, there]) => changes === 1 && there === 20)).toBe(true)
    expect(groups).toEqual([20])
  })

  it('END-52: a write that fails is undone alone, with everything it did before it failed', async () => {
    const { write, queue, db, stored } = scene()
    const outcomes = await Promise.allSettled([
      write('a'),
      queue.write(() => {
        db.run(`INSERT INTO note (words) VALUES ('half')`)
        throw new RangeError('second half')
      }),
      write(null),
      write('b'),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(stored()).toBe(2)
  })

  it('END-52: what fits gets in by itself when the shared commit fails', async () => {
    const { write, queue, db, stored } = scene()
    let tries = 0
    const spoiler = queue.write(() => {
      tries++
      throw new TransactionGoneError(new Error('disk full'))
    })
    const outcomes = await Promise.allSettled([write('a'), spoiler, write('b')])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect([stored(), tries]).toEqual([2, 2])
    expect(db.transaction(() => 1)).toBe(1)
  })

  it('commits what waits when it is flushed', async () => {
    const { write, queue, stored } = scene(60_000)
    const waiting = write('a')
    queue.flush()
    expect([await waiting, stored()]).toEqual([1, 1])
  })
})
