import { describe, expect, it } from 'vitest'
import { findRoute, matchPath } from '#app/route.ts'
import { entryOf } from '#app/route-table.ts'
import { routes } from '#app/routes.tsx'
import { entriesByWorkplace, entryOver } from '#app/session/nav-entries.ts'
import { moreEntries } from '#features/more/more-entries.ts'
import type { Person, Workplace } from '#features/screen-props.ts'

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

const rolesOf: Readonly<Record<Workplace, Person['roles']>> = {
  commune: ['iso-secretary'],
  monitor: ['area-monitor'],
  province: ['provincial-department'],
  administration: ['administrator'],
}

const workplaces = Object.keys(rolesOf) as Workplace[]

const current = (workplace: Workplace, path: string): string | undefined =>
  entryOf(path, { workplace, roles: rolesOf[workplace] })?.href

const isBelow = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)

describe('the current entry', () => {
  it.each<[Workplace, string, string | undefined]>([
    ['commune', '/', '/'],
    ['commune', '/self-assessment/a/q/b', '/self-assessment'],
    ['commune', '/sync/conflicts', '/more'],
    ['commune', '/inspections/a/b', '/more'],
    ['province', '/inspections/a/b', '/inspections'],
    ['commune', '/visits', '/more'],
    ['monitor', '/visits/day', '/visits'],
    ['monitor', '/communes/ls25-06001', '/communes'],
    ['administration', '/more/admin/people', '/more/admin'],
    ['administration', '/more/help', '/more'],
    ['commune', '/plans/a', '/more'],
    ['commune', '/communes', undefined],
    ['commune', '/morestuff', undefined],
  ])('UI-5: for the %s at %s is %s', (workplace, path, href) => {
    expect(current(workplace, path)).toBe(href)
  })

  it('UI-5: a report of an audit belongs to where each workplace opens it from', () => {
    const at = workplaces.map((workplace) => current(workplace, '/audit-reports/a/b'))
    expect(at).toEqual(['/internal-audit', '/findings', '/more', '/more'])
  })

  it.each(workplaces)('UI-5: every screen of the %s has one, and no screen of others', (workplace) => {
    const entries = entriesByWorkplace[workplace].map(({ href }) => href)
    for (const { path, workplaces: only } of routes) {
      const marked = current(workplace, sampleOf(path))
      expect([path, marked !== undefined]).toEqual([path, only?.includes(workplace) ?? true])
      const over = entries.filter((href) => isBelow(path, href)).sort((a, b) => b.length - a.length)[0]
      if (marked !== undefined && over !== undefined) expect([path, marked]).toEqual([path, over])
    }
  })

  it.each(workplaces)(
    'UI-5: what "Thêm" lists for the %s, and all below it, is of "Thêm" or has its own entry',
    (workplace) => {
      const entries = entriesByWorkplace[workplace].map(({ href }) => href)
      const listed = moreEntries({ workplace, roles: rolesOf[workplace] }).flatMap((group) => group.entries)
      expect(listed.length).toBeGreaterThan(5)
      for (const { href } of listed) {
        const below = routes.filter(
          ({ path, workplaces: only }) => isBelow(path, href) && (only?.includes(workplace) ?? true),
        )
        expect([href, below.length > 0]).toEqual([href, true])
        for (const { path } of below) {
          const own = entries.find((entry) => entry !== '/more' && isBelow(path, entry))
          expect([path, current(workplace, sampleOf(path))]).toEqual([path, own ?? '/more'])
        }
      }
    },
  )

  it('before the table of screens is here is the one that holds the address', () => {
    const { administration } = entriesByWorkplace
    expect(entryOver(administration, '/more/admin/people')?.href).toBe('/more/admin')
    expect(entryOver(administration, '/actions')).toBeUndefined()
  })

  it('gives nobody more than five', () => {
    for (const entries of Object.values(entriesByWorkplace)) expect(entries.length).toBeLessThanOrEqual(5)
  })
})
