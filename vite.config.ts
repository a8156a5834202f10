// One configuration for the client, the endpoint's bundle, the development server and the tests.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { BACKGROUND_SCRIPT, backgroundBundle } from './scripts/background-bundle.ts'
import { devEndpoint } from './scripts/dev-endpoint.ts'
import { preloadFirstScreen } from './scripts/preload-first-screen.ts'
import { webAppManifest } from './scripts/web-app-manifest.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }
const PORT = Number(process.env.PORT ?? 4180)
const HOST = process.env.HOST ?? '127.0.0.1'

/** Own service worker; a new version is offered (`prompt`), never forced under a half-filled form. */
const pwa = () =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/app/service-worker',
    filename: 'service-worker.ts',
    registerType: 'prompt',
    injectRegister: false,
    manifest: webAppManifest(),
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ['**/*.{js,css,html,svg,json,webmanifest}', '{icon,maskable}-*.png'],
      globIgnores: ['screenshots/**', '.vite/**', 'service-worker.js', BACKGROUND_SCRIPT],
    },
    devOptions: { enabled: false },
  })

/**
 * The same version of Dexie as written for browsers with native classes and promises: smaller, and quicker to start than
 * its ES5 twin. Only in the client's bundle: Node resolves the package by itself, for the tests too.
 */
const modernDexie = { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }

/** No worker made out of a text, which the content security policy forbids (see the module). */
const zipInPlace = {
  find: /^fflate$/,
  replacement: fileURLToPath(new URL('scripts/zip-without-workers.ts', import.meta.url)),
}

/** Fetched side by side: what the page itself begins with, and the first screen. Other screens come one chunk after another. */
const preloaded = (file: string, imports: string[], { hostType }: { hostType: 'html' | 'js' }) =>
  hostType === 'html' || /\/(today|draw-app)-/.test(file) ? imports : []

/** What a cold start at `/` draws, in the order in which it is needed. */
const FIRST_SCREEN = ['/src/app/draw-app.tsx', '/src/features/today/today-screen.tsx', '/locales/vi/today.json']

/** The first screen of a commune with the parts of the kit it shares with later screens: one request, not a dozen. */
const TODAY = [
  /src\/features\/(today\/(commune-today|good-|paths|pilot-card|task-row|today-tasks|use-)|use-live)/,
  /src\/ui\/(rows|mark|section|card|stage-cells|empty-state|tag)\./,
  /src\/domain\/(pilot\/plan\.ts|place\/(target|admin-unit|unit-row)\.ts|internal-audit\/finding\.ts)/,
]
/** What the code that draws shares with every screen. The entry needs none of it, and must not: it would wait for React. */
const FRAME = [/node_modules\/react\//, /src\/ui\/(icon|icon-paths|link)\./, /src\/ui\/text\//]

const grouped = (name: string, modules: readonly RegExp[]) => ({
  name,
  test: (id: string) => modules.some((one) => one.test(id)),
})

/** Tests of screens run in jsdom, everything else in bare Node: a layer that needs no browser must not meet one. */
const SCREENS = ['ui', 'features', 'app'].map((layer) => `tests/unit/${layer}/**/*.test.{ts,tsx}`)

const inNode = (name: string, exclude: string[] = []) => ({
  extends: true as const,
  test: { name, environment: 'node' as const, include: [`tests/${name}/**/*.test.{ts,tsx}`], exclude },
})

const screens = {
  extends: true as const,
  test: {
    name: 'unit-screens',
    environment: 'jsdom' as const,
    include: SCREENS,
    setupFiles: ['tests/support/vitest-setup.ts'],
  },
}

/** These need a server of their own, started once for the run. */
const POSTGRES = 'tests/contract/postgres/**'
const withPostgres = {
  extends: true as const,
  test: {
    name: 'contract-postgres',
    environment: 'node' as const,
    include: [`${POSTGRES}/*.test.ts`],
    globalSetup: ['tests/support/postgres/global-setup.ts'],
  },
}

export default defineConfig(({ isSsrBuild }) => {
  const isTest = process.env.VITEST !== undefined
  const isClient = !isSsrBuild && !isTest
  return {
    define: { __APP_VERSION__: JSON.stringify(version) },
    resolve: { alias: isClient ? [modernDexie, zipInPlace] : [] },
    plugins: [
      react(),
      ...(isClient ? [pwa(), backgroundBundle([modernDexie]), devEndpoint(), preloadFirstScreen(FIRST_SCREEN)] : []),
    ],
    server: {
      port: PORT,
      host: HOST,
      strictPort: true,
      watch: { ignored: ['**/.data/**', '**/.cache/**', '**/dist/**', '**/dist-server/**'] },
    },
    build: isSsrBuild
      ? { target: 'node20', copyPublicDir: false, emptyOutDir: true }
      : {
          target: 'chrome111',
          manifest: true,
          sourcemap: false,
          emptyOutDir: true,
          modulePreload: { polyfill: false, resolveDependencies: preloaded },
          rolldownOptions: {
            // The rescue page shares no script with the app, see src/app/rescue/rescue.ts.
            input: ['index.html', 'rescue.html'],
            output: {
              codeSplitting: {
                includeDependenciesRecursively: false,
                groups: [grouped('frame', FRAME), grouped('today', TODAY)],
              },
            },
          },
        },
    test: {
      testTimeout: 20_000,
      hookTimeout: 30_000,
      css: { modules: { classNameStrategy: 'non-scoped' } },
      projects: [
        inNode('architecture'),
        inNode('unit', SCREENS),
        screens,
        inNode('contract', [POSTGRES]),
        withPostgres,
        inNode('scenario'),
        inNode('sync'),
        inNode('migration'),
      ],
    },
  }
})
