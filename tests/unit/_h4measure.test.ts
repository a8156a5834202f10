import { gzipSync } from 'node:zlib'
import { it, expect } from 'vitest'
import { packBatch } from '#protocol/batch.ts'
import { packColumns } from '#protocol/columns.ts'
import { unpackColumns } from '#protocol/columns-read.ts'
import { answers, edits } from '../../.cache/h4/gen.ts'
const gz = (x: unknown) => gzipSync(JSON.stringify(x), { level: 6 }).length
it('measures', () => {
  for (const [name, ops] of [['10k plain', answers(10000, false)], ['10k gestures', answers(10000, true)], ['100 edits plain', edits(100)], ['100 edits gestures', edits(100, true)], ['20', edits(20, true)], ['1', edits(1, true)], ['20 plain', edits(20)]] as const) {
    const b = packColumns(ops) as any
    const cols = Object.fromEntries(Object.keys(b).map((k) => [k, gz(b[k])]))
    console.log(name, ops.length, 'v1', gz(packBatch(ops)), 'v2', gz(b), 'json', gz(ops), JSON.stringify(cols))
    let t0 = performance.now(); packColumns(ops); let t1 = performance.now(); const back = unpackColumns(b); let t2 = performance.now()
    console.log('  ms', (t1 - t0).toFixed(1), (t2 - t1).toFixed(1))
    expect(back).toEqual(ops)
    const texts = ops.flatMap(o => o.f['note'] ? [o.f['note'][0]] : [])
    console.log('   notes only', gz(texts), texts.length)
  }
})
