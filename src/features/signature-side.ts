// What a side is called: an inspection by the State is no audit, and neither is a visit.
import type { SignatureSide } from '#domain/signature/signature.ts'

/** Key below `side` in the namespace `signature`. */
export function sideKey(ofKind: string, side: SignatureSide): string {
  if (ofKind === 'inspection-minutes' && side === 'auditee') return 'inspected'
  if (ofKind === 'visit-record' && side === 'auditee') return 'visited'
  if (ofKind === 'visit-record' && side === 'team') return 'visitor'
  return side
}
