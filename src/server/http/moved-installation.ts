/**
 * The old address of an installation that moved (decision D19). A browser's data belongs to its address, so the old one
 * goes on serving the app and lets devices prove themselves and make their hand-over files; but it takes and gives no
 * records any more and says where to go. The file is opened at the new address, where everything else is.
 */
import type { FastifyInstance } from 'fastify'
import { paths } from '#protocol/paths.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import { Refusal } from './problem-reply.ts'

const CLOSED: readonly string[] = [
  paths.signIn,
  signInPaths.passkeySignIn,
  signInPaths.providerBegin,
  paths.sync,
  paths.uploads,
  paths.adminOverview,
]

const isClosed = (method: string, url: string): boolean =>
  CLOSED.some((path) => url.startsWith(path)) || (method === 'POST' && url.startsWith(paths.handOver))

export function sendOn(app: FastifyInstance, movedTo: string | undefined): void {
  if (movedTo === undefined) return
  app.addHook('onRequest', async ({ method, url }) => {
    if (isClosed(method, url)) throw new Refusal({ code: 'server.moved', params: { address: movedTo } })
  })
}
