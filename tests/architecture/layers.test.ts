import { describe, expect, it } from 'vitest'
import { danglingIn, importsOf, layerRules, violationsIn } from './import-graph.ts'
import { modules, readFiles } from './source-tree.ts'

const at = (path: string, text: string) => [{ path, text }]

describe('the direction of imports', () => {
  it('is kept by every module of src', () => {
    const files = modules()
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(({ text }) => importsOf(text)).length).toBeGreaterThan(0)
    expect(violationsIn(files)).toEqual([])
  })

  it('leads to files that exist', () => {
    const existing = new Set([...readFiles('src'), ...readFiles('locales')].map((file) => file.path))
    expect(danglingIn(modules(), existing)).toEqual([])
  })

  it('is stated for every layer there is', () => {
    const layers = new Set(readFiles('src').map((file) => file.path.split('/')[1]))
    expect([...layers].filter((layer) => layer !== undefined && !(layer in layerRules))).toEqual([])
  })
})

describe('the fence reports', () => {
  it.each([
    ['a lower layer that imports a higher one', 'src/domain/pilot/stage.ts', "import { db } from '#data/database.ts'"],
    ['a type that crosses the fence', 'src/ui/button.tsx', "import type { Role } from '#domain/access/role.ts'"],
    ['a lazy import', 'src/server/main.ts', "const later = () => import('#sync/engine.ts')"],
    ['a re-export', 'src/protocol/op.ts', "export { push } from '#sync/push.ts'"],
    ['a feature that imports another', 'src/features/visit/page.tsx', "import { A } from '#features/audit/a.tsx'"],
    ['the same by a relative path', 'src/features/visit/page.tsx', "import { A } from '../audit/a.tsx'"],
    ['a package the layer has no business with', 'src/domain/kernel/clock.ts', "import fs from 'node:fs'"],
    ['a package imported for its effect', 'src/domain/kernel/clock.ts', "import 'react'"],
    ['a path that climbs', 'src/data/tables/a.ts', "import { x } from '../../domain/x.ts'"],
    ['a path without extension', 'src/data/tables/a.ts', "import { x } from '#domain/x'"],
    ['an import over several lines', 'src/domain/a/a.ts', "import {\n  one,\n  two,\n} from '#app/x.ts'"],
  ])('%s', (_what, path, text) => {
    expect(violationsIn(at(path, text))).toHaveLength(1)
  })

  it('nothing about an import that is only talked about', () => {
    const text = "// import { db } from '#data/database.ts'\nconst address = 'http://x' /* import 'react' */\n"
    expect(violationsIn(at('src/domain/a/a.ts', text))).toEqual([])
  })

  it('nothing about what the house allows', () => {
    const text = "import { z } from 'zod/mini'\nimport { ok } from '#domain/kernel/result.ts'\nimport './style.css'\n"
    expect(violationsIn(at('src/data/tables/a.ts', text))).toEqual([])
  })
})
