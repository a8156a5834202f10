/** Evidence as the screens read it, from its rows. */
import { documentName, isDocumentMime } from '#domain/evidence/document-mime.ts'
import { recordedDay } from '#domain/evidence/evidence-day.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { Locate } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, nullable } from './entity-query.ts'

/** A record comes from anywhere: its name is made fit again before it is shown or written anywhere. */
function documentOf(row: EntityRow): EvidenceView['document'] {
  const mime = field(row, 'mime', '')
  return isDocumentMime(mime) ? { name: documentName(String(field(row, 'name', '')), mime), mime } : null
}

export const evidenceView = (row: EntityRow, locate: Locate): EvidenceView => ({
  id: row.e,
  of: field(row, 'of', ''),
  deliverable: nullable<string>(row, 'deliverable'),
  caption: field(row, 'caption', ''),
  sha256: field(row, 'sha256', ''),
  thumbnailSha256: field(row, 'thumbnailSha256', ''),
  size: field(row, 'size', 0),
  document: documentOf(row),
  takenAt: field(row, 'takenAt', 0),
  on: recordedDay(nullable<WrittenDate>(row, 'on'), field(row, 'takenAt', 0)),
  location: locate(row),
})

/** Evidence by the entity it proves, in the order it was taken. */
export function evidenceBySubject(
  rows: readonly EntityRow[],
  locate: Locate,
): ReadonlyMap<string, readonly EvidenceView[]> {
  const groups = new Map<string, EvidenceView[]>()
  for (const row of rows.filter(({ kind }) => kind === 'evidence')) {
    const view = evidenceView(row, locate)
    const group = groups.get(view.of)
    if (group) group.push(view)
    else groups.set(view.of, [view])
  }
  for (const group of groups.values()) group.sort((a, b) => a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1))
  return groups
}
