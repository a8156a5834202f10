import { createHash } from 'node:crypto'
import { renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { useContentHash } from '#features/use-content-hash.ts'

const hashOf = async (content: object) => createHash('sha256').update(canonicalJson(content)).digest('hex')
const store = {
  signatures: { hashOf, listOf: async () => [], sign: () => Promise.reject(new Error('nothing is signed')) },
}

it('a content that is read anew and says the same keeps its hash, so that a signature under it stays open', async () => {
  const seen: (string | undefined)[] = []
  const { rerender } = renderHook(
    ({ content }) => {
      seen.push(useContentHash(store, content))
    },
    { initialProps: { content: { title: 'Báo cáo', answers: [1] } } },
  )
  await waitFor(() => expect(seen.at(-1)).toMatch(/^[0-9a-f]{64}$/))
  const [known, drawn] = [seen.at(-1), seen.length]
  rerender({ content: { answers: [1], title: 'Báo cáo' } })
  expect(seen.slice(drawn)).not.toContain(undefined)
  rerender({ content: { title: 'Báo cáo', answers: [2] } })
  expect(seen.at(-1)).toBeUndefined()
  await waitFor(() => expect(seen.at(-1)).toMatch(/^[0-9a-f]{64}$/))
  expect(seen.at(-1)).not.toBe(known)
})
