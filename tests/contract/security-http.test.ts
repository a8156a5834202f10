// What is sent below HTTP's own rules: two lengths, no end, no HTTP at all. Each gets one answer and the connection ends,
// so that nothing of it is taken for the next person's request behind a proxy.
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { endpointHeader, paths } from '#protocol/paths.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { listening } from '#support/endpoint/uploader.ts'

const PATIENCE_MS = 3000
const LINE = '\r\n'

function sendRaw(origin: string, text: string): Promise<string> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'))
    const done = (): void => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    socket.on('error', done)
    socket.on('close', done)
    setTimeout(done, PATIENCE_MS).unref()
  })
}

const post = (...headers: readonly string[]): string =>
  [
    `POST ${paths.challenge} HTTP/1.1`,
    'host: so-tay.example',
    'content-type: application/json',
    ...headers,
    '',
    '',
  ].join(LINE)

const answers = (text: string): readonly string[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((found) => found[1] ?? '')

describe('a request that is no proper one', () => {
  it.each([
    ['has two lengths', `${post('content-length: 5', 'content-length: 6')}hello!`, '400'],
    [
      'has a length and pieces',
      `${post('content-length: 4', 'transfer-encoding: chunked')}0${LINE}${LINE}GET / HTTP/1.1`,
      '400',
    ],
    ['has a length that is none', `${post('content-length: +5')}hello`, '400'],
    ['has a header over two lines', post('x-a: b', ' c: d', 'content-length: 0'), '400'],
    ['has headers without end', post(`x-long: ${'a'.repeat(40_000)}`), '431'],
    ['has a NUL in a header', post('x-a: \0', 'content-length: 0'), '400'],
    ['is no HTTP', `\x16\x03\x01hello${LINE}${LINE}`, '400'],
    ['speaks another version', `GET / HTTP/9.9${LINE}${LINE}`, '400'],
  ])(
    'END-71: and %s is answered once, with a code and the endpoint’s headers, and cut off',
    async (_what, text, status) => {
      const origin = await listening(await createScene())
      const answer = await sendRaw(origin, text)
      expect(answers(answer)).toEqual([status])
      expect(answer.toLowerCase()).toContain(`${endpointHeader}: 1`)
      expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff')
      expect(answer).toContain('{"code":"request.malformed"}')
    },
  )

  it('END-71: and asks for the head alone gets no body, whatever is wrong with it', async () => {
    const origin = await listening(await createScene())
    const answer = await sendRaw(origin, post(`x-long: ${'a'.repeat(40_000)}`).replace('POST', 'HEAD'))
    expect(answers(answer)).toEqual(['431'])
    expect(answer.endsWith(LINE + LINE)).toBe(true)
  })

  it.each(['TRACE', 'OPTIONS', 'PUT', 'CONNECT', 'PROPFIND'])(
    'END-71: %s is no method of any route',
    async (method) => {
      const origin = await listening(await createScene())
      const text = [
        `${method} ${paths.health} HTTP/1.1`,
        'host: a.example',
        'cookie: secret=1',
        'connection: close',
        '',
        '',
      ]
      const answer = await sendRaw(origin, text.join(LINE))
      expect(answer).not.toContain('secret')
      expect(answer).not.toMatch(/HTTP\/1\.1 2/)
    },
  )

  it('END-71: leaves the endpoint as it was for whoever comes next', async () => {
    const origin = await listening(await createScene())
    await sendRaw(origin, `${post('content-length: 4', 'transfer-encoding: chunked')}0${LINE}${LINE}`)
    expect((await fetch(origin + paths.health)).status).toBe(200)
  })
})
