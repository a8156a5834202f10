import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import type { Op } from '#domain/change/op.ts'
import { sealEnvelope } from '#protocol/hand-over/envelope.ts'
import { type FilePart, writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import type { HandOverAnswer, HandOverPass } from '#protocol/hand-over/hand-over-message.ts'
import {
  type OpsHead,
  type PhotoHead,
  sealSection,
  sectionContent,
  sectionTextToSign,
} from '#protocol/hand-over/section.ts'
import { readReceipt } from '#protocol/hand-over/signed-text.ts'
import { paths } from '#protocol/paths.ts'
import { isSignedBy } from '#server/session/device-key.ts'
import { createDeviceKeyPair, type DeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const codesOf = ({ sections }: HandOverAnswer) => sections.map(({ code }) => code)

const passOf = async (device: TestDevice): Promise<HandOverPass> =>
  (await device.scene.get(paths.handOverPass, device.headers)).json<HandOverPass>()

function headOf(device: TestDevice, ops: readonly Op[], change: Partial<OpsHead> = {}): OpsHead {
  const [from, to] = [ops[0]?.n ?? 0, ops.at(-1)?.n ?? 0]
  return {
    v: 1,
    type: 'ops',
    origin: device.replica,
    account: device.account,
    madeAt: 0,
    certificate: null,
    from,
    to,
    feed: null,
    ...change,
  }
}

const packed = (ops: readonly Op[]): Uint8Array => gzipSync(JSON.stringify(packBatch(ops)))

function sealed(head: OpsHead | PhotoHead, data: Uint8Array, key: DeviceKeyPair): Uint8Array {
  const content = sectionContent(head, data)
  return sealSection(content, key.sign(sectionTextToSign(sha256(content))))
}

function plain(head: OpsHead | PhotoHead, bytes: Uint8Array): FilePart {
  const run =
    head.type === 'ops' ? { from: head.from, to: head.to, feed: head.feed } : { from: 0, to: 0, feed: head.feed }
  const { type, origin } = head
  return { entry: { form: 'plain', type, origin, ...run, bytes: bytes.length, sha256: sha256(bytes) }, bytes }
}

const run = (device: TestDevice, ops: readonly Op[], key = device.key): FilePart => {
  const head = headOf(device, ops)
  return plain(head, sealed(head, packed(ops), key))
}

function fileOf(...parts: readonly FilePart[]): Buffer {
  return Buffer.from(
    writeHandOverFile({ audience: 'endpoint', maker: 'x', inc: '', createdAt: 0, receipts: [] }, parts),
  )
}

const post = (scene: Scene, file: Buffer, headers: Record<string, string>) =>
  scene.app.inject({
    method: 'POST',
    url: paths.handOver,
    payload: file,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })

async function bring(carrier: TestDevice, ...parts: readonly FilePart[]): Promise<HandOverAnswer> {
  const response = await post(carrier.scene, fileOf(...parts), carrier.headers)
  if (response.statusCode !== 200) throw new Error(response.body)
  return response.json<HandOverAnswer>()
}

const two = async () => {
  const scene = await createScene()
  return { scene, author: await signIn(scene, 'secretary'), carrier: await signIn(scene, 'monitor') }
}

describe('a file at the endpoint', () => {
  it('HND-4: is taken from whoever is signed in, and from nobody else', async () => {
    const { scene, author, carrier } = await two()
    const file = fileOf(run(author, [author.op()]))
    expect((await post(scene, file, {})).statusCode).toBe(401)
    expect((await post(scene, file, carrier.headers)).statusCode).toBe(200)
    expect((await post(scene, Buffer.from('something else'), carrier.headers)).json()).toEqual({
      code: 'hand-over.not-a-file',
    })
  })

  it('HND-3: is stored like a push, in the order of n, and a second time changes nothing', async () => {
    const { scene, author, carrier } = await two()
    const [first, second] = [[author.op(), author.op()], [author.op()]]
    const answer = await bring(carrier, run(author, second), run(author, first))
    expect(codesOf(answer)).toEqual([null, null])
    expect(codesOf(await bring(carrier, run(author, first)))).toEqual([null])
    expect((await scene.store.positions(['ls25-06001/self']))[0]?.seq).toBe(3)
    expect((await author.sync()).push.ack).toBe(3)
  })

  it('HND-8: is answered by a receipt that the key in the pass proves', async () => {
    const { author, carrier } = await two()
    const { receipts } = await bring(carrier, run(author, [author.op(), author.op()]))
    const { signingKey } = await passOf(carrier)
    expect(receipts.map(({ text, signature }) => isSignedBy(signingKey, `receipt:${text}`, signature))).toEqual([true])
    expect(readReceipt(receipts[0]?.text ?? '')).toMatchObject({
      origin: author.replica,
      ack: 2,
      safe: 0,
      rejected: [],
    })
  })

  it('HND-2: a section that somebody else signed, or changed, is refused and the others are taken', async () => {
    const { scene, author, carrier } = await two()
    const [op, forged] = [author.op(), author.op()]
    const changed = run(author, [forged]).bytes.slice()
    changed.set([(changed.at(-100) ?? 0) ^ 1], changed.length - 100)
    const answer = await bring(
      carrier,
      run(author, [forged], createDeviceKeyPair()),
      plain(headOf(author, [forged]), changed),
      { ...run(author, [forged]), bytes: changed },
      run(author, [op]),
    )
    expect(codesOf(answer)).toEqual(['hand-over.damaged', 'hand-over.damaged', 'hand-over.damaged', null])
    expect((await scene.store.deviceById(author.replica))?.lastN).toBe(1)
  })

  it('HND-4: an operation of another device in a section spoils the section', async () => {
    const { author, carrier } = await two()
    const foreign = run(author, [{ ...author.op(), d: carrier.replica }])
    expect(codesOf(await bring(carrier, foreign))).toEqual(['hand-over.damaged'])
  })

  it('HND-5: with a part missing before it says which number it waits for', async () => {
    const { author, carrier } = await two()
    const [first, second] = [author.op(), author.op()]
    const waits = await bring(carrier, run(author, [second]))
    expect(waits.sections[0]).toMatchObject({ code: 'hand-over.gap', expect: 1 })
    expect(codesOf(await bring(carrier, run(author, [second]), run(author, [first])))).toEqual([null, null])
  })

  it('HND-6: a section that would unpack to far more than it is, is refused', async () => {
    const { author, carrier } = await two()
    const head = headOf(author, [author.op()])
    const bomb = gzipSync(Buffer.alloc(30_000_000, 32))
    expect(codesOf(await bring(carrier, plain(head, sealed(head, bomb, author.key))))).toEqual(['hand-over.too-large'])
  })

  it('HND-4: an envelope for another endpoint stays closed, one for this endpoint is taken', async () => {
    const { author, carrier } = await two()
    const ops = [author.op()]
    const head = headOf(author, ops)
    const { endpointKey } = await passOf(author)
    const parts = await Promise.all(
      [createDeviceKeyPair().publicKey, endpointKey].map(async (key): Promise<FilePart> => {
        const bytes = (await sealEnvelope(key, sealed(head, packed(ops), author.key))) ?? new Uint8Array()
        const { entry } = plain(head, bytes)
        return { entry: { ...entry, form: 'envelope' }, bytes }
      }),
    )
    expect(codesOf(await bring(carrier, ...parts))).toEqual(['hand-over.other-endpoint', null])
  })

  it('HND-4: a key the endpoint certified before a new one came still proves what it signed', async () => {
    const { scene, author, carrier } = await two()
    const { certificate } = await passOf(author)
    const ops = [author.op()]
    await signIn(scene, 'secretary', { replica: author.replica })
    const head = headOf(author, ops, { certificate })
    expect(codesOf(await bring(carrier, run(author, ops)))).toEqual(['hand-over.damaged'])
    expect(codesOf(await bring(carrier, plain(head, sealed(head, packed(ops), author.key))))).toEqual([null])
  })

  it('HND-3: a photo is stored once under its hash, where its author may write evidence', async () => {
    const { scene, author, carrier } = await two()
    const bytes = Buffer.from('\xff\xd8\xff a picture', 'latin1')
    const head = (device: TestDevice, feed: string): PhotoHead => {
      const { replica: origin, account } = device
      return {
        v: 1,
        type: 'photo',
        origin,
        account,
        madeAt: 0,
        certificate: null,
        sha256: sha256(bytes),
        role: 'photo',
        mime: 'image/jpeg',
        feed,
      }
    }
    const part = (device: TestDevice, feed: string) =>
      plain(head(device, feed), sealed(head(device, feed), bytes, device.key))
    expect(codesOf(await bring(carrier, part(author, 'ls25-06007/self')))).toEqual(['access.forbidden'])
    expect(codesOf(await bring(carrier, part(author, 'ls25-06001/self'), part(author, 'ls25-06001/self')))).toEqual([
      null,
      null,
    ])
    expect(await scene.store.blob(sha256(bytes))).toMatchObject({ size: bytes.length })
  })
})
