import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bytesOfOps, opsOfBytes } from '#sync/hand-over/batch-bytes.ts'
import { anOp } from '#support/sync/op-builder.ts'

describe('operations as the data of a section', () => {
  it('HND-1: come back as they were', async () => {
    const ops = [1, 2, 3].map((n) => anOp({ n, f: { note: [`ghi chú ${n}`] } }))
    expect(opsOfBytes(await bytesOfOps(ops))).toEqual({ ok: true, value: ops })
  })

  it('HND-6: that would unpack to far more than allowed are refused while they are unpacked', () => {
    const before = process.memoryUsage().rss
    expect(opsOfBytes(gzipSync(Buffer.alloc(300_000_000, 32)))).toEqual({ ok: false, error: 'hand-over.too-large' })
    expect(process.memoryUsage().rss - before).toBeLessThan(900_000_000)
  })

  it('HND-2: that are cut off or were changed are damaged as a whole', async () => {
    const bytes = await bytesOfOps([anOp({ n: 1 })])
    expect(opsOfBytes(bytes.subarray(0, 20))).toEqual({ ok: false, error: 'hand-over.damaged' })
    expect(opsOfBytes(new Uint8Array(5))).toEqual({ ok: false, error: 'hand-over.damaged' })
    expect(opsOfBytes(gzipSync('{"some":"thing"}'))).toEqual({ ok: false, error: 'hand-over.damaged' })
  })
})
