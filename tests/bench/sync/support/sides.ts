// The three sides: which page a device opens, and how its server is started.
import path from 'node:path'
import process from 'node:process'
import { fillProvince } from './bench-province.ts'
import { buildFolder, peersFolder } from './build.ts'
import { ServerProcess } from './server-process.ts'

interface SideParts {
  readonly page: string
  start(): Promise<ServerProcess>
}

const peer = (name: string, query = ''): SideParts => ({
  page: `${name}.html${query}`,
  start: () =>
    ServerProcess.start(path.resolve('tests', 'bench', 'sync', 'servers', `${name}-server.mjs`), {
      BENCH_PAGE: path.join(buildFolder, 'dist'),
      BENCH_PEERS: peersFolder,
    }),
})

export const sides = {
  ours: {
    page: 'index.html',
    start: () =>
      ServerProcess.start(
        path.resolve('scripts', 'serve.mjs'),
        { SOTAY_BUILD: buildFolder, SOTAY_DEMO: '0' },
        fillProvince,
      ),
  },
  rxdb: peer('rxdb', process.env.SOTAY_BENCH_RXDB),
  pouchdb: peer('pouchdb', process.env.SOTAY_BENCH_POUCHDB),
} satisfies Record<string, SideParts>

export type SideName = keyof typeof sides
