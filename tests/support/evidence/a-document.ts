/** A document as the file adapter hands it over. */
import { createHash } from 'node:crypto'
import type { PreparedDocument } from '#data/contract/evidence-contract.ts'
import { aPdf } from './documents.ts'

export function aDocument(name: string): PreparedDocument {
  const bytes = aPdf(name)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), mime: 'application/pdf', name }
}
