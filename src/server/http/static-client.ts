/**
 * The built app from the same origin. What has a hash in its name is kept for ever; the page and the service worker
 * are asked for each time, or an update would never arrive.
 */
import path from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './problem-reply.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

const cachingOf = (root: string, file: string): string =>
  path.relative(root, file).split(path.sep)[0] === 'assets' ? FOREVER : ASK_AGAIN

export const isOfEndpoint = (url: string): boolean => /^\/v1(?:[/?]|$)/.test(url)

/** What a file's name ends with; the dots of a round (`asm.ls25-06001.2026-1`) or of a question (`Q7.7`) are no such end. */
const FILE = /\.[a-z][a-z0-9]*(?:\?|$)/

/** Addresses of the app's own screens: no file, nothing of the endpoint. */
const isScreen = ({ method, url }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !isOfEndpoint(url) && !FILE.test(url)

/** The rescue page is no part of the app, also where its address is typed without the extension. */
const pageOf = (url: string): string => (/^\/rescue(?:[?/]|$)/.test(url) ? 'rescue.html' : 'index.html')

function answerUnknown(request: FastifyRequest, reply: FastifyReply, hasClient: boolean): FastifyReply {
  if (hasClient && isScreen(request)) return reply.header('cache-control', ASK_AGAIN).sendFile(pageOf(request.url))
  return sendProblem(reply, { code: 'request.malformed' }, 404)
}

export async function staticClient(app: FastifyInstance, clientDir: string | undefined): Promise<void> {
  if (clientDir !== undefined) {
    const root = path.resolve(clientDir)
    await app.register(staticFiles, {
      root,
      cacheControl: false,
      // The build leaves `.br` and `.gz` beside what compresses well (scripts/precompress.mjs).
      preCompressed: true,
      index: 'index.html',
      setHeaders: (reply, file) => void reply.setHeader('cache-control', cachingOf(root, file)),
    })
  }
  app.setNotFoundHandler((request, reply) => answerUnknown(request, reply, clientDir !== undefined))
}
