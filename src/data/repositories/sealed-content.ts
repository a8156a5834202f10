/**
 * Seals a content in two steps that cannot be one: the hash answers in a promise of its own, which would end the
 * transaction, so the content is read and hashed first and read again inside the transaction. Where somebody wrote in
 * between, it is hashed again; what is stored always fits its hash.
 */
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { Hasher } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import type { Commit } from '#data/commit.ts'
import type { Receipt, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import type { RepositoryParts } from './repository-parts.ts'

/** What is to be sealed as it stands now, with the writes that go along; `content` null where nothing is left to do. */
export interface Sealable<C> {
  readonly content: C | null
  readonly writesWith: (sha256: string) => readonly GestureWrite[]
}

type ReadSealable<C> = (reader: GestureReader) => Promise<Result<Sealable<C>, Problem>>

const ATTEMPTS = 5

const bytesOf = (content: unknown): Uint8Array => utf8Bytes(canonicalJson(content))

export async function commitSealed<C>(
  { commit, hasher }: { readonly commit: Commit; readonly hasher: Hasher } | RepositoryParts,
  reader: GestureReader,
  read: ReadSealable<C>,
): SaveResult {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const draft = await read(reader)
    if (!draft.ok) return draft
    const hashed = await hashOf(draft.value.content, hasher)
    const saved = await commitIfSame(commit, read, hashed)
    if (saved !== 'changed') return saved
  }
  return err({ code: 'storage.failed' })
}

interface Hashed {
  readonly text: string
  readonly sha256: string
}

const hashOf = async (content: unknown, hasher: Hasher): Promise<Hashed> => ({
  text: canonicalJson(content),
  sha256: await hasher.sha256(bytesOf(content)),
})

async function commitIfSame<C>(
  commit: Commit,
  read: ReadSealable<C>,
  { text, sha256 }: Hashed,
): Promise<Result<Receipt, Problem> | 'changed'> {
  let isChanged = false
  const saved = await commit(async (inside) => {
    const now = await read(inside)
    if (!now.ok) return now
    isChanged = canonicalJson(now.value.content) !== text
    return ok(isChanged || now.value.content === null ? [] : now.value.writesWith(sha256))
  })
  return isChanged && saved.ok ? 'changed' : saved
}
