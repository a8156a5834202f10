/** Uploading photos, and handing them to members of a feed that refers to them (END-11). */
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import { errorLine } from '#server/care/error-line.ts'
import type { Caller } from '#server/identity/caller.ts'
import { PhotoDesk } from '#server/photo/photo-desk.ts'
import { createUploadServer } from '#server/photo/upload-server.ts'
import type { EndpointParts } from './endpoint-parts.ts'
import { sendProblem } from './problem-reply.ts'
import { BYTES_ONLY } from './safe-headers.ts'
import { requireCaller } from './session-guard.ts'

const TIDY_EVERY_MS = 24 * 60 * 60_000
const FOREVER = 'private, max-age=31536000, immutable'

/** Uploads that nobody finished are thrown away, at the start and once a day. */
function tidy(scope: FastifyInstance, uploads: ReturnType<typeof createUploadServer>): void {
  const run = (): void => {
    uploads.cleanUpExpiredUploads().catch((error: unknown) => scope.log.error(errorLine(error)))
  }
  const timer = setInterval(run, TIDY_EVERY_MS)
  timer.unref()
  scope.addHook('onReady', async () => run())
  scope.addHook('onClose', async () => clearInterval(timer))
}

/** The upload library reads the request and writes the answer itself; our headers go along. */
function uploadRoutes(scope: FastifyInstance, parts: EndpointParts, photos: PhotoDesk): void {
  const callers = new WeakMap<object, Caller>()
  const { store, blobs, photoCopies, photoRoom, clock, desk } = parts
  const callerOf = (request: object | undefined): Caller | undefined => request && callers.get(request)
  const uploads = createUploadServer({ store, blobs, photoCopies, photoRoom, clock, photos, callerOf })
  tidy(scope, uploads)
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
  scope.route({
    url: `${paths.uploads}*`,
    method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
    onRequest: async (request) => {
      callers.set(request.raw, await requireCaller(desk, request))
    },
    handler: async (request, reply) => {
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value)
      reply.hijack()
      await uploads.handle(request.raw, reply.raw)
    },
  })
}

/** What a person may not see and what is not there are told alike. */
function blobRoutes(scope: FastifyInstance, { desk, blobs }: EndpointParts, photos: PhotoDesk): void {
  scope.get<{ Params: { sha256: string } }>(`${paths.blobs}/:sha256`, async (request, reply) => {
    const caller = await requireCaller(desk, request)
    const blob = await photos.visible(caller, request.params.sha256)
    if (!blob) return sendProblem(reply, { code: 'evidence.not-there' }, 404)
    const headers = { 'content-type': blob.mime, 'content-length': blob.size, 'cache-control': FOREVER }
    return reply.headers({ ...headers, ...BYTES_ONLY }).send(blobs.read(blob.sha256))
  })
}

export async function photoRoutes(scope: FastifyInstance, parts: EndpointParts): Promise<void> {
  const photos = new PhotoDesk(parts.store, parts.directory)
  await scope.register(async (inner) => uploadRoutes(inner, parts, photos))
  blobRoutes(scope, parts, photos)
}
