// Builds the three pages and the endpoint of the bench into a folder of their own, so that a running app is not touched.
// The peers' packages are looked for where the bench installed them; everything else as in the product's own build.
import path from 'node:path'
import { build, type Plugin } from 'vite'

const root = path.resolve('.')
export const peersFolder = path.join(root, '.cache', 'bench-peers')
/** `dist` holds the pages and `dist-server` the endpoint: what `scripts/serve.mjs` starts. */
export const buildFolder = path.join(root, '.cache', 'bench-sync')
const pageSource = path.join(root, 'tests', 'bench', 'sync', 'page')
/** Ours is the index: without one the endpoint serves no page at all. */
const PAGES = ['index.html', 'rxdb.html', 'pouchdb.html']

const fromPeers = (): Plugin => ({
  name: 'bench-peers',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (!/^(rxdb|rxjs|pouchdb)(\/|$)/.test(source) || importer?.startsWith(peersFolder)) return null
    return this.resolve(source, path.join(peersFolder, 'package.json'), { ...options, skipSelf: true })
  },
})

export async function buildBench(): Promise<void> {
  await build({
    configFile: false,
    root: pageSource,
    logLevel: 'error',
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
    define: { global: 'globalThis', __APP_VERSION__: '"bench"' },
    plugins: [fromPeers()],
    build: {
      target: 'chrome111',
      outDir: path.join(buildFolder, 'dist'),
      emptyOutDir: true,
      rolldownOptions: { input: PAGES.map((page) => path.join(pageSource, page)) },
    },
  })
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { __APP_VERSION__: '"bench"' },
    build: {
      ssr: 'src/server/main.ts',
      target: 'node20',
      copyPublicDir: false,
      outDir: path.join(buildFolder, 'dist-server'),
      emptyOutDir: true,
    },
  })
}
