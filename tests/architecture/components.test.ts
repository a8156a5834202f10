// What the product is made of is known by name, version and hash, and how soon a reported fault is mended is written down.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectSbom } from '../../scripts/sbom.mjs'
import { root } from './source-tree.ts'

const read = (name: string) => readFileSync(path.join(root, name), 'utf8')
const manifest = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }

describe('the components', () => {
  const { components } = projectSbom()

  it('are listed with name, version and address, each place once, in one file', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> }
    expect(components).toHaveLength(Object.keys(lock.packages).length - 1)
    expect(new Set(components.map((one) => one['bom-ref'])).size).toBe(components.length)
    for (const { name, version, purl } of components)
      expect(purl).toBe(`pkg:npm/${name.replace('@', '%40')}@${version}`)
  })

  it('of the running product are pinned to one version, with a hash wherever the package is here', () => {
    const versionOf = new Map(components.map((one) => [one['bom-ref'], one]))
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      const component = versionOf.get(`node_modules/${name}`)
      expect([name, component?.version, component?.scope]).toEqual([name, version, 'required'])
      expect(component?.hashes?.[0]?.content).toMatch(/^[0-9a-f]{40,128}$/)
    }
  })

  it('tell what only builds and tests from what runs, and name no registry', () => {
    const scopes = new Set(components.map(({ scope }) => scope))
    expect(scopes).toEqual(new Set(['excluded', 'optional', 'required']))
    expect(JSON.stringify(components)).not.toMatch(/https?:/)
  })
})

describe('the page about security', () => {
  it('says how soon what is reported in a component is mended, by how bad it is', () => {
    const page = read('docs/security.md')
    const [, section = ''] = page.split('\n## Dependencies\n')
    const words = (section.split('\n## ')[0] ?? '').replaceAll(/\s+/g, ' ')
    expect(words).toContain('reported as high or critical within a week')
    expect(words).toContain('the rest with the next release')
    expect(words).toContain('npm run sbom')
  })
})
