import { describe, expect, it } from 'vitest'
import {
  chooseDriver,
  findSqlite,
  isAtLeast,
  LOWEST_SQLITE,
  type SqliteDriver,
} from '#server/store/sqlite/sqlite-surface.ts'

const driver = (name: string, version: string): SqliteDriver => ({
  name,
  version,
  module: name,
  open: () => {
    throw new Error('not opened in this test')
  },
})

describe('the SQLite below', () => {
  it.each([
    ['3.51.3', true],
    ['3.51.10', true],
    ['3.53.0', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.9.99', false],
    ['3.45.1', false],
  ])('END-13: version %s is new enough: %s', (version, expected) => {
    expect(isAtLeast(version, LOWEST_SQLITE)).toBe(expected)
  })

  it('END-13: the built-in one is taken when it is new enough', () => {
    const chosen = chooseDriver([driver('node:sqlite', '3.51.3'), driver('package', '3.53.0')])
    expect(chosen.ok && chosen.value.name).toBe('node:sqlite')
  })

  it('END-13: an old built-in one gives way to the package', () => {
    const chosen = chooseDriver([driver('node:sqlite', '3.50.4'), driver('package', '3.53.0')])
    expect(chosen.ok && chosen.value.name).toBe('package')
  })

  it('END-13: with none that is new enough the endpoint does not start, and says what it found', () => {
    expect(chooseDriver([driver('node:sqlite', '3.50.4')])).toEqual({ ok: false, error: ['node:sqlite 3.50.4'] })
    expect(chooseDriver([])).toEqual({ ok: false, error: [] })
  })

  it('END-13: this machine offers one', async () => {
    const found = await findSqlite()
    expect(found.ok && isAtLeast(found.value.version, LOWEST_SQLITE)).toBe(true)
  })
})
