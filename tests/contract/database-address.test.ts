import { createServer, type AddressInfo } from 'node:net'
import { createSecureContext, TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { explainStart } from '#server/explain-start.ts'
import { readSettings } from '#server/settings.ts'
import { openStore } from '#server/store/open-store.ts'
import { UnusableDatabaseError } from '#server/store/unusable-database-error.ts'
import { repeatableRandom, SetClock } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { selfSigned } from '#support/tls/self-signed.ts'

const REMOTE = 'postgres://so_tay:secret@db.example.vn/so_tay'
const urlOf = (DATABASE_URL: string, more: NodeJS.ProcessEnv = {}) =>
  readSettings({ DATABASE_URL, ...more }).databaseUrl

describe('the way to PostgreSQL', () => {
  it('END-130: over a network is TLS with a checked certificate, or the start ends with what to write', () => {
    for (const here of ['so_tay@localhost/', 'so_tay@127.0.0.1:5433/', 'so_tay@[::1]/', '/so_tay', 'x/?host=/var/run'])
      expect(urlOf(`postgres://${here}`)).toBe(`postgres://${here}`)
    for (const open of [
      REMOTE,
      `${REMOTE}?sslmode=require`,
      `${REMOTE}?sslmode=disable`,
      `${REMOTE}?sslmode=no-verify`,
    ])
      expect(() => urlOf(open)).toThrow(UnusableDatabaseError)
    expect(urlOf(`${REMOTE}?sslmode=verify-full`)).toContain('verify-full')
    expect(urlOf(REMOTE, { SOTAY_DATABASE_PLAIN: '1' })).toBe(REMOTE)
    const told = explainStart(new UnusableDatabaseError('sslmode=verify-full'), { port: 1, host: '', dataDir: '' })
    expect(told).toContain('DATABASE_URL')
  })

  it('END-130: a certificate nobody vouches for is refused before the password is told', async () => {
    const { cert, key } = selfSigned('db')
    const heard: Buffer[] = []
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      // SSLRequest of PostgreSQL: eight bytes, answered with `S`; then TLS.
      socket.once('data', () => {
        socket.write('S')
        const secure = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext({ cert, key }) })
        secure.on('error', () => undefined)
        secure.on('data', (bytes: Buffer) => heard.push(bytes))
      })
    })
    onTestFinished(() => void server.close())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const databaseUrl = `postgres://so_tay:secret@localhost:${port}/so_tay?sslmode=verify-full`
    const place = { dataDir: tempFolder(), backupDir: tempFolder(), databaseUrl, clock: new SetClock() }
    const opening = openStore({ ...place, onTrouble: () => undefined }, repeatableRandom(1))
    await expect(opening).rejects.toThrow(/self-signed|self signed|certificate/i)
    expect(Buffer.concat(heard).toString()).not.toContain('so_tay')
  })
})
