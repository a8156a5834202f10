import { describe, expect, it } from 'vitest'
import {
  coversOps,
  detailCommitment,
  GENESIS,
  leafOf,
  leavesCommitment,
  linkText,
  opText,
  rootText,
} from '#domain/trail/trail-link.ts'

const link = {
  chain: 'office',
  num: 1,
  atMs: 5,
  type: 'sign-in',
  account: 'a',
  subject: '',
  device: 'd1',
  place: '',
  firstSeq: 0,
  lastSeq: 0,
  commitment: 'c',
  prev: GENESIS,
}
const op = {
  seq: 1,
  d: 'd1',
  n: 1,
  h: 2,
  receivedMs: 3,
  u: 'a',
  k: 'answer',
  e: 'e',
  sv: 1,
  g: null,
  fingerprint: 'f',
  body: '{}',
}
/** Shows what would be hashed. */
const open = (text: string): string => `<${text}>`

describe('the texts that are hashed', () => {
  it('TRL-1: every part of a link that is in clear changes its text', () => {
    const before = linkText(link)
    for (const name of Object.keys(link)) expect(linkText({ ...link, [name]: 'other' })).not.toBe(before)
  })

  it('TRL-2: every part of an operation changes its text, and so does the order of operations', () => {
    const before = opText(op)
    for (const name of Object.keys(op)) expect(opText({ ...op, [name]: 'other' })).not.toBe(before)
    expect(leavesCommitment(open, ['a', 'b'])).not.toBe(leavesCommitment(open, ['b', 'a']))
  })

  it('TRL-3: each operation has a salt of its own out of the link’s, and a detail is hidden by its salt', () => {
    expect(leafOf(open, 's', op)).toBe(`<<s:1>${opText(op)}>`)
    expect(detailCommitment(open, 's', '{}')).toBe('<s{}>')
  })

  it('TRL-4: a root’s text covers its number, its moment, the incarnation, the root before and the heads', () => {
    const root = { num: 1, atMs: 2, inc: 'i', prev: '', heads: '[]' }
    for (const name of Object.keys(root)) expect(rootText({ ...root, [name]: 'other' })).not.toBe(rootText(root))
    expect(['ops', 'founded', 'sign-in'].map(coversOps)).toEqual([true, true, false])
  })
})
