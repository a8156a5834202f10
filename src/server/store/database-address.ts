/**
 * Whether the connection to PostgreSQL may be used as it is written (END-130). On this machine anything does; over a
 * network only TLS with a certificate that was checked, unless the operator says that nobody else is on that network.
 */
import { UnusableDatabaseError } from './unusable-database-error.ts'

const LOCAL = /^(?:|localhost|127(?:\.\d+){3}|\[::1\])$/

/** A socket of this machine, in the address or beside it. */
const isHere = ({ hostname, searchParams }: URL): boolean => {
  const host = searchParams.get('host') ?? decodeURIComponent(hostname)
  return LOCAL.test(host) || host.startsWith('/')
}

/** The address; throws where it would go over a network unprotected. What is no address is said when it is opened. */
export function databaseAddress(env: NodeJS.ProcessEnv): string | undefined {
  const address = env.DATABASE_URL
  if (address === undefined || !URL.canParse(address)) return address
  const url = new URL(address)
  const isChecked = url.searchParams.get('sslmode') === 'verify-full'
  if (isHere(url) || isChecked || env.SOTAY_DATABASE_PLAIN === '1') return address
  throw new UnusableDatabaseError(
    'máy khác: thêm ?sslmode=verify-full (và sslrootcert), hoặc đặt SOTAY_DATABASE_PLAIN=1 nếu mạng đó không có ai khác / another machine: add ?sslmode=verify-full (and sslrootcert), or set SOTAY_DATABASE_PLAIN=1 where nobody else is on that network',
  )
}
