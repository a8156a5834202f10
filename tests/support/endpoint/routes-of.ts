/** Every route below `/v1` that a running app has, read from the framework's own listing, so that none is forgotten. */
import type { FastifyInstance } from 'fastify'

export interface Route {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'
  readonly url: string
}

const STEP = 4
const BRANCH = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/

/** The listing is a tree of pieces: four characters deeper stands what goes on after the piece above. */
export function routesOf(app: Pick<FastifyInstance, 'printRoutes'>): readonly Route[] {
  const [pieces, routes]: [string[], Route[]] = [[], []]
  for (const line of app.printRoutes().split('\n')) {
    const [, indent = '', piece = '', methods] = BRANCH.exec(line) ?? []
    const depth = indent.length / STEP
    pieces.splice(depth, pieces.length, piece)
    const url = pieces.join('')
    if (!url.startsWith('/v1')) continue
    for (const method of methods?.split(', ') ?? []) routes.push({ method: method as Route['method'], url })
  }
  return routes
}
