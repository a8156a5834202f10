import { describe, expect, it } from 'vitest'
import { pictureKind } from '#domain/evidence/picture-kind.ts'
import { paths } from '#protocol/paths.ts'
import { aDocx, aPdf, utf8 } from '#support/evidence/documents.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn } from '#support/endpoint/test-device.ts'
import { listening, photoBytes, record, sha256, Uploader } from '#support/endpoint/uploader.ts'

const text = (content: string): Buffer => Buffer.from(content, 'latin1')
const PNG = '\x89PNG\r\n\x1a\n'

describe('what bytes are', () => {
  it.each([
    ['a JPEG', text('\xff\xd8\xff\xe0JFIF'), 'image/jpeg'],
    ['a PNG', text(`${PNG}IHDR`), 'image/png'],
    ['a WebP', text('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
    ['a page', text('<!doctype html><script>alert(1)</script>'), undefined],
    ['a drawing with a script', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), undefined],
    ['an archive', text('PK\x03\x04'), undefined],
    ['a sound', text('RIFF\x10\0\0\0WAVEfmt '), undefined],
    ['a GIF', text('GIF89a'), undefined],
    ['the beginning of a JPEG', text('\xff\xd8'), undefined],
    ['nothing', text(''), undefined],
  ])('END-70: %s', (_what, bytes, kind) => {
    expect(pictureKind(bytes)).toBe(kind)
  })
})

describe('an upload', () => {
  it.each([
    ['a page called a JPEG', text('<html><script>alert(1)</script>'), 'image/jpeg'],
    ['a PNG called a JPEG', text(`${PNG}IHDR and more`), 'image/jpeg'],
    ['a drawing called a WebP', text('<svg onload="alert(1)"/>'), 'image/webp'],
  ])('END-70: that is %s is not kept, and its code says so', async (_what, bytes, mime) => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    await device.push(record(device, sha256(bytes)))
    const answer = await uploader.whole(bytes, { mime })
    expect([answer.status, await answer.json()]).toEqual([422, { code: 'evidence.not-an-image' }])
    expect(await scene.store.blob(sha256(bytes))).toBeNull()
  })

  it('END-70: leaves as bytes that no browser shows as a page, whatever stands behind the mark', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const bytes = Buffer.concat([photoBytes(20), text('<html><script>alert(1)</script>')])
    await device.push(record(device, sha256(bytes)))
    expect((await uploader.whole(bytes)).status).toBe(204)
    const { headers } = await scene.get(`${paths.blobs}/${sha256(bytes)}`, device.headers)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
  })
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('a document', () => {
  it('END-131: is taken for what its bytes are, and what is not what was announced is refused with the reason', async () => {
    const scene = await createScene()
    const device = await signIn(scene, 'secretary')
    const uploader = new Uploader(device, await listening(scene))
    const sent = async (bytes: Uint8Array, mime: string) => {
      const answer = await uploader.whole(bytes, { mime })
      return answer.status === 204 ? 204 : ((await answer.json()) as { readonly code: string }).code
    }
    await device.push(record(device, sha256(aPdf())))
    expect(await sent(aPdf(), 'application/pdf')).toBe(204)
    expect(await sent(aDocx(), DOCX)).toBe(204)
    expect(await sent(utf8('xã;điểm\n'), 'text/csv')).toBe(204)
    expect(await sent(aPdf('other'), DOCX)).toBe('evidence.file-kind')
    expect(await sent(aDocx({ 'word/vbaProject.bin': 'x' }), DOCX)).toBe('evidence.file-macros')
    expect(await sent(utf8('<html><script>alert(1)</script>'), 'text/plain')).toBe('evidence.file-active')
    expect(await sent(photoBytes(20), 'application/pdf')).toBe('evidence.file-kind')
    const { headers, rawPayload } = await scene.get(`${paths.blobs}/${sha256(aPdf())}`, device.headers)
    expect(sha256(rawPayload)).toBe(sha256(aPdf()))
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    })
  })

  it('END-131: has room that a picture has not, and no more than that', async () => {
    const scene = await createScene()
    const uploader = new Uploader(await signIn(scene, 'secretary'), await listening(scene))
    const begun = async (mime: string, length: number) => (await uploader.begin(aPdf(), { mime, length })).status
    expect(await begun('application/pdf', 5_000_000)).toBe(201)
    expect(await begun('application/pdf', 5_000_001)).toBe(413)
    expect(await begun('image/jpeg', 2_000_001)).toBe(413)
  })
})
