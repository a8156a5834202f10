// Who imports whom, and what the house allows. The compiler and the linter are the first two fences; this one is
// exact about packages and features, and cannot be switched off by a comment.
import path from 'node:path'
import type { SourceFile } from './source-tree.ts'
import { stripComments } from './strip-comments.ts'

export interface LayerRule {
  /** Layers of ours it may import, besides itself. */
  readonly layers: readonly string[]
  /** Packages it may import; a name ending in `/` or `:` allows everything below. */
  readonly packages: readonly string[]
}

const SCREEN_PACKAGES = [
  'react',
  'react/',
  'react-dom',
  'react-dom/',
  'wouter',
  'wouter/',
  'i18next',
  'dexie-react-hooks',
]
const ZOD = ['zod', 'zod/mini']

export const layerRules: Readonly<Record<string, LayerRule>> = {
  domain: { layers: [], packages: ZOD },
  protocol: { layers: ['domain'], packages: [...ZOD, '@hpke/core', 'fflate', 'read-excel-file/', 'write-excel-file/'] },
  data: { layers: ['domain'], packages: [...ZOD, 'dexie', '@noble/ciphers/'] },
  sync: { layers: ['domain', 'protocol', 'data'], packages: [...ZOD, 'dexie', 'tus-js-client', 'fflate'] },
  ui: { layers: [], packages: ['react', 'react/', 'react-dom', 'react-dom/'] },
  features: {
    layers: ['domain', 'data', 'sync', 'ui'],
    packages: [
      ...SCREEN_PACKAGES,
      ...ZOD,
      'react-hook-form',
      '@hookform/resolvers/',
      'uqr',
      'zxing-wasm/',
      'read-excel-file/',
      'write-excel-file/',
    ],
  },
  app: {
    layers: ['domain', 'protocol', 'data', 'sync', 'ui', 'features', 'locales'],
    packages: [
      ...SCREEN_PACKAGES,
      ...ZOD,
      'dexie',
      'hash-wasm',
      '@simplewebauthn/browser',
      'workbox-',
      'virtual:pwa-register',
    ],
  },
  server: {
    layers: ['domain', 'protocol'],
    packages: [
      ...ZOD,
      'node:',
      'fastify',
      '@fastify/',
      '@node-rs/argon2',
      '@photostructure/sqlite',
      '@simplewebauthn/server',
      '@tus/',
      'openid-client',
      'pg',
      'prom-client',
    ],
  },
}

const STATEMENT = /(?:^|[;\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g
const SIDE_EFFECT = /(?:^|[;\n])\s*import\s*['"]([^'"]+)['"]/g
const DYNAMIC = /\bimport\(\s*['"`]([^'"`]+)['"`]/g

/** Everything a module imports or re-exports, types and lazy parts included. */
export function importsOf(source: string): string[] {
  const code = stripComments(source)
  const found = [STATEMENT, SIDE_EFFECT, DYNAMIC].flatMap((form) =>
    [...code.matchAll(form)].map((match) => match[1] ?? ''),
  )
  return [...new Set(found)]
}

const isAllowedPackage = (name: string, allowed: readonly string[]) =>
  allowed.some((item) => name === item || (/[/:-]$/.test(item) && name.startsWith(item)))

const layerOf = (at: string) => at.split('/')[1] ?? ''

/** The folder of a feature, or nothing for what all features share (a file directly in `features`). */
function featureOf(at: string): string | undefined {
  const parts = at.split('/')
  return parts[1] === 'features' && parts.length > 3 ? parts[2] : undefined
}

/** Where an import leads inside the project, or nothing for a package. */
function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier)
  if (specifier.startsWith('#locales/')) return specifier.slice(1)
  return specifier.startsWith('#') ? `src/${specifier.slice(1)}` : undefined
}

function complaintAboutTarget(from: string, target: string, rule: LayerRule): string | undefined {
  const layer = target.startsWith('locales/') ? 'locales' : layerOf(target)
  if (layer !== layerOf(from) && !rule.layers.includes(layer)) return `${layerOf(from)} must not import ${layer}`
  const feature = featureOf(target)
  if (feature && feature !== featureOf(from) && layerOf(from) === 'features') return 'a feature must not import another'
  return undefined
}

function complaintAbout(from: string, specifier: string): string | undefined {
  const rule = layerRules[layerOf(from)]
  if (!rule) return 'is in no known layer'
  if (specifier.startsWith('../../')) return 'climbs two folders; use the #layer/ path'
  const target = targetOf(from, specifier)
  if (target === undefined) {
    return isAllowedPackage(specifier, rule.packages) ? undefined : `${layerOf(from)} must not use this package`
  }
  if (!/\.(tsx?|json|css|svg)(\?\w+)?$/.test(specifier)) return 'has no file extension'
  return complaintAboutTarget(from, target, rule)
}

/** One sentence per import that breaks the house's rules. */
export const violationsIn = (files: readonly SourceFile[]): string[] =>
  files.flatMap(({ path: from, text }) =>
    importsOf(text).flatMap((specifier) => {
      const complaint = complaintAbout(from, specifier)
      return complaint ? [`${from}: '${specifier}' ${complaint}`] : []
    }),
  )

/** Imports of ours that lead to no file: the compiler says so too, but not for lazy parts behind a variable. */
export function danglingIn(files: readonly SourceFile[], existing: ReadonlySet<string>): string[] {
  return files.flatMap(({ path: from, text }) =>
    importsOf(text).flatMap((specifier) => {
      const target = targetOf(from, specifier)?.replace(/\?.*$/, '')
      return target === undefined || existing.has(target) ? [] : [`${from}: '${specifier}' leads nowhere`]
    }),
  )
}
