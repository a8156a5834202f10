/**
 * The list of instruments is small and known at once, so that a screen can name them; their texts are some
 * 60 kB and arrive by dynamic import as chunks of their own, which the service worker precaches.
 */
import type { Instrument, InstrumentKind, LocalText } from './instrument.ts'

/** What a list of instruments needs to know without loading one. */
export interface InstrumentEntry {
  readonly key: string
  readonly kind: InstrumentKind
  readonly title: LocalText
  readonly questionCount: number
  /** No new round begins with it; what was begun goes on (QST-8). */
  readonly isWithdrawn?: true
}

/** Key of the self-assessment that a new round uses. */
export const COMMUNE_SELF_ASSESSMENT = 'commune-self-assessment@1'
/** Key of the checklist that a new short internal audit uses. */
export const INTERNAL_AUDIT_SHORT = 'internal-audit-short@1'

/** Every instrument this program carries. Rule QST-6. */
export const instrumentList: InstrumentEntry[] = [
  {
    key: COMMUNE_SELF_ASSESSMENT,
    kind: 'self-assessment',
    title: { vi: 'Phiếu tự đánh giá của UBND xã', en: 'Self-assessment of a commune People’s Committee' },
    questionCount: 52,
  },
  {
    key: INTERNAL_AUDIT_SHORT,
    kind: 'audit-checklist',
    title: { vi: 'Phiếu đánh giá nội bộ rút gọn', en: 'Short internal audit checklist' },
    questionCount: 12,
  },
]

/** How the texts of each arrive; `instrument-versions.ts` adds to it. */
export const instrumentLoaders: Map<string, () => Promise<Instrument>> = new Map([
  [
    COMMUNE_SELF_ASSESSMENT,
    async () => (await import('./instruments/commune-self-assessment-v1.ts')).communeSelfAssessmentV1,
  ],
  [INTERNAL_AUDIT_SHORT, async () => (await import('./instruments/internal-audit-short-v1.ts')).internalAuditShortV1],
])

/** The instrument with this key, or undefined when this program does not carry it. Rule QST-6. */
export async function loadInstrument(key: string): Promise<Instrument | undefined> {
  return instrumentLoaders.get(key)?.()
}
