import { describe, expect, it } from 'vitest'
import { feedId, parseFeed } from '#domain/change/feed.ts'
import { isKind, kindDefinition, kindRegistry } from '#domain/change/kind-registry.ts'

describe('names', () => {
  it('CHG-6: a feed is read back from its name, and what is no feed is told as none', () => {
    expect(parseFeed(feedId('ls25-06001', 'self'))).toEqual({ scope: 'ls25-06001', audience: 'self' })
    for (const text of [
      '',
      'self',
      '/self',
      'ls25-06001',
      'ls25-06001/',
      'ls25-06001/everyone',
      'ls25-06001/constructor',
    ])
      expect(parseFeed(text)).toBeUndefined()
  })

  it('CHG-6: a kind is known by the registry alone, not by what every object has', () => {
    expect(isKind('answer')).toBe(true)
    for (const text of ['constructor', 'toString', '__proto__', 'answers']) expect(isKind(text)).toBe(false)
  })

  it('CHG-6: every kind has a feed to live in and a schema version', () => {
    for (const kind of Object.keys(kindRegistry).filter(isKind)) {
      expect(kindDefinition(kind).audiences.length).toBeGreaterThan(0)
      expect(kindDefinition(kind).schemaVersion).toBeGreaterThanOrEqual(1)
    }
  })
})
