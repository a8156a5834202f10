/** A sealed content as a device writes it: with the hash that fits. */
import { createHash } from 'node:crypto'
import type { FieldWrite, JsonValue } from '#domain/change/op.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'

export const hashOfContent = (content: JsonValue): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

/** `content` and `sha256` of a record; of a submission without questions where nothing else is said. */
export const sealedFields = (content: JsonValue = { answers: [] }): Readonly<Record<string, FieldWrite>> => ({
  content: [content],
  sha256: [hashOfContent(content)],
})
