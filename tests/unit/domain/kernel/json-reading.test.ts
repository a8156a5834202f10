import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  listAt,
  nameAt,
  objectAt,
  objectOf,
  oneOf,
  textAt,
  textsAt,
  wordsAt,
  writtenAt,
} from '#domain/kernel/json-reading.ts'

describe('reading what another program wrote', () => {
  it('takes what is there and reads everything else as empty', () => {
    const of = {
      text: 'x',
      list: [{ a: 1 }, 2, null, ['y'], 'z'],
      on: { text: '31/11/2026', date: '2026-11-31' },
      none: '',
    }
    expect([textAt(of, 'text'), textAt(of, 'list'), textAt(of, 'gone')]).toEqual(['x', '', ''])
    expect([nameAt(of, 'text'), nameAt(of, 'none'), nameAt(of, 'gone')]).toEqual(['x', null, null])
    expect(textsAt(of, 'text', 'on')).toEqual({ text: 'x', on: '' })
    expect([listAt(of, 'list'), wordsAt(of, 'list'), listAt(of, 'text')]).toEqual([[{ a: 1 }], ['z'], []])
    expect(writtenAt(of, 'on')).toEqual({ text: '31/11/2026', date: null })
    expect(writtenAt(of, 'text')).toEqual({ text: '', date: null })
    expect([objectOf([]), objectOf(null), objectAt(of, 'list')]).toEqual([null, null, {}])
    expect([oneOf(['a', 'b'], 'b'), oneOf(['a', 'b'], 'c')]).toEqual(['b', null])
  })

  it('never fails, whatever is there', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const of = { value }
        for (const read of [textAt, nameAt, listAt, wordsAt, writtenAt, objectAt]) read(of, 'value')
        objectOf(value)
      }),
    )
  })
})
