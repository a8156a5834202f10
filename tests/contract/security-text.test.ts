// Text from anyone is text everywhere: what the endpoint stores, hands out and logs of it.
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { kindRegistry } from '#domain/change/kind-registry.ts'
import { paths } from '#protocol/paths.ts'
import { entityOfWire } from '#protocol/wire-entity.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn, type TestDevice, trySignIn } from '#support/endpoint/test-device.ts'
import { hostileTexts } from '#support/fuzz/hostile-text.ts'

const UNIT = 'ls25-06001'
const short = Object.entries(hostileTexts).filter(([, text]) => text.length < 10_000)

/** Kinds of a commune, each in the feed it belongs to; those sealed once written get a record for every text. */
const kinds = Object.entries(kindRegistry).flatMap(([kind, { audiences }]) => {
  const [audience] = audiences
  return audience === 'plan' ? [] : [{ kind, feed: `${UNIT}/${audience}` }]
})

async function textsHandedTo(device: TestDevice): Promise<ReadonlyMap<string, unknown>> {
  const answer = await device.sync({ maxBytes: 20_000_000 })
  const entities = Object.values(answer.feeds).flatMap(({ snap }) => (snap ?? []).map(entityOfWire))
  return new Map(entities.map(({ entity, regs }) => [entity, regs.note?.h[0]?.v]))
}

describe('text that somebody wrote', () => {
  it('END-71: comes out of every kind of record as it went in, character by character, or was refused as a whole', async () => {
    const scene = await createScene()
    const writers = { self: 'secretary', audit: 'auditor', pub: 'secretary', log: 'secretary' } as const
    const devices = { secretary: await signIn(scene, 'secretary'), auditor: await signIn(scene, 'auditor') }
    const written = new Map<string, string>()
    for (const { kind, feed } of kinds) {
      const device = devices[writers[feed.split('/')[1] as keyof typeof writers]]
      const ops = short.map(([name, text]) => {
        const op = device.op({ s: feed, k: kind, e: `${kind}.${name}`, f: { note: [text] } })
        return { op, text }
      })
      const { push } = await device.push(...ops.map(({ op }) => op))
      const refused = new Set(push.rejected.map(({ n }) => n))
      for (const { op, text } of ops) if (!refused.has(op.n)) written.set(op.e, text)
    }
    const kindsWritten = new Set([...written.keys()].map((id) => id.split('.')[0]))
    expect([...kindsWritten]).toEqual(expect.arrayContaining(['answer', 'assessment', 'evidence', 'finding']))
    const reader = await signIn(scene, 'colleague')
    const handed = await textsHandedTo(reader)
    const shared = [...written].filter(([id]) => !id.startsWith('audit'))
    expect(shared.length).toBeGreaterThan(80)
    expect(shared.filter(([id, text]) => handed.has(id) && handed.get(id) !== text)).toEqual([])
    expect(shared.filter(([id]) => handed.has(id)).length).toBeGreaterThan(80)
  }, 60_000)

  it('END-9: of a megabyte waits for a decision or is refused, and the next small one is taken', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const answer = await device.push(device.op({ f: { note: [hostileTexts.long ?? ''] } }))
    expect(answer.push.rejected).toEqual([{ n: 1, code: 'op.malformed' }])
    expect((await device.push(device.op({ f: { note: ['ngắn'] } }))).push).toMatchObject({ ack: 2 })
  })

  it('END-41: in an id never reaches a column it could break', async () => {
    const device = await signIn(await createScene(), 'secretary')
    const broken = ['nothing', 'half', 'otherHalf'].map((name) => device.op({ e: hostileTexts[name] ?? '' }))
    const { push } = await device.push(...broken)
    expect(push.rejected.map(({ code }) => code)).toEqual(['op.malformed', 'op.malformed', 'op.malformed'])
  })

  it('END-58: never stands in the log, and no line of the log is two', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString())
        done()
      },
    })
    const scene = await createScene({ logger: { level: 'trace', stream } })
    const device = await signIn(scene, 'secretary')
    for (const [, text] of short) {
      await trySignIn(scene, text.slice(0, 80), { password: text.slice(0, 200) })
      await device.push(device.op({ f: { note: [text] } }))
      await scene.get(
        `${paths.blobs}/${encodeURIComponent(text.toWellFormed())}?x=${encodeURIComponent(text.toWellFormed())}`,
        {
          ...device.headers,
          'user-agent': encodeURI(text.toWellFormed()),
        },
      )
    }
    const log = lines.join('')
    expect(lines.length).toBeGreaterThan(20)
    for (const line of log.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
    for (const part of ['wasRun', 'elsewhere', 'DROP', 'etc/passwd', '\u202e', '\u001b', 'calc'])
      expect(log).not.toContain(part)
  }, 60_000)
})
