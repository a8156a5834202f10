import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { completeLock, platformOf } from '../../scripts/complete-lock.mjs'
import { ENDPOINT_FLAGS } from '../../scripts/endpoint-flags.mjs'
import { precachedUrls, staticClosure } from '../../scripts/size-budget.mjs'

describe('the size budget', () => {
  it('counts the entry with everything it imports statically, once, and nothing lazy', () => {
    const manifest = {
      'index.html': { file: 'a.js', isEntry: true, imports: ['_b.js', '_c.js'], dynamicImports: ['lazy.tsx'] },
      '_b.js': { file: 'b.js', imports: ['_c.js'] },
      '_c.js': { file: 'c.js', imports: ['_b.js'] },
      'lazy.tsx': { file: 'lazy.js', imports: ['index.html'] },
    }
    expect(staticClosure(manifest, ['index.html'])).toEqual(['a.js', 'b.js', 'c.js'])
  })

  it('reads the list of the service worker however it is quoted', () => {
    const worker = 'x([{"revision":null,"url":"assets/a.js"},{url:"index.html",revision:"1"}]);y({url:"/other"})'
    expect(precachedUrls(worker)).toEqual(['assets/a.js', 'index.html'])
  })
})

describe('the completed lock file', () => {
  it.each([
    ['@rolldown/binding-win32-x64-msvc', { cpu: ['x64'], os: ['win32'] }],
    ['@rollup/rollup-linux-arm-musleabihf', { cpu: ['arm'], os: ['linux'], libc: ['musl'] }],
    ['@biomejs/cli-darwin-arm64', { cpu: ['arm64'], os: ['darwin'] }],
    ['fsevents', { os: ['darwin'] }],
  ])('knows the platform of %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })

  it('gains what is missing, keeps what is there, and does not change a second time', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/tool': {
          version: '1.0.0',
          dev: true,
          optionalDependencies: { 'tool-linux-x64': '1.0.0', 'tool-darwin-x64': '1.0.0' },
        },
        'node_modules/tool/node_modules/tool-linux-x64': { version: '1.0.0', optional: true },
      },
    }
    const once = completeLock(lock)
    expect(once.added).toEqual(['tool-darwin-x64'])
    expect(once.lock.packages['node_modules/tool-darwin-x64']).toEqual({
      version: '1.0.0',
      dev: true,
      optional: true,
      cpu: ['x64'],
      os: ['darwin'],
    })
    expect(completeLock(once.lock).added).toEqual([])
  })
})

describe('the flags of the endpoint', () => {
  it('are the same in `npm start`, in what is measured and in the operators’ guide', () => {
    const text = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
    const { scripts } = JSON.parse(text('package.json')) as { scripts: { start: string } }
    expect(scripts.start).toBe(`node ${ENDPOINT_FLAGS.join(' ')} scripts/run.mjs start`)
    expect(text('docs/operators-guide.md')).toContain(`node ${ENDPOINT_FLAGS.join(' ')} scripts/serve.mjs`)
  })
})
