import { describe, expect, it } from 'vitest'
import { findRoute, matchPath } from '#app/route.ts'
import { routes } from '#app/routes.tsx'
import { currentEntry, entriesByWorkplace } from '#app/session/nav-entries.ts'
import type { Workplace } from '#features/screen-props.ts'

/** An address as a person would open it, for each pattern. */
const sampleOf = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => `a-${name}.1`)

describe('the route table', () => {
  it.each(routes.map(({ path }) => [path]))('%s leads to its own screen and to no other', (path) => {
    expect(findRoute(routes, sampleOf(path))?.route.path).toBe(path)
  })

  it('names every address once', () => {
    expect(new Set(routes.map(({ path }) => path)).size).toBe(routes.length)
  })

  it('finds nothing for an address that does not exist', () => {
    expect(findRoute(routes, '/self-assessment/a/b/c/d')).toBeUndefined()
    expect(findRoute(routes, '/v1/sync')).toBeUndefined()
  })

  it('prefers a fixed word to a parameter', () => {
    expect(findRoute(routes, '/internal-audit/new')?.route.path).toBe('/internal-audit/new')
    expect(findRoute(routes, '/visits/new')?.route.path).toBe('/visits/new')
  })

  it.each(Object.keys(entriesByWorkplace) as Workplace[])(
    'every entry of the %s leads to a screen of that workplace',
    (workplace) => {
      for (const { href } of entriesByWorkplace[workplace]) {
        const found = findRoute(routes, href)
        expect(found).toBeDefined()
        expect(found?.route.workplaces?.includes(workplace) ?? true).toBe(true)
      }
    },
  )
})

describe('addresses', () => {
  it('gives parameters decoded, and takes a trailing slash', () => {
    expect(matchPath('/communes/:unit/stage/:stage', '/communes/ls25-06001/stage/G%203/')).toEqual({
      unit: 'ls25-06001',
      stage: 'G 3',
    })
  })

  it('keeps ids with dots and a broken escape as they are', () => {
    expect(matchPath('/self-assessment/:id', '/self-assessment/asm.ls25-06001.2026-1')).toEqual({
      id: 'asm.ls25-06001.2026-1',
    })
    expect(matchPath('/progress/:stage', '/progress/%E0%A4%A')).toEqual({ stage: '%E0%A4%A' })
  })
})

describe('the current entry', () => {
  it.each<[Workplace, string, string | undefined]>([
    ['commune', '/', '/'],
    ['commune', '/self-assessment/a/q/b', '/self-assessment'],
    ['commune', '/sync/conflicts', '/more'],
    ['monitor', '/communes/ls25-06001', '/communes'],
    ['administration', '/more/admin', '/more/admin'],
    ['administration', '/more/help', '/more'],
    ['commune', '/communes', undefined],
  ])('for the %s at %s is %s', (workplace, path, href) => {
    expect(currentEntry(entriesByWorkplace[workplace], path)?.href).toBe(href)
  })

  it('gives nobody more than five', () => {
    for (const entries of Object.values(entriesByWorkplace)) expect(entries.length).toBeLessThanOrEqual(5)
  })
})
