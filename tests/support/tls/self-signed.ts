/**
 * A certificate of one's own, made in the test: nothing of Node makes one, `openssl` is not on every machine, and one in
 * a file would end some day. Just enough DER for a name, a key and the addresses it stands for.
 */
import { generateKeyPairSync, sign } from 'node:crypto'
import { isIP } from 'node:net'

const DAY_MS = 86_400_000
const PEM_WIDTH = 64

function length(size: number): number[] {
  if (size < 0x80) return [size]
  const bytes = size < 0x1_00 ? [size] : [size >> 8, size & 0xff]
  return [0x80 + bytes.length, ...bytes]
}

const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...length(body.length)]), body])
}
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts)
const integer = (...bytes: readonly number[]): Buffer => der(0x02, Buffer.from(bytes))
const octets = (body: Buffer): Buffer => der(0x04, body)
const bits = (body: Buffer): Buffer => der(0x03, Buffer.from([0]), body)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))

const [ECDSA_SHA256, COMMON_NAME] = ['2a8648ce3d040302', '550403']
const [BASIC_CONSTRAINTS, ALTERNATIVE_NAMES] = ['551d13', '551d11']
const algorithm = sequence(oid(ECDSA_SHA256))

const nameOf = (text: string): Buffer => sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(text)))))

/** GeneralizedTime has four digits of the year, but what lies before 2050 has to be UTCTime. */
const time = (ms: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replaceAll(/[-T:]/g, '')}Z`))

const place = (host: string): Buffer =>
  isIP(host) === 4 ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host))

function extensions(hosts: readonly string[]): Buffer {
  const isAuthority = sequence(
    oid(BASIC_CONSTRAINTS),
    der(0x01, Buffer.from([0xff])),
    octets(sequence(der(0x01, Buffer.from([0xff])))),
  )
  return der(0xa3, sequence(isAuthority, sequence(oid(ALTERNATIVE_NAMES), octets(sequence(...hosts.map(place))))))
}

function pem(label: string, body: Buffer): string {
  const lines = body.toString('base64').match(new RegExp(`.{1,${PEM_WIDTH}}`, 'g')) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

export interface SelfSigned {
  readonly cert: string
  readonly key: string
}

/** Trusts itself: a client that gets `cert` as its authority believes the server that shows it. */
export function selfSigned(name: string, hosts: readonly string[] = ['localhost', '127.0.0.1'], days = 90): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const now = Date.now()
  const toBeSigned = sequence(
    der(0xa0, integer(2)),
    integer(0x01, ...Buffer.from(name).subarray(0, 8)),
    algorithm,
    nameOf(name),
    sequence(time(now - DAY_MS), time(now + days * DAY_MS)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(hosts),
  )
  const signature = sign('sha256', toBeSigned, privateKey)
  return {
    cert: pem('CERTIFICATE', sequence(toBeSigned, algorithm, bits(signature))),
    key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
  }
}
