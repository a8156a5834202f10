import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { paths } from '#protocol/paths.ts'
import { SYNC_BODY } from '#server/http/request-body.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, trySignIn } from '#support/endpoint/test-device.ts'

const tooLarge = [413, { code: 'request.too-large' }]
const malformed = [400, { code: 'request.malformed' }]

describe('the body of a request', () => {
  it('END-9: a small bomb that would inflate above the limit is refused', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const bomb = gzipSync(Buffer.alloc(SYNC_BODY.unpacked + 1, ' '))
    expect(bomb.length).toBeLessThan(SYNC_BODY.packed)
    const response = await device.trySend(bomb)
    expect([response.statusCode, response.json()]).toEqual(tooLarge)
  })

  it('END-9: a body above the limit on the wire is refused', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const response = await device.trySend(Buffer.alloc(SYNC_BODY.packed + 1, ' '), {})
    expect([response.statusCode, response.json()]).toEqual(tooLarge)
  })

  it('END-9: a body without a length is refused at the limit and not read to its end', async () => {
    const device = await signIn(await createScene(), 'secretary')
    await device.scene.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = device.scene.app.server.address() as AddressInfo
    const sent = await new Promise<{ answer: string; chunks: number }>((resolve, reject) => {
      let [answer, chunks] = ['', 0]
      const socket = connect(port, '127.0.0.1')
      const chunk = `10000\r\n${' '.repeat(0x1_0000)}\r\n`
      const send = (): void => {
        while (!socket.destroyed && answer === '' && chunks < 2000) {
          chunks++
          if (!socket.write(chunk)) {
            socket.once('drain', send)
            return
          }
        }
      }
      socket.on('data', (data: Buffer) => {
        answer += data.toString()
        if (answer.includes('request.too-large')) socket.destroy()
      })
      socket.on('close', () => resolve({ answer, chunks }))
      socket.on('error', () => (answer ? resolve({ answer, chunks }) : reject(new Error('no answer'))))
      socket.write(
        `POST ${paths.sync} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${device.session.token}\r\n` +
          'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      )
      send()
    })
    expect(sent.answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(sent.chunks).toBeLessThan(1000)
  })

  it('END-9: nobody without a session gets a body read', async () => {
    const scene = await createScene()
    const response = await scene.app.inject({
      method: 'POST',
      url: paths.sync,
      payload: Buffer.alloc(SYNC_BODY.packed + 1),
      headers: { 'content-type': 'application/json' },
    })
    expect([response.statusCode, response.json()]).toEqual([401, { code: 'auth.session-expired' }])
  })

  it('END-9: the routes of a session take small bodies only', async () => {
    const response = await trySignIn(await createScene(), 'secretary', { password: 'x'.repeat(100_000) })
    expect([response.statusCode, response.json()]).toEqual(tooLarge)
  })

  it.each([
    ['is cut off', gzipSync('{"v":1}').subarray(0, 12), { 'content-encoding': 'gzip' }],
    ['is no gzip though it says so', Buffer.from('{}'), { 'content-encoding': 'gzip' }],
    ['comes in an encoding nobody agreed on', Buffer.from('{}'), { 'content-encoding': 'br' }],
    ['is no JSON', Buffer.from('<html>'), {}],
    ['is JSON of another shape', Buffer.from('{"v":1}'), {}],
    ['nests without end', Buffer.from(`{"v":1,"push":${'['.repeat(200_000)}`), {}],
    ['is empty', Buffer.alloc(0), {}],
  ])('END-3: a push whose body %s is malformed, and nothing is stored', async (_what, body, headers) => {
    const device = await signIn(await createScene(), 'secretary')
    const response = await device.trySend(body, headers)
    expect([response.statusCode, response.json()]).toEqual(malformed)
  })

  it('END-3: values that nest very deep neither end the process nor pass as a fault of ours', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const text = JSON.stringify(device.request({ push: packBatch([device.op({ f: { note: ['HERE'] } })]) }))
    const response = await device.trySend(
      gzipSync(text.replace('"HERE"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`)),
    )
    expect([response.statusCode, response.json()]).toEqual(malformed)
  })

  it('END-3: a batch whose columns do not fit together is refused as a whole', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const batch = packBatch([device.op(), device.op()])
    const response = await device.trySync({ push: { ...batch, n: [1] } })
    expect([response.statusCode, response.json()]).toEqual(malformed)
    expect((await device.scene.store.facts()).ops).toBe(0)
  })
})
