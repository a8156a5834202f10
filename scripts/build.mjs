// Builds the client and the endpoint, each only when what it is made of changed.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { runNode } from './child.mjs'
import { digestOf, dropStamp, isStamped, writeStamp } from './digest.mjs'
import { precompress } from './precompress.mjs'
import { cacheFolder, inProject } from './project.mjs'

const TOOLING = ['package-lock.json', 'package.json', 'vite.config.ts', 'tsconfig.base.json']

const client = {
  name: 'client',
  args: ['build', '--logLevel', 'warn'],
  sources: [
    'src',
    'locales',
    'public',
    'index.html',
    'scripts/web-app-manifest.ts',
    'scripts/png-size.ts',
    'scripts/background-bundle.ts',
    ...TOOLING,
  ],
  except: ['src/server'],
  outputs: ['dist/index.html', 'dist/service-worker.js', 'dist/index.html.br'],
  compress: 'dist',
}

const endpoint = {
  name: 'endpoint',
  args: ['build', '--ssr', 'src/server/main.ts', '--outDir', 'dist-server', '--logLevel', 'warn'],
  sources: ['src/server', 'src/domain', 'src/protocol', 'locales', ...TOOLING],
  except: [],
  outputs: ['dist-server/main.js'],
  compress: '',
}

/** @param {typeof client} part */
async function buildPart(part) {
  const stamp = path.join(cacheFolder, `built-${part.name}`)
  const digest = digestOf(part.sources, part.except)
  const isThere = part.outputs.every((file) => existsSync(inProject(file)))
  if (isThere && isStamped(stamp, digest)) return true
  dropStamp(stamp)
  const { ok, output } = await runNode('node_modules/vite/bin/vite.js', part.args, { quiet: true })
  if (ok && part.compress) await precompress(inProject(part.compress))
  if (ok) writeStamp(stamp, digest)
  else console.error(output.trimEnd())
  return ok
}

export async function build() {
  const isClientBuilt = await buildPart(client)
  const isEndpointBuilt = await buildPart(endpoint)
  return { ok: isClientBuilt && isEndpointBuilt }
}
