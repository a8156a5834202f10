/**
 * Tells the endpoint's answers from everything else that may come back over a commune's network: a captive portal's
 * page, a redirect to a login, a proxy's error. Only what carries the endpoint's header and the right shape counts.
 */
import { isEndpointProblemCode, type Problem, type ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { endpointHeader } from '#protocol/paths.ts'
import { isProblemBody } from '#protocol/session-shape.ts'
import type { Shape } from '#protocol/shape.ts'
import type { ReadResponse } from './endpoint-request.ts'

const NETWORK_AUTHENTICATION_REQUIRED = 511

const codeByStatus: Readonly<Record<number, ProblemCode>> = {
  400: 'request.malformed',
  401: 'auth.session-expired',
  403: 'access.forbidden',
  408: 'network.timeout',
  409: 'device.forked',
  413: 'request.too-large',
  429: 'server.busy',
  502: 'server.busy',
  503: 'server.busy',
  504: 'server.busy',
  507: 'server.storage-full',
}

/** The code for a status of the endpoint whose body says nothing. */
const codeOfStatus = (status: number): ProblemCode =>
  codeByStatus[status] ?? (status >= 500 ? 'server.internal' : 'request.malformed')

const isPage = (response: Response): boolean => (response.headers.get('content-type') ?? '').includes('html')

/** What a foreign answer is told as, or null where the answer is the endpoint's. Rule SYN-4. */
export function foreignAnswer(response: Response): Problem | null {
  if (response.type === 'opaqueredirect' || response.redirected) return { code: 'network.captive-portal' }
  if (response.headers.has(endpointHeader)) return null
  const isPortal = response.status === NETWORK_AUTHENTICATION_REQUIRED || (response.status < 400 && isPage(response))
  return {
    code:
      isPortal || (response.status >= 300 && response.status < 400)
        ? 'network.captive-portal'
        : 'network.unreadable-answer',
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The problem in the endpoint's refusal; an unknown code of a newer endpoint falls back to its status. */
export function refusal(status: number, text: string): Problem {
  const body = parseJson(text)
  if (!isProblemBody(body) || !isEndpointProblemCode(body.code)) return { code: codeOfStatus(status) }
  const { code, params } = body
  return params ? { code, params } : { code }
}

/** Reads the endpoint's answer, or tells why it is none. Rule PRO-4. */
export async function readEndpoint<T>(response: Response, read: ReadResponse<T>): Promise<Result<T, Problem>> {
  const foreign = foreignAnswer(response)
  if (foreign) return err(foreign)
  return response.ok ? read(response) : err(refusal(response.status, await response.text()))
}

/** A reader for answers of one shape. */
export const jsonReader =
  <T>(shape: Shape<T>): ReadResponse<T> =>
  (response) =>
    readEndpoint(response, async () => {
      const body = parseJson(await response.text())
      return shape(body) ? ok(body) : err({ code: 'network.unreadable-answer' })
    })
