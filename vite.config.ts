// One configuration for the client, the endpoint's bundle, the development server and the tests.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { normalizePath } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { BACKGROUND_SCRIPT, backgroundBundle } from './scripts/background-bundle.ts'
import { devEndpoint } from './scripts/dev-endpoint.ts'
import { startGroup } from './scripts/first-screen-chunks.ts'
import { preloadFirstScreen } from './scripts/preload-first-screen.ts'
import { webAppManifest } from './scripts/web-app-manifest.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }
const projectRoot = normalizePath(fileURLToPath(new URL('.', import.meta.url))).replace(/\/$/, '')
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
  hostType === 'html' || /\/(today|draw-app|lock-page)-/.test(file) ? imports : []

/** What a cold start at `/` draws, in the order in which it is needed. */
const FIRST_SCREEN = ['/src/app/draw-app.tsx', '/src/features/today/today-screen.tsx', '/locales/vi/today.json']

/**
 * What a start evaluates, in its order: what opens the databases, what draws, and the first screen. The entry must not meet
 * React: its evaluation would hold the opening up (decision 0015).
 */
const START_CHUNKS = [
  { name: 'start', roots: ['/src/app/main.ts'] },
  { name: 'frame', roots: ['/src/app/draw-app.tsx'] },
  { name: 'today', roots: ['/src/features/today/today-screen.tsx'] },
]

/** Tests of screens run in jsdom, everything else in bare Node: a layer that needs no browser must not meet one. */
const SCREENS = ['ui', 'features', 'app'].map((layer) => `tests/unit/${layer}/**/*.test.{ts,tsx}`)

const inNode = (name: string, exclude: string[] = []) => ({
  extends: true as const,
  test: { name, environment: 'node' as const, include: [`tests/${name}/**/*.test.{ts,tsx}`], exclude },
})

/**
 * Unit tests of one worker share what they import, which halves their time. These need a process of their own: they change
 * what Dexie finds at its import, or lean on what a module remembers.
 */
const ALONE_IN_NODE = ['tests/unit/data/{live-query,on-demand}.test.ts']
const ALONE_ON_SCREEN = ['tests/unit/features/forms/*.test.tsx', 'tests/unit/app/pwa/*.test.{ts,tsx}']

const shared = inNode('unit', [...SCREENS, ...ALONE_IN_NODE])
const unit = { ...shared, test: { ...shared.test, isolate: false } }
const aloneInNode = inNode('unit')
const unitAlone = { ...aloneInNode, test: { ...aloneInNode.test, name: 'unit-alone', include: ALONE_IN_NODE } }

/** Ten thousand short-lived rows a second: with room for them a fifth less time goes into collecting. */
const sync = inNode('sync')
const simulated = { ...sync, test: { ...sync.test, execArgv: ['--max-semi-space-size=64'] } }

const screens = {
  extends: true as const,
  test: {
    name: 'unit-screens',
    environment: 'jsdom' as const,
    include: SCREENS,
    exclude: ALONE_ON_SCREEN,
    isolate: false,
    setupFiles: ['tests/support/vitest-setup.ts'],
  },
}

const screensAlone = {
  ...screens,
  test: { ...screens.test, name: 'unit-screens-alone', include: ALONE_ON_SCREEN, exclude: [], isolate: true },
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
                groups: [{ name: 'dexie', test: /node_modules[\\/]dexie[\\/]/ }, startGroup(projectRoot, START_CHUNKS)],
              },
            },
          },
        },
    test: {
      // Patience for a machine that has other things to do, as asyncUtilTimeout is; a test that passes waits no longer.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 15_000 } },
      css: { modules: { classNameStrategy: 'non-scoped' } },
      projects: [
        inNode('architecture'),
        unit,
        unitAlone,
        screens,
        screensAlone,
        inNode('contract', [POSTGRES]),
        withPostgres,
        inNode('scenario'),
        simulated,
        inNode('migration'),
      ],
    },
  }
})
