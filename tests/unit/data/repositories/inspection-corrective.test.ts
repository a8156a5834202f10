import { describe, expect, it } from 'vitest'
import { type EntityState, registersOfOp } from '#domain/change/entity-state.ts'
import type { Kind } from '#domain/change/kind-registry.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { correctivesByShortcoming } from '#data/repositories/inspection-corrective.ts'

const feed = 'ls25-06001/pub'

function stored(kind: Kind, entity: string, n: number, fields: Readonly<Record<string, JsonValue>>): EntityState {
  const f = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]] as const))
  const regs = registersOfOp({ d: 'a1', n, h: n, s: feed, k: kind, e: entity, u: 'acc', sv: 1, f: f as never })
  return { feed, entity, kind, regs }
}

const request = (id: string, n: number) => stored('corrective-action', id, n, { of: 'shortcoming', number: id })
const end = (of: string, next: string) =>
  stored('corrective-move', `move-${of}`, 9, { of, name: 'end-double', on: '2026-11-22', words: 'trùng', next })

describe('the corrective action of a shortcoming', () => {
  const requests = [request('car-2', 2), request('car-1', 1)]

  it('INS-18: is the first that was opened, and the other one once the first ended in it', () => {
    expect(correctivesByShortcoming(requests, [])).toMatchObject({ shortcoming: { id: 'car-1', state: 'proposed' } })
    expect(correctivesByShortcoming(requests, [end('car-1', 'car-2')])).toMatchObject({
      shortcoming: { id: 'car-2', state: 'proposed' },
    })
    expect(correctivesByShortcoming(requests, [end('car-2', 'car-1')])).toMatchObject({ shortcoming: { id: 'car-1' } })
  })

  it('INS-18: is the first where all of them ended', () => {
    const ended = [end('car-1', 'car-3'), end('car-2', 'car-3')]
    expect(correctivesByShortcoming(requests, ended)).toMatchObject({
      shortcoming: { id: 'car-1', state: 'carried-over' },
    })
  })
})
