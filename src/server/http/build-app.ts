/** Puts the routes together with what every answer has: the endpoint's header, safe headers, and one kind of refusal. */
import type { ServerOptions as PlainOptions } from 'node:http'
import type { ServerOptions } from 'node:https'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { EndpointMetrics } from '#server/care/endpoint-metrics.ts'
import { errorLine } from '#server/care/error-line.ts'
import { adminRoutes } from './admin-routes.ts'
import type { FreshCertificate } from '#server/tls/certificate-files.ts'
import { keepCertificate } from '#server/tls/keep-certificate.ts'
import { careRoutes } from './care-routes.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { gzipAnswers } from './gzip-answers.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { photoRoutes } from './photo-routes.ts'
import { problemOfError, sendProblem } from './problem-reply.ts'
import { providerRoutes } from './provider-routes.ts'
import { sendOn } from './moved-installation.ts'
import { recordRefusedAccess } from './refused-access.ts'
import { limitRequests, type RequestLimits } from './request-limits.ts'
import { sendSafeHeaders } from './safe-headers.ts'
import { sessionRoutes } from './session-routes.ts'
import { staticClient } from './static-client.ts'
import { personRoutes } from './person-routes.ts'
import { syncRoutes } from './sync-routes.ts'
import { systemRoutes } from './system-routes.ts'
import { recordAnswers } from './trail-recorder.ts'
import { trailRoutes } from './trail-routes.ts'
import { trustedProxies } from './trusted-proxy.ts'
import { answerNoHttp, answerUnreadable, ignoreExpectations } from './unreadable-request.ts'

export interface AppOptions {
  readonly logger: boolean | object
  readonly clientDir: string | undefined
  /** The endpoint speaks HTTPS itself. */
  readonly tls?: FreshCertificate | undefined
  /** SOTAY_TRUST_PROXY; a proxy on the same machine where nothing is said. */
  readonly trustProxy?: string | undefined
  readonly limits?: RequestLimits
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

/** A whole photo or hand-over part on a 2G line takes minutes; who takes longer is not sending. */
const MOST_TIME_OF_REQUEST_MS = 15 * 60_000
function createApp({ logger, tls, trustProxy }: AppOptions): FastifyInstance {
  const https: ServerOptions | undefined = tls && { ...tls.first }
  // Typed as plain http, which to every route it is; null says the same to Fastify.
  const server: PlainOptions | null = https ?? null
  return Fastify({
    logger,
    https: server,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: MOST_TIME_OF_REQUEST_MS,
    trustProxy: trustedProxies(trustProxy),
    frameworkErrors: (_error, _request, reply) => answerUnreadable(reply),
    clientErrorHandler: answerNoHttp,
  })
}

export async function buildApp(parts: EndpointParts, options: AppOptions): Promise<FastifyInstance> {
  const app = createApp(options)
  ignoreExpectations(app)
  answerEverywhere(app, parts.metrics)
  letGoWhenStopping(app)
  if (options.tls) keepCertificate(app, options.tls)
  await sendSafeHeaders(app)
  limitRequests(app, parts.clock, options.limits)
  gzipAnswers(app)
  await staticClient(app, options.clientDir)
  sendOn(app, parts.movedTo)
  recordAnswers(app, parts)
  recordRefusedAccess(app, parts)
  for (const routes of [
    careRoutes,
    sessionRoutes,
    passkeyRoutes,
    providerRoutes,
    syncRoutes,
    photoRoutes,
    adminRoutes,
    handOverRoutes,
    trailRoutes,
    personRoutes,
    systemRoutes,
  ])
    await app.register(routes, parts)
  await app.ready()
  return app
}
