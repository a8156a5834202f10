// What people exported and looked at, as they noted it themselves, in words. A note of a newer version is named by what
// it says rather than left out.
import type { TrailLine } from '#data/contract/trail-contract.ts'
import type { Words } from './trail-sentence.ts'

interface Note {
  readonly action: string
  readonly what: string
  readonly form: string
  readonly unitName: string | null
}

const whats: ReadonlySet<string> = new Set([
  'hand-over',
  'progress-report',
  'submission',
  'filling',
  'finding',
  'audit-report',
  'audit-programme',
  'audit-plan',
  'management-review',
  'declaration',
  'declarations',
  'form',
  'codes',
  'rescue',
  'photo',
  'document',
  'own-data',
  'visit-record',
  'visits',
  'calendar',
])
const forms: ReadonlySet<string> = new Set(['file', 'codes', 'print', 'xlsx', 'csv', 'json'])

const isNote = (value: unknown): value is Note =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Note>).action === 'string'

/** Empty where the line is about no such notes. */
export function notesIn({ detail }: TrailLine): readonly Note[] {
  const notes: unknown = detail?.['activities']
  return Array.isArray(notes) ? notes.filter(isNote) : []
}

function wordsOf(t: Words, { action, what, form, unitName }: Note): string {
  const name = whats.has(what) ? t(`activity.what.${what}`) : what
  const of = unitName === null ? name : t('activity.of', { what: name, where: unitName })
  if (action === 'look') return t('activity.look', { what: of })
  const way = forms.has(form) ? t(`activity.form.${form}`) : form
  return action === 'export' ? t('activity.export', { what: of, form: way }) : t('activity.other', { what: of })
}

/** The same thing done several times is said once. */
export const activityWords = (t: Words, notes: readonly Note[]): string =>
  [...new Set(notes.map((note) => wordsOf(t, note)))].join('; ')
