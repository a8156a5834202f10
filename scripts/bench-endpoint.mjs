// Builds the bench of the endpoint as the endpoint itself is built, and runs it in a folder on the project's own disk:
// an fsync on a disk in memory would prove nothing.
import path from 'node:path'
import { mkdirSync } from 'node:fs'
import { runNode } from './child.mjs'
import { cacheFolder, inProject } from './project.mjs'

/** @param {string} program what to measure, the built endpoint's starter */
export async function benchEndpoint(program = inProject('scripts', 'serve.mjs')) {
  const out = path.join(cacheFolder, 'bench-endpoint')
  mkdirSync(out, { recursive: true })
  const args = ['build', '--ssr', 'tests/bench/endpoint/main.ts', '--outDir', out, '--logLevel', 'warn']
  const built = await runNode('node_modules/vite/bin/vite.js', args, { quiet: true })
  if (!built.ok) return built
  return runNode(path.relative(inProject(), path.join(out, 'main.js')), [program], {
    env: { SOTAY_BENCH_FOLDER: cacheFolder },
  })
}
