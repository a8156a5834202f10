/**
 * Signatures, beside what they sign and in its feed. They are written once; whether one still stands is worked out by
 * whoever reads it, from the content of that moment (SGN-2).
 */
import type { JsonValue } from '#domain/change/op.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'
import { checkSignature, type GivenSignature, isSha256, type SignatureSide } from '#domain/signature/signature.ts'
import { areStrokes } from '#domain/signature/strokes.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { SignatureRepository, SignatureView, SignedRecord } from '#data/contract/signature-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, rowsOfParent } from './entity-query.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'
import { type ReadWritten, writtenBy } from './written-by.ts'

export const createSignatureRepository = (parts: RepositoryParts): SignatureRepository => ({
  listOf: (feed, entity) => listOf(parts, feed, entity),
  sign: (record, given) => sign(parts, record, given),
  hashOf: (content) => parts.hasher.sha256(utf8Bytes(canonicalJson(content))),
})

const listOf = ({ db, identity }: RepositoryParts, feed: string, of: string): Promise<readonly SignatureView[]> =>
  readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [rows, locate] = await Promise.all([rowsOfParent(db, feed, of), readLocations(db)])
    const written = writtenBy(identity(), locate)
    return rows
      .filter(({ kind }) => kind === 'signature')
      .map((row) => signatureView(row, written))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  })

function signatureView(row: EntityRow, written: ReadWritten): SignatureView {
  const text = (name: string): string => field(row, name, '')
  const strokes: unknown = field<object>(row, 'strokes', [])
  return {
    id: row.e,
    of: text('of'),
    ofKind: text('ofKind'),
    sha256: text('sha256'),
    side: text('side') as SignatureSide,
    name: text('name'),
    post: text('post'),
    on: text('on'),
    strokes: areStrokes(strokes) ? strokes : [],
    ...written(row),
  }
}

async function sign(parts: RepositoryParts, record: SignedRecord, given: GivenSignature): SaveResult {
  const checked = checkSignature(given)
  if (!checked.ok) return checked
  const { unit, feed, of, ofKind, sha256 } = record
  const { strokes, ...words } = checked.value
  const fields = { unit, of, ofKind, sha256, ...words, strokes: strokes as unknown as JsonValue }
  const entity = newId(parts)
  return parts.commit(async (reader) => {
    const signed = await reader.entity(feed, of)
    const isThere = signed?.kind === ofKind && isSha256(sha256)
    return isThere ? ok([{ feed, kind: 'signature', entity, fields }]) : err({ code: 'signature.not-possible' })
  })
}
