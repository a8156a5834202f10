// Envelopes of a sealed store as a hand-over file: what was not sent, under the endpoint's key, so that anybody's app or
// the endpoint itself takes it in. The file's form is written here by hand, because this page shares no script with the
// app; a test holds it to the app's own reader (HND-14).
import type { RescueFile } from './rescue-data.ts'

/** As it lies on the last row of its run. */
interface StoredEnvelope {
  readonly origin: string
  readonly from: number
  readonly sha: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

type Row = Readonly<Record<string, unknown>>

interface Envelope extends StoredEnvelope {
  readonly to: number
}

const LARGEST_FILE = 64_000_000
const LARGEST_HEAD = 100_000

function envelopesIn(own: readonly Row[]): readonly Envelope[] {
  const all = own.flatMap(({ n, env }) => (env ? [{ ...(env as StoredEnvelope), to: Number(n) }] : []))
  return all.sort((a, b) => a.from - b.from)
}

/** How many operations could leave this way. */
export const operationsInEnvelopes = (own: readonly Row[]): number =>
  envelopesIn(own).reduce((sum, { from, to }) => sum + to - from + 1, 0)

/** The oldest first, as many as fit: what is behind would only wait for what is before it. */
function fitting(envelopes: readonly Envelope[]): readonly Envelope[] {
  let size = LARGEST_HEAD
  const end = envelopes.findIndex(({ bytes }) => {
    size += bytes.length
    return size > LARGEST_FILE
  })
  return end < 0 ? envelopes : envelopes.slice(0, end)
}

function startOf(head: object): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(head))
  const start = new Uint8Array(11 + text.length)
  start.set(new TextEncoder().encode('SOTAY1\n'))
  new DataView(start.buffer).setUint32(7, text.length)
  start.set(text, 11)
  return start
}

/** `stamp` goes into the name. */
export function handOverFileOf(own: readonly Row[], stamp: string): RescueFile {
  const envelopes = fitting(envelopesIn(own))
  const maker = envelopes[0]?.origin ?? ''
  const sections = envelopes.map(({ origin, from, to, sha, bytes }) => ({
    form: 'envelope',
    type: 'ops',
    origin,
    from,
    to,
    feed: null,
    bytes: bytes.length,
    sha256: sha,
  }))
  const head = { format: 1, audience: 'endpoint', maker, inc: '', createdAt: Date.now(), sections, receipts: [] }
  const content = new Blob([startOf(head), ...envelopes.map(({ bytes }) => bytes)], {
    type: 'application/octet-stream',
  })
  return { name: `so-tay-${maker}-${stamp}.sotay`, content }
}
