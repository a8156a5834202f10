/** Puts the routes together with what every answer has: the endpoint's header, safe headers, and one kind of refusal. */
import helmet from '@fastify/helmet'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { endpointHeader } from '#protocol/paths.ts'
import type { EndpointMetrics } from '#server/care/endpoint-metrics.ts'
import { errorLine } from '#server/care/error-line.ts'
import { adminRoutes } from './admin-routes.ts'
import { careRoutes } from './care-routes.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { gzipAnswers } from './gzip-answers.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { photoRoutes } from './photo-routes.ts'
import { problemOfError, sendProblem } from './problem-reply.ts'
import { sendOn } from './moved-installation.ts'
import { sessionRoutes } from './session-routes.ts'
import { isOfEndpoint, staticClient } from './static-client.ts'
import { syncRoutes } from './sync-routes.ts'

export interface AppOptions {
  readonly logger: boolean | object
  readonly clientDir: string | undefined
}

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: [`'self'`],
    baseUri: [`'self'`],
    connectSrc: [`'self'`],
    fontSrc: [`'self'`],
    formAction: [`'self'`],
    frameAncestors: [`'none'`],
    imgSrc: [`'self'`, 'blob:', 'data:'],
    manifestSrc: [`'self'`],
    // A film of another screen's codes, taken by the phone's own camera app.
    mediaSrc: [`'self'`, 'blob:'],
    objectSrc: [`'none'`],
    // The reader of QR codes for browsers without their own is WebAssembly from this origin.
    scriptSrc: [`'self'`, `'wasm-unsafe-eval'`],
    styleSrc: [`'self'`],
    workerSrc: [`'self'`],
  },
}

/** The route's pattern and never the address itself: a log names no commune, no photo and no person. */
const logAnswer = (log: FastifyBaseLogger, request: FastifyRequest, reply: FastifyReply): void =>
  log.info({
    method: request.method,
    route: request.routeOptions.url ?? '(none)',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  })

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOfError(error)
  if (problem.code === 'server.internal' || problem.code === 'server.storage-full') {
    request.log.error({ problem: problem.code, ...errorLine(error) })
  }
  return sendProblem(reply, problem)
}

/** What makes a page safe means nothing to data, and on a slow line it costs more than a day of answers (END-65). */
async function safeHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!isOfEndpoint(request.url)) return void reply.helmet()
  reply.header(endpointHeader, '1').header('cache-control', 'no-store')
  reply.header('x-content-type-options', 'nosniff').header('cross-origin-resource-policy', 'same-origin')
}

function answerEverywhere(app: FastifyInstance, metrics: EndpointMetrics): void {
  app.addHook('onResponse', async (request, reply) => {
    logAnswer(app.log, request, reply)
    const route = request.routeOptions.url ?? '(none)'
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
  })
  app.setErrorHandler(answerError)
}

const LET_GO_EVERY_MS = 50

/** A connection that is kept alive for a next request would keep a stopping endpoint alive as well (END-59). */
function letGoWhenStopping(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined
  app.addHook('preClose', async () => {
    timer = setInterval(() => app.server.closeIdleConnections(), LET_GO_EVERY_MS)
  })
  app.addHook('onClose', async () => clearInterval(timer))
}

export async function buildApp(parts: EndpointParts, { logger, clientDir }: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    // A proxy on the same machine is believed when it says who asks; nobody else is.
    trustProxy: 'loopback',
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply.header(endpointHeader, '1')),
  })
  answerEverywhere(app, parts.metrics)
  letGoWhenStopping(app)
  await app.register(helmet, { global: false, contentSecurityPolicy, hsts: false, crossOriginEmbedderPolicy: false })
  app.addHook('onRequest', safeHeaders)
  gzipAnswers(app)
  await staticClient(app, clientDir)
  sendOn(app, parts.movedTo)
  for (const routes of [careRoutes, sessionRoutes, syncRoutes, photoRoutes, adminRoutes, handOverRoutes])
    await app.register(routes, parts)
  await app.ready()
  return app
}
