/** Takes over a renewed certificate without a stop: who is connected stays so, who comes next meets the new one. */
import { Server } from 'node:tls'
import type { FastifyInstance } from 'fastify'
import { endOf, type FreshCertificate } from './certificate-files.ts'

const DAY_MS = 86_400_000
/** Renewal by ACME happens thirty days before the end; whoever hears of it now forgot it. */
const WARN_DAYS = 14

function warnOfEnd(app: FastifyInstance, endMs: number, nowMs: number): void {
  const days = Math.floor((endMs - nowMs) / DAY_MS)
  if (days < WARN_DAYS) app.log.warn({ event: 'tls.ends-soon', days })
}

/** Looks at the files once. A pair that does not hold together is told and the one in use goes on (END-66). */
function lookAtCertificate(app: FastifyInstance, certificate: FreshCertificate): void {
  if (!(app.server instanceof Server)) return
  try {
    const next = certificate.change()
    if (next === null) return
    app.server.setSecureContext({ ...next })
    app.log.warn({ event: 'tls.renewed', until: new Date(endOf(next)).toISOString() })
  } catch (error) {
    const { message } = error as Error
    app.log.warn({ event: 'tls.not-renewed', reason: message, advice: 'SOTAY_TLS_CERT, SOTAY_TLS_KEY' })
  }
}

export function keepCertificate(app: FastifyInstance, certificate: FreshCertificate): void {
  warnOfEnd(app, endOf(certificate.first), Date.now())
  const timer = setInterval(() => lookAtCertificate(app, certificate), certificate.lookMs)
  timer.unref()
  app.addHook('onClose', async () => clearInterval(timer))
}
