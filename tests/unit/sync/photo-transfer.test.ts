import { describe, expect, it } from 'vitest'
import type { PhotoPolicy } from '#data/contract/photo-sending-contract.ts'
import type { PendingBlob } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok } from '#domain/kernel/result.ts'
import type { BlobExchange } from '#sync/blob-exchange.ts'
import type { NetworkKind } from '#sync/photo-network.ts'
import { createPhotoTransfer } from '#sync/photo-transfer.ts'
import { MemorySyncStore } from '#support/sync/memory-sync-store.ts'

const never = (): boolean => false

function rig(
  blobs: readonly (readonly [string, PendingBlob['role'], number])[],
  failing: Readonly<Record<string, Problem>> = {},
) {
  const store = new MemorySyncStore()
  store.at.ack = 5
  store.blobs = blobs.map(([sha256, role, n]) => ({
    sha256,
    role,
    n,
    feed: 'ls25-06001/self',
    mime: 'image/jpeg',
    size: 3,
  }))
  for (const [sha256] of blobs) store.bytes.set(sha256, new Uint8Array([1, 2, 3]))
  const sent: string[] = []
  const exchange: BlobExchange = {
    async upload(blob) {
      const problem = failing[blob.sha256]
      if (problem) return err(problem)
      sent.push(blob.sha256)
      return ok('sent')
    },
    download: async (sha256) => ok(sha256 === 'absent' ? null : new Uint8Array([9])),
  }
  const rule: { policy: PhotoPolicy; network: NetworkKind } = { policy: 'always', network: 'hidden' }
  const tidied: number[] = []
  const photos = { policy: async () => rule.policy, tidy: async () => void tidied.push(sent.length) }
  const network = { kind: () => rule.network }
  return { store, sent, rule, tidied, transfer: createPhotoTransfer({ store, photos, blobs: exchange, network }) }
}

describe('photos', () => {
  it('SYN-8: go in the order of the queue, thumbnails before photos, and leave the queue one by one', async () => {
    const { store, sent, transfer } = rig([
      ['t1', 'thumbnail', 1],
      ['t2', 'thumbnail', 2],
      ['p1', 'photo', 1],
    ])
    expect(await transfer.transfer(never)).toEqual(ok(null))
    expect(sent).toEqual(['t1', 't2', 'p1'])
    expect(store.blobs).toEqual([])
  })

  it('SYN-8: wait until the record that names them is at the endpoint', async () => {
    const { store, sent, transfer } = rig([
      ['later', 'thumbnail', 6],
      ['now', 'photo', 5],
    ])
    await transfer.transfer(never)
    expect(sent).toEqual(['now'])
    expect(store.blobs.map(({ sha256 }) => sha256)).toEqual(['later'])
  })

  it('SYN-8: stop at a missing network and stay in the queue', async () => {
    const { store, transfer } = rig([['p1', 'photo', 1]], { p1: { code: 'network.timeout' } })
    expect(await transfer.transfer(never)).toEqual(err({ code: 'network.timeout' }))
    expect(store.blobs).toHaveLength(1)
  })

  it('SYN-8: one that is refused does not hold up the others, stays on the device and is told', async () => {
    const { store, sent, transfer } = rig(
      [
        ['bad', 'photo', 1],
        ['good', 'photo', 2],
      ],
      { bad: { code: 'access.forbidden' } },
    )
    expect(await transfer.transfer(never)).toEqual(err({ code: 'access.forbidden' }))
    expect(sent).toEqual(['good'])
    expect(store.blobs.map(({ sha256 }) => sha256)).toEqual(['bad'])
  })

  it('SYN-8: one whose bytes are gone from this device leaves the queue', async () => {
    const { store, transfer } = rig([['gone', 'photo', 1]])
    store.bytes.clear()
    expect(await transfer.transfer(never)).toEqual(ok(null))
    expect(store.blobs).toEqual([])
  })

  it('SYN-8: nothing begins while text waits', async () => {
    const { sent, transfer } = rig([['p1', 'photo', 1]])
    await transfer.transfer(() => true)
    expect(sent).toEqual([])
  })

  it('SYN-8: thumbnails of others come after own photos; one the endpoint lacks is asked for another time', async () => {
    const { store, transfer } = rig([])
    store.missing = ['absent', 'theirs']
    await transfer.transfer(never)
    expect([...store.kept.keys()]).toEqual(['theirs'])
  })

  it.each([
    ['wifi', 'free', null],
    ['wifi', 'metered', 'wifi'],
    ['wifi', 'hidden', 'hidden-network'],
    ['ask', 'free', 'permission'],
    ['always', 'metered', null],
  ] as const)(
    'SYN-15: under "%s" on a %s network photos wait for: %s; thumbnails go',
    async (policy, network, wait) => {
      const { store, sent, rule, transfer } = rig([
        ['t1', 'thumbnail', 1],
        ['p1', 'photo', 1],
      ])
      Object.assign(rule, { policy, network })
      expect(await transfer.transfer(never)).toEqual(ok(null))
      expect(sent).toEqual(wait === null ? ['t1', 'p1'] : ['t1'])
      expect(store.status.photosWait).toBe(wait)
    },
  )

  it('SYN-15: photos that the person let go are sent over any network, and those taken later wait', async () => {
    const { store, sent, rule, transfer } = rig([
      ['later', 'photo', 1],
      ['allowed', 'photo', 2],
    ])
    Object.assign(rule, { policy: 'wifi', network: 'metered' })
    store.blobs = store.blobs.map((blob) => ({ ...blob, isAllowed: blob.sha256 === 'allowed' }))
    await transfer.transfer(never)
    expect(sent).toEqual(['allowed'])
    expect(store.status.photosWait).toBe('wifi')
    rule.network = 'free'
    await transfer.transfer(never)
    expect(sent).toEqual(['allowed', 'later'])
    expect(store.status.photosWait).toBeNull()
  })

  it('SYN-15: nothing is said to wait for Wi-Fi while its record has not been sent yet', async () => {
    const { store, rule, transfer } = rig([['p6', 'photo', 6]])
    Object.assign(rule, { policy: 'wifi', network: 'metered' })
    await transfer.transfer(never)
    expect(store.status.photosWait).toBeNull()
  })

  it('DAT-13: photos are put in order after a run, and not while text waits', async () => {
    const { tidied, transfer } = rig([['p1', 'photo', 1]])
    await transfer.transfer(() => true)
    expect(tidied).toEqual([])
    await transfer.transfer(never)
    expect(tidied).toEqual([1])
  })
})
