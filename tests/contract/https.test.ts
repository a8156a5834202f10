import { readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import path from 'node:path'
import type { TLSSocket } from 'node:tls'
import { describe, expect, it, onTestFinished } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { readPair, UnusableCertificateError } from '#server/tls/certificate-files.ts'
import { secureAddress } from '#server/tls/redirect-listener.ts'
import { RealEndpoint } from '#support/endpoint/real-endpoint.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { type SelfSigned, selfSigned } from '#support/tls/self-signed.ts'

interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
  /** Who answered, by the name in its certificate. */
  readonly name: string
}

function ask(address: string, ca: readonly string[] = [], headers: http.OutgoingHttpHeaders = {}): Promise<Answer> {
  const { request } = address.startsWith('https') ? https : http
  return new Promise((resolve, reject) => {
    const asked = request(address, { ca: [...ca], agent: false, headers }, (answer) => {
      const { socket } = answer
      const name = 'getPeerCertificate' in socket ? String((socket as TLSSocket).getPeerCertificate().subject.CN) : ''
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body, name })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

function filesWith({ cert, key }: SelfSigned) {
  const folder = tempFolder()
  const files = { cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') }
  const write = (next: SelfSigned): void => {
    writeFileSync(files.key, next.key)
    writeFileSync(files.cert, next.cert)
  }
  write({ cert, key })
  return { files, write }
}

function start(env: Readonly<Record<string, string>>): RealEndpoint {
  const outer = tempFolder()
  const [data, backups] = [path.join(outer, 'd'), path.join(outer, 'b')]
  const endpoint = new RealEndpoint({ SOTAY_DATA: data, SOTAY_BACKUPS: backups, ...env })
  onTestFinished(async () => {
    await endpoint.end('SIGKILL')
  })
  return endpoint
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = http.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never became so')
}

describe('an endpoint with a certificate', () => {
  const [first, second] = [selfSigned('first'), selfSigned('second')]
  const authorities = [first.cert, second.cert]

  it('END-66: speaks HTTPS, takes over a renewed pair without a stop, and goes on with the old one where the new does not hold', async () => {
    const { files, write } = filesWith(first)
    const endpoint = start({ SOTAY_TLS_CERT: files.cert, SOTAY_TLS_KEY: files.key, SOTAY_TLS_LOOK_MS: '50' })
    const address = await endpoint.address()
    const health = address + paths.health
    expect(address).toMatch(/^https:/)
    expect(await ask(health, authorities)).toMatchObject({ status: 200, name: 'first' })
    const kept = new https.Agent({ keepAlive: true, ca: authorities })
    const connection = await new Promise<TLSSocket>((resolve, reject) => {
      https.get(health, { agent: kept }, (answer) => resolve(answer.resume().socket as TLSSocket)).on('error', reject)
    })
    write(second)
    await until(async () => (await ask(health, authorities)).name === 'second')
    expect(connection.destroyed).toBe(false)
    kept.destroy()
    writeFileSync(files.cert, first.cert)
    await until(() => endpoint.said.includes('tls.not-renewed'))
    expect(await ask(health, authorities)).toMatchObject({ status: 200, name: 'second' })
    expect(endpoint.said.split('tls.not-renewed')).toHaveLength(2)
    expect((await endpoint.end('SIGTERM')).code).toBe(0)
  })

  it('END-67: sends who comes by plain http on, refuses data there, and demands HTTPS of browsers over HTTPS only', async () => {
    const { files } = filesWith(first)
    const plain = await freePort()
    const env = { SOTAY_TLS_CERT: files.cert, SOTAY_TLS_KEY: files.key, SOTAY_REDIRECT_PORT: String(plain) }
    const address = await start(env).address()
    const page = await ask(`http://127.0.0.1:${plain}/xa/ls25-06001?x=1`)
    expect([page.status, page.headers.location, page.body]).toEqual([308, `${address}/xa/ls25-06001?x=1`, ''])
    const data = await ask(`http://127.0.0.1:${plain}${paths.identity}`, [], { authorization: 'Bearer secret' })
    expect([data.status, data.headers.location, data.body]).toEqual([403, undefined, '{"code":"request.malformed"}'])
    const secure = await ask(`${address}/`, authorities)
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    await expect(ask(address.replace('https', 'http'))).rejects.toThrow('socket hang up')
    const old = { ca: authorities, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const
    const refused = new Promise((resolve, reject) => https.get(address, old, resolve).on('error', reject))
    await expect(refused).rejects.toThrow(/protocol|version|handshake/i)
  })

  it.each([
    ['one of the two files alone', { SOTAY_TLS_CERT: 'x.pem' }, 'phải được đặt cùng nhau'],
    ['files that are not there', { SOTAY_TLS_CERT: 'x.pem', SOTAY_TLS_KEY: 'y.pem' }, 'chứng thư "x.pem"'],
  ])('END-66: does not start with %s, and falls back to nothing', async (_what, env, said) => {
    const endpoint = start(env)
    expect((await endpoint.ended).code).toBe(1)
    expect(endpoint.said).toContain(said)
  })

  it('END-66: a key of another certificate is no pair', () => {
    const { files } = filesWith({ cert: first.cert, key: second.key })
    expect(() => readPair(files)).toThrow(UnusableCertificateError)
    expect(readFileSync(files.cert, 'utf8')).toBe(first.cert)
  })
})

describe('where plain http is sent on to', () => {
  const sent = (url: string, host: string | undefined, method = 'GET', port = 443) =>
    secureAddress({ method, url, headers: { host } } as http.IncomingMessage, port)

  it('END-67: is the same address, and nothing a browser would not have sent', () => {
    expect(sent('/a?b=1', 'so-tay.example:80')).toBe('https://so-tay.example/a?b=1')
    expect(sent('/', '[::1]:80', 'HEAD', 4443)).toBe('https://[::1]:4443/')
    expect(sent('/', 'evil.example/@so-tay.example')).toBeNull()
    expect(sent('/', undefined)).toBeNull()
    expect(sent('http://evil.example/', 'so-tay.example')).toBeNull()
    expect(sent('/', 'so-tay.example', 'POST')).toBeNull()
    expect(sent(`/${'a'.repeat(3000)}`, 'so-tay.example')).toBeNull()
    expect(sent('//evil.example/', 'so-tay.example')).toBe('https://so-tay.example//evil.example/')
  })
})
