// A service worker may neither import lazily nor carry the whole engine: it is started before every offline page. What it
// needs when the browser wakes it is a script of its own, which the worker fetches when it is installed and runs only then.
import { build, type Plugin } from 'vite'
import { inProject } from './project.mjs'

export const BACKGROUND_SCRIPT = 'background-sync.js'

/** Bundles the script beside the app, with the same replacements of packages. */
export const backgroundBundle = (
  alias: readonly { readonly find: RegExp; readonly replacement: string }[],
): Plugin => ({
  name: 'background-bundle',
  apply: 'build',
  async generateBundle() {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      root: inProject('.'),
      publicDir: false,
      resolve: { alias: [...alias] },
      build: {
        write: false,
        target: 'chrome111',
        modulePreload: false,
        rolldownOptions: {
          input: inProject('src', 'app', 'session', 'background-entry.ts'),
          // Whoever has Background Sync has CompressionStream.
          external: ['fflate'],
          output: { format: 'iife', codeSplitting: false },
        },
      },
    })
    const output = Array.isArray(built) ? built.flatMap((one) => one.output) : 'output' in built ? built.output : []
    const script = output.find((one) => one.type === 'chunk')
    if (script?.type !== 'chunk') throw new Error('the background script was not built')
    this.emitFile({ type: 'asset', fileName: BACKGROUND_SCRIPT, source: script.code })
  },
})
