// What every published version of the protocol really sent, kept as it was. A fixture is never changed.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Op } from '#domain/change/op.ts'
import { isIdentity, isSession } from '#protocol/session-shape.ts'
import { isSyncAnswer } from '#protocol/sync-answer-shape.ts'
import { paths } from '#protocol/paths.ts'
import { type SyncAnswer, syncAnswerSchema } from '#protocol/sync-message.ts'
import { unpackOps } from '#protocol/unpack.ts'
import { hashOfSecret } from '#server/session/secret.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { COMMUNE, grant, idOf, PROVINCE } from '#support/endpoint/place-fixture.ts'
import { misunderstandings } from '#support/schema-compatibility.ts'
import { wireSchemas } from '#support/wire-schemas.ts'

const FIXTURES = path.join(import.meta.dirname, 'fixtures')
const versions = readdirSync(FIXTURES)
  .map((name) => /^protocol-(\d+)$/.exec(name)?.[1])
  .filter((version) => version !== undefined)
  .map(Number)

const bytesOf = (version: number, name: string): Buffer =>
  readFileSync(path.join(FIXTURES, `protocol-${version}`, name))
const jsonOf = <T>(version: number, name: string): T => JSON.parse(bytesOf(version, `${name}.json`).toString()) as T

interface Devices {
  readonly writer: string
  readonly other: string
  readonly now: number
}

const TOKEN = 'a-session-of-that-time-000000000000'
const headers = {
  'content-type': 'application/json',
  'content-encoding': 'gzip',
  authorization: `Bearer ${TOKEN}`,
}

/** Today's endpoint, with the people and devices of the fixture. */
async function endpointOf(version: number) {
  const { writer, other, now } = jsonOf<Devices>(version, 'devices')
  const scene = await createScene()
  scene.clock.advance(now - scene.clock.now())
  const rights = [
    grant('secretary', 'internal-auditor', COMMUNE),
    grant('secretary', 'provincial-department', PROVINCE),
  ]
  await scene.store.saveAccounts([], rights)
  for (const [id, account] of [
    [other, idOf('chairman')],
    [writer, idOf('secretary')],
  ] as const)
    await scene.store.enrolDevice({ account, label: '', publicKey: '', nowMs: now, idOf: () => id })
  const session = { tokenHash: hashOfSecret(TOKEN), account: idOf('secretary'), device: writer, expiresMs: now + 1000 }
  await scene.store.openSession(session, now)
  const seen = {
    d: other,
    h: 0,
    s: `${COMMUNE}/self`,
    k: 'answer',
    u: idOf('chairman'),
    sv: 1,
    f: { score: [3] },
  } as const
  const ops: readonly Op[] = [
    { ...seen, n: 1, e: `ans.asm.${COMMUNE}.2026-1.q1` },
    { ...seen, n: 2, e: 'b' },
  ]
  await scene.store.ingest({ device: other, ops, nowMs: now, judge: () => null })
  return { scene, writer }
}

const inOrder = (ops: readonly Op[]): readonly Op[] => [...ops].sort((a, b) => a.n - b.n)

describe.each(versions)('protocol %i', (version) => {
  it('PRO-3: a push it sent is taken whole, and the same operations are stored', async () => {
    const { scene, writer } = await endpointOf(version)
    const payload = bytesOf(version, 'push-request.json.gz')
    const response = await scene.app.inject({ method: 'POST', url: paths.sync, payload, headers })
    const expected = jsonOf<readonly Op[]>(version, 'push-operations')
    expect(syncAnswerSchema.parse(response.json()).push).toMatchObject({ ack: expected.length, rejected: [] })
    const feeds = new Set(expected.map(({ s }) => s))
    const stored = await Promise.all([...feeds].map((feed) => scene.store.pull(feed, 0, '', 9_999_999)))
    const own = stored.flatMap(({ ops }) => ops).filter(({ d }) => d === writer)
    expect(inOrder(own)).toEqual(expected)
  })

  it('PRO-3: the answer to it is one that version can read', async () => {
    const { scene } = await endpointOf(version)
    const payload = bytesOf(version, 'push-request.json.gz')
    const answer = (await scene.app.inject({ method: 'POST', url: paths.sync, payload, headers })).json<SyncAnswer>()
    const then = jsonOf<SyncAnswer>(version, 'push-answer')
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(Object.keys(then)))
    for (const [feed, part] of Object.entries(then.feeds)) {
      const now = answer.feeds[feed]
      expect([feed, Object.keys(now ?? {})]).toEqual([feed, expect.arrayContaining(Object.keys(part))])
      expect([feed, now?.ops && Object.keys(now.ops).sort()]).toEqual([feed, part.ops && Object.keys(part.ops).sort()])
      expect([feed, now?.snap?.length]).toEqual([feed, part.snap?.length])
    }
  })

  it('PRO-3: what an endpoint of that version answers is read by today’s devices, to the same operations', () => {
    for (const name of ['push-answer', 'snapshot-answer', 'delta-answer'])
      expect([name, isSyncAnswer(jsonOf(version, name))]).toEqual([name, true])
    expect([isSession(jsonOf(version, 'session')), isIdentity(jsonOf(version, 'identity'))]).toEqual([true, true])
    const { feeds } = jsonOf<SyncAnswer>(version, 'delta-answer')
    const read = Object.entries(feeds).flatMap(([feed, { ops }]) => (ops ? [[feed, unpackOps(ops)]] : []))
    expect(Object.fromEntries(read)).toEqual(jsonOf(version, 'delta-operations'))
  })

  it('PRO-3: nothing it sends is demanded in another shape today', () => {
    const now = wireSchemas()
    for (const [name, then] of Object.entries(jsonOf<Record<string, object>>(version, 'schemas')))
      expect([name, misunderstandings(then, now[name] as object)]).toEqual([name, []])
  })
})

describe('the guard itself', () => {
  it('PRO-3: version 1 is among the fixtures, and a demanded field or another type is noticed', () => {
    expect(versions).toContain(1)
    const older = { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }
    const changed = (change: object) => ({ ...older, ...change })
    expect(misunderstandings(older, changed({ required: ['a', 'b'] }))).toEqual(['/b: now demanded'])
    expect(misunderstandings(older, changed({ properties: { a: { type: 'integer' } } }))).toHaveLength(1)
    expect(
      misunderstandings(older, changed({ properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } } })),
    ).toEqual([])
  })
})
