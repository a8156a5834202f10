import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { endpointHeader, paths } from '#protocol/paths.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'
import { listening, PUB, record, sha256, Uploader, photoBytes } from '#support/endpoint/uploader.ts'

const SELF = 'ls25-06001/self'

const photoOf = (scene: Scene, device: TestDevice, hash: string) => scene.get(`${paths.blobs}/${hash}`, device.headers)

describe('a photo', () => {
  it('END-11: goes on where a cut connection stopped, and is then what the record promised', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const bytes = photoBytes(150_000)
    const before = await device.push(record(device, sha256(bytes)))
    expect(before.blobsWanted).toEqual([sha256(bytes)])
    const begun = await uploader.begin(bytes)
    const location = begun.headers.get('location') ?? ''
    expect([begun.status, begun.headers.has(endpointHeader)]).toEqual([201, true])
    await uploader.send(location, 0, bytes.subarray(0, 64_000))
    expect((await uploader.head(location)).headers.get('upload-offset')).toBe('64000')
    expect((await uploader.send(location, 0, bytes)).status).toBe(409)
    expect((await uploader.send(location, 64_000, bytes.subarray(64_000))).status).toBe(204)
    expect((await uploader.head(location)).headers.get('upload-offset')).toBe('150000')
    expect((await device.sync()).blobsWanted).toEqual([])
    const served = await photoOf(scene, device, sha256(bytes))
    expect([served.statusCode, served.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(sha256(served.rawPayload)).toBe(sha256(bytes))
  })

  it('END-11: with other bytes than promised is refused, and nothing of it is kept', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const [bytes, promised] = [photoBytes(1000), sha256(photoBytes(10))]
    const answer = await uploader.whole(bytes, { hash: promised })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.json()).toHaveProperty('code')
    expect(await scene.store.blob(promised)).toBeNull()
    expect(existsSync(path.join(scene.folder, 'blobs', promised.slice(0, 2)))).toBe(false)
    expect(readdirSync(path.join(scene.folder, 'blobs', 'incoming'))).toEqual([])
  })

  it('END-11: arrives by one request when it is small, as the client sends thumbnails', async () => {
    const scene = await createScene()
    const uploader = new Uploader(await signIn(scene, 'secretary'), await listening(scene))
    const [bytes, other] = [photoBytes(9000), photoBytes(9000)]
    expect((await uploader.begin(bytes, { kind: 'thumbnail', body: bytes })).status).toBe(201)
    expect(await scene.store.blob(sha256(bytes))).toMatchObject({ size: 9000 })
    const wrong = await uploader.begin(bytes, { hash: sha256(other), body: bytes })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    expect(await scene.store.blob(sha256(other))).toBeNull()
  })

  it('END-11: sent twice, by two people, is one file', async () => {
    const scene = await createScene()
    const origin = await listening(scene)
    const bytes = photoBytes(5000)
    for (const who of ['secretary', 'colleague']) {
      expect((await new Uploader(await signIn(scene, who), origin).whole(bytes)).status).toBe(204)
    }
    expect(readdirSync(path.join(scene.folder, 'blobs', sha256(bytes).slice(0, 2)))).toEqual([sha256(bytes)])
    expect((await scene.store.facts()).blobs).toBe(1)
  })

  it('END-11: a chunk damaged on the way is cut off again and asked for once more', async () => {
    const scene = await createScene()
    const uploader = new Uploader(await signIn(scene, 'secretary'), await listening(scene))
    const bytes = photoBytes(3000)
    const location = (await uploader.begin(bytes)).headers.get('location') ?? ''
    const [first, rest] = [bytes.subarray(0, 1000), bytes.subarray(1000)]
    expect((await uploader.sendChecked(location, 0, first, first)).status).toBe(204)
    expect((await uploader.sendChecked(location, 1000, photoBytes(2000), rest)).status).toBe(460)
    expect((await uploader.head(location)).headers.get('upload-offset')).toBe('1000')
    expect((await uploader.sendChecked(location, 1000, rest, rest)).status).toBe(204)
    expect(await scene.store.blob(sha256(bytes))).toMatchObject({ size: 3000 })
  })

  it('END-11: is served to members of a feed that refers to it, and to nobody else', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const [draft, published, loose] = [photoBytes(500), photoBytes(500), photoBytes(500)]
    await device.push(record(device, sha256(draft), SELF), record(device, sha256(published)))
    await uploader.whole(draft, { feed: SELF })
    await uploader.whole(published)
    await uploader.whole(loose)
    const seenBy = async (who: string) => {
      const person = await signIn(scene, who)
      const answers = [draft, published, loose].map((bytes) => photoOf(scene, person, sha256(bytes)))
      return (await Promise.all(answers)).map(({ statusCode }) => statusCode)
    }
    expect(await seenBy('chairman')).toEqual([200, 200, 404])
    expect(await seenBy('monitor')).toEqual([404, 200, 404])
    expect(await seenBy('other-monitor')).toEqual([404, 404, 404])
    expect(await seenBy('neighbour')).toEqual([404, 404, 404])
    expect(await seenBy('administrator')).toEqual([404, 404, 404])
  })

  it('END-11: is no longer served when its record was deleted', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const bytes = photoBytes(500)
    const written = record(device, sha256(bytes))
    await device.push(written)
    await uploader.whole(bytes)
    const seen = { x: [[device.replica, written.n]] }
    await device.push(device.op({ s: PUB, k: 'evidence', e: written.e, f: { _del: [seen] } }))
    expect((await photoOf(scene, device, sha256(bytes))).statusCode).toBe(404)
  })

  it.each([
    ['for a feed the person may not write to', { feed: 'ls25-06007/pub' }, 403, 'access.forbidden'],
    ['that is no image', { mime: 'text/html' }, 422, 'evidence.not-an-image'],
    ['of an unknown kind', { kind: 'film' }, 400, 'request.malformed'],
    ['without a proper hash', { hash: '../../etc/passwd' }, 400, 'request.malformed'],
  ])('END-11: %s is not begun', async (_what, change, status, code) => {
    const scene = await createScene()
    const uploader = new Uploader(await signIn(scene, 'secretary'), await listening(scene))
    const answer = await uploader.begin(photoBytes(10), change)
    expect([answer.status, await answer.json()]).toEqual([status, { code }])
  })

  it('END-11: above two megabytes is not begun, and its record is stored all the same', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    expect((await uploader.begin(photoBytes(10), { length: 2_000_001 })).status).toBe(413)
    expect((await device.push(record(device, 'a'.repeat(64)))).push.ack).toBe(1)
  })

  it('END-11: half sent is nobody else’s: no colleague can look at it, go on with it or end it', async () => {
    const scene = await createScene()
    const origin = await listening(scene)
    const [mine, theirs] = [await signIn(scene, 'secretary'), await signIn(scene, 'colleague')]
    const bytes = photoBytes(1000)
    const location = (await new Uploader(mine, origin).begin(bytes)).headers.get('location') ?? ''
    const other = new Uploader(theirs, origin)
    expect((await other.head(location)).status).toBe(404)
    expect((await other.send(location, 0, bytes)).status).toBe(404)
    expect((await other.remove(location)).status).toBe(404)
    expect((await fetch(`${origin}${location}`, { headers: mine.headers })).status).toBe(404)
    expect((await new Uploader(mine, origin).head(location)).status).toBe(200)
  })

  it('END-3: a record without its bytes is stored, and the bytes are asked for', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const op = device.op({
      s: PUB,
      k: 'evidence',
      e: 'evd',
      f: { sha256: ['b'.repeat(64)], thumbnailSha256: ['a'.repeat(64)] },
    })
    const answer = await device.sync({ push: packBatch([op]) })
    expect(answer.blobsWanted).toEqual(['a'.repeat(64), 'b'.repeat(64)])
  })
})
