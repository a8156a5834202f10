// One configuration for the client, the endpoint's bundle, the development server and the tests.
import { readFileSync } from 'node:fs'
import process from 'node:process'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { devEndpoint } from './scripts/dev-endpoint.ts'
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
      globIgnores: ['screenshots/**', '.vite/**', 'service-worker.js'],
    },
    devOptions: { enabled: false },
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

export default defineConfig(({ isSsrBuild }) => {
  const isTest = process.env.VITEST !== undefined
  const isClient = !isSsrBuild && !isTest
  return {
    define: { __APP_VERSION__: JSON.stringify(version) },
    plugins: [react(), ...(isClient ? [pwa(), devEndpoint()] : [])],
    server: {
      port: PORT,
      host: HOST,
      strictPort: true,
      watch: { ignored: ['**/.data/**', '**/.cache/**', '**/dist/**', '**/dist-server/**'] },
    },
    build: isSsrBuild
      ? { target: 'node20', copyPublicDir: false, emptyOutDir: true }
      : { target: 'chrome111', manifest: true, sourcemap: false, emptyOutDir: true },
    test: {
      testTimeout: 20_000,
      hookTimeout: 30_000,
      css: { modules: { classNameStrategy: 'non-scoped' } },
      projects: [
        inNode('architecture'),
        inNode('unit', SCREENS),
        screens,
        inNode('contract'),
        inNode('scenario'),
        inNode('sync'),
        inNode('migration'),
      ],
    },
  }
})
