// `npm run dev` serves app and endpoint on one port from one process: this plugin loads the endpoint's sources
// through Vite and lets it answer everything below /v1. When one of its sources changes, the endpoint is closed and
// made anew; while it cannot be made, requests get a 503 with the reason, which is what a broken endpoint is like.
import type { IncomingMessage, ServerResponse } from 'node:http'
import process from 'node:process'
import type { Plugin, ViteDevServer } from 'vite'

const ENTRY = '/src/server/create-endpoint.ts'
const SOURCES = /\/src\/(server|domain|protocol)\/.+\.(ts|json|sql)$/

/** An editor that saves several files at once should cause one restart. */
const RESTART_AFTER_MS = 150

/** The part of the endpoint's contract that this plugin uses; `src/server/create-endpoint.ts` has the whole. */
interface Endpoint {
  handle(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
  readonly demoAccounts: readonly { username: string; password: string; role: string; place: string }[]
}

interface EndpointModule {
  readonly createEndpoint: (settings: ReturnType<typeof options>) => Promise<Endpoint>
}

/** Apart from the folder of `npm start`, which may be running at the same time. */
const options = () => ({
  dataDir: process.env.SOTAY_DATA ?? '.data/dev',
  databaseUrl: process.env.DATABASE_URL,
  demo: process.env.SOTAY_DEMO !== '0',
  logger: false,
})

async function openEndpoint(server: ViteDevServer): Promise<Endpoint | Error> {
  try {
    const { createEndpoint } = (await server.ssrLoadModule(ENTRY)) as EndpointModule
    return await createEndpoint(options())
  } catch (reason) {
    const error = reason instanceof Error ? reason : new Error(String(reason))
    server.ssrFixStacktrace(error)
    server.config.logger.error(`endpoint: not started: ${error.message.split('\n')[0]}`)
    return error
  }
}

function answer(endpoint: Endpoint | Error, request: IncomingMessage, response: ServerResponse): void {
  if (!(endpoint instanceof Error)) {
    endpoint.handle(request, response)
    return
  }
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(`The endpoint could not be started: ${endpoint.message}\n`)
}

function announce(server: ViteDevServer, endpoint: Endpoint | Error): void {
  if (endpoint instanceof Error) return
  const accounts = endpoint.demoAccounts.map(({ username, password, role, place }) =>
    ['  ', username, password, role, place].join('  '),
  )
  server.config.logger.info(['endpoint: ready below /v1', ...accounts].join('\n'))
}

export function devEndpoint(): Plugin {
  let current: Promise<Endpoint | Error> | undefined
  const closeCurrent = async () => {
    const closing = current
    current = undefined
    const endpoint = await closing
    if (endpoint && !(endpoint instanceof Error)) await endpoint.close()
  }
  return {
    name: 'so-tay-iso-xa:dev-endpoint',
    apply: 'serve',
    configureServer(server) {
      const open = async () => {
        const endpoint = await openEndpoint(server)
        announce(server, endpoint)
        return endpoint
      }
      current = open()
      let timer: NodeJS.Timeout | undefined
      server.watcher.on('all', (_event, file) => {
        if (!SOURCES.test(file.replaceAll('\\', '/'))) return
        clearTimeout(timer)
        timer = setTimeout(() => {
          current = closeCurrent().then(open)
        }, RESTART_AFTER_MS)
      })
      server.middlewares.use((request, response, next) => {
        if (!/^\/v1(\/|$|\?)/.test(request.url ?? '')) next()
        else void current?.then((endpoint) => answer(endpoint, request, response))
      })
    },
    async closeBundle() {
      await closeCurrent()
    },
  }
}
