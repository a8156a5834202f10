/**
 * Certificate and key of an endpoint that speaks HTTPS itself. A renewal writes new files under the same names; they
 * are looked at again and again, because a change through a link is no event that a file watcher hears. A pair that
 * does not hold together is left alone: the one in use goes on (END-66).
 */
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'

export interface TlsFiles {
  /** Certificate with its chain, PEM. */
  readonly cert: string
  readonly key: string
  /** How often to look whether they are still the same. */
  readonly lookMs: number
}

export interface CertificatePair {
  readonly cert: Buffer
  readonly key: Buffer
}

/** The start ends here: without a certificate that holds there is nothing safe to listen with. */
export class UnusableCertificateError extends Error {
  readonly files: Pick<TlsFiles, 'cert' | 'key'>

  constructor(files: Pick<TlsFiles, 'cert' | 'key'>, cause: unknown) {
    super(cause instanceof Error ? cause.message : 'unusable certificate', { cause })
    this.files = files
  }
}

/** Throws where a file is missing or the two do not belong together. */
export function readPair(files: Pick<TlsFiles, 'cert' | 'key'>): CertificatePair {
  try {
    const pair = { cert: readFileSync(files.cert), key: readFileSync(files.key) }
    createSecureContext(pair)
    return pair
  } catch (error) {
    throw new UnusableCertificateError(files, error)
  }
}

const isSame = (a: CertificatePair, b: CertificatePair): boolean => a.cert.equals(b.cert) && a.key.equals(b.key)

/** Milliseconds since 1970 after which browsers refuse the first certificate of the file. */
export const endOf = ({ cert }: CertificatePair): number => Date.parse(new X509Certificate(cert).validTo)

export interface FreshCertificate {
  readonly first: CertificatePair
  readonly lookMs: number
  /** Another pair that holds, since the last call; null where nothing changed. Throws for one that does not hold. */
  change(): CertificatePair | null
}

/** A broken pair is told once and not every time it is looked at. */
export function watchPair(files: TlsFiles): FreshCertificate {
  const first = readPair(files)
  let [current, lastTrouble] = [first, '']
  return {
    first,
    lookMs: files.lookMs,
    change: () => {
      try {
        const next = readPair(files)
        lastTrouble = ''
        if (isSame(next, current)) return null
        current = next
        return next
      } catch (error) {
        const trouble = String(error)
        if (trouble === lastTrouble) return null
        lastTrouble = trouble
        throw error
      }
    },
  }
}
