import { describe, expect, it } from 'vitest'
import {
  applyOp,
  conflictsIn,
  DELETED_FIELD,
  deletionOf,
  isDeleted,
  type Registers,
} from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { contextForWrite } from '#domain/change/register.ts'
import { anOp } from '#support/sync/op-builder.ts'

const stateOf = (...ops: readonly Op[]): Registers => ops.reduce(applyOp, {})

function deleteBy(device: string, n: number, seen: Registers): Op {
  const context = contextForWrite(seen[DELETED_FIELD], device)
  const value = deletionOf(seen)
  return anOp({ d: device, n, h: 9000, f: { [DELETED_FIELD]: context ? [value, context] : [value] } })
}

const written = anOp({ d: 'a1', n: 1, f: { caption: ['ảnh'], of: ['stage'] } })
const unseenEdit = anOp({ d: 'b2', n: 1, f: { caption: ['ảnh mới'] } })

describe('a delete', () => {
  it('CHG-5: takes the entity whose every write its author saw', () => {
    const regs = stateOf(written)
    expect(isDeleted(regs)).toBe(false)
    expect(isDeleted(applyOp(regs, deleteBy('a1', 2, regs)))).toBe(true)
  })

  it('CHG-5: an edit its author did not see brings the entity back, in whichever order the two arrive', () => {
    const remove = deleteBy('a1', 2, stateOf(written))
    for (const ops of [
      [written, remove, unseenEdit],
      [unseenEdit, remove, written],
      [remove, unseenEdit, written],
    ]) {
      expect(isDeleted(stateOf(...ops))).toBe(false)
    }
  })

  it('CHG-5: arriving before what it deletes, it takes effect once that is there', () => {
    const remove = deleteBy('a1', 2, stateOf(written, unseenEdit))
    expect(isDeleted(stateOf(remove, unseenEdit, written))).toBe(true)
  })

  it('CHG-5: writing again after a delete brings the entity back', () => {
    const regs = stateOf(written)
    const deleted = applyOp(regs, deleteBy('a1', 2, regs))
    expect(isDeleted(applyOp(deleted, anOp({ d: 'a1', n: 3, f: { caption: ['lại'] } })))).toBe(false)
  })

  it('CHG-5: of two deletes at once it is enough that one saw everything', () => {
    const both = stateOf(written, unseenEdit)
    const ops = [written, unseenEdit, deleteBy('a1', 2, stateOf(written)), deleteBy('b2', 2, both)]
    expect(isDeleted(stateOf(...ops))).toBe(true)
    expect(conflictsIn(stateOf(...ops)).map(({ field }) => field)).not.toContain(DELETED_FIELD)
  })

  it('CHG-5: two deletes that each saw another half keep the entity: nothing leaves that a deleter had not seen', () => {
    const ops = [written, unseenEdit, deleteBy('a1', 2, stateOf(written)), deleteBy('b2', 2, stateOf(unseenEdit))]
    expect(isDeleted(stateOf(...ops))).toBe(false)
  })

  it.each([null, 'gone', 7, [], { x: 'all' }])(
    'CHG-5: a delete of a shape nobody writes (%j) deletes nothing',
    (value) => {
      expect(isDeleted(stateOf(written, anOp({ d: 'b2', f: { [DELETED_FIELD]: [value] } })))).toBe(false)
    },
  )
})
