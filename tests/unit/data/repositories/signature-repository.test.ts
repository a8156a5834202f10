import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import type { GivenSignature } from '#domain/signature/signature.ts'
import { signingState } from '#domain/signature/signing-state.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { anIdentity, aStore, codeOf, sha256, UNIT, valueOf } from '#support/store/test-store.ts'

const feed = `${UNIT}/pub`
const given = (side: GivenSignature['side']): GivenSignature => ({
  side,
  name: 'Người ký',
  post: 'Chức vụ',
  on: '2026-11-21',
  strokes: [[0, 0, 500, 500]],
})

/** A visit stands for anything that is signed. */
async function withRecord(replica = 'a1') {
  const store = await aStore({ identity: anIdentity(replica, `acc-${replica}`) })
  const content = { text: 'Biên bản', count: 2 }
  const hash = await store.signatures.hashOf(content)
  const of = valueOf(
    await store.visits.save({
      unit: UNIT,
      on: writtenDate('20/11/2026'),
      stage: 'G4',
      flag: 'green',
      done: 'x',
      lateReasons: [],
      recommendation: '',
    }),
  )
  return { store, content, hash, of, record: { unit: UNIT, feed, of, ofKind: 'visit' as const, sha256: hash } }
}

describe('signatures of a record', () => {
  it('SGN-1: are bound to the hash of the canonical content and kept as they were given', async () => {
    const { store, content, hash, record, of } = await withRecord()
    expect(hash).toBe(sha256(utf8Bytes(canonicalJson(content))))
    expect(await store.signatures.hashOf({ count: 2, text: 'Biên bản' })).toBe(hash)
    valueOf(await store.signatures.sign(record, given('auditor')))
    expect(await store.signatures.listOf(feed, of)).toMatchObject([
      { side: 'auditor', sha256: hash, of, ofKind: 'visit', strokes: [[0, 0, 500, 500]], location: 'on-device' },
    ])
  })

  it('SGN-4: one without a drawing, or of a record that is not here, is refused and nothing is written', async () => {
    const { store, record, of } = await withRecord()
    const blank = { ...given('auditor'), strokes: [] }
    expect(codeOf(await store.signatures.sign(record, blank))).toBe('signature.not-drawn')
    expect(codeOf(await store.signatures.sign({ ...record, of: 'nowhere' }, given('auditor')))).toBe(
      'signature.not-possible',
    )
    expect(await store.signatures.listOf(feed, of)).toEqual([])
  })

  it('SGN-3: two people who sign offline on two devices agree once both are together', async () => {
    const one = await withRecord()
    const two = await aStore({ identity: anIdentity('b2', 'acc-b2') })
    const relay = new MemoryRelay()
    await syncAll(one.store.sync, relay, [feed])
    await syncAll(two.sync, relay, [feed])
    valueOf(await one.store.signatures.sign(one.record, given('auditor')))
    valueOf(await two.signatures.sign(one.record, given('auditee')))
    for (const store of [one.store, two, one.store]) await syncAll(store.sync, relay, [feed])
    for (const store of [one.store, two]) {
      const signatures = await store.signatures.listOf(feed, one.of)
      expect(signatures.map(({ side }) => side).sort()).toEqual(['auditee', 'auditor'])
      expect(signingState(signatures, ['auditor', 'auditee'], one.hash).isAgreed).toBe(true)
      expect(signingState(signatures, ['auditor', 'auditee'], 'c'.repeat(64)).sides[0]?.broken).toHaveLength(1)
    }
  })
})
