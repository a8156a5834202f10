/**
 * Whom the endpoint believes when it says for whom it asks. Limits on tries are counted by that address, so a wrong
 * answer here would either lock a province out or let one person try without end (END-68).
 */
import { isIP } from 'node:net'

const NAMED: readonly string[] = ['loopback', 'linklocal', 'uniquelocal']
/** A proxy on the same machine. */
const TRUSTED_BY_DEFAULT = 'loopback'
const NOBODY = '0'

/** What the setting says is no address, no network and none of the three words. */
export class UnusableProxyError extends Error {
  readonly entry: string

  constructor(entry: string) {
    super(`SOTAY_TRUST_PROXY: ${entry}`)
    this.entry = entry
  }
}

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  if (bits === undefined) return true
  // A network of everything would believe everybody.
  return /^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128)
}

/** As Fastify takes it; `0` believes nobody. */
export function trustedProxies(setting: string = TRUSTED_BY_DEFAULT): string | false {
  if (setting.trim() === NOBODY) return false
  const entries = setting.split(',').map((entry) => entry.trim())
  const wrong = entries.find((entry) => !NAMED.includes(entry) && !isNetwork(entry))
  if (wrong !== undefined) throw new UnusableProxyError(wrong)
  return entries.join(',')
}
