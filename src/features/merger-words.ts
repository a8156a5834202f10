// Where mergers, divisions and the history of units are found, and the words of inheritance that several screens share.
import type { InheritableView } from '#data/contract/inheritance-contract.ts'
import type { InheritableKind, InheritanceStanding } from '#domain/inheritance/inheritance.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'
import { correctivePath } from './corrective-paths.ts'

export const MERGERS_PATH = '/mergers'

export const mergerPath = (from: string, id: string): string => `${MERGERS_PATH}/${from}/${id}`

export const unitPath = (id: string): string => `/units/${id}`

export const UNIT_MAP_PATH = '/units/map'

/** Where a record of the old unit, or of the heir, is read; undefined where its kind has no screen of its own. */
export function recordPath(kind: InheritableKind, unit: string, id: string): string | undefined {
  if (kind === 'corrective-action') return correctivePath(unit, id)
  return kind === 'declaration' ? `/declarations/${unit}/${id}` : undefined
}

export const standingTones: Readonly<Record<InheritanceStanding, Tone>> = {
  disputed: 'bad',
  pending: 'warn',
  'taken-over': 'good',
  ended: 'idle',
}

export const waits = ({ standing }: Pick<InheritableView, 'standing'>): boolean =>
  standing === 'pending' || standing === 'disputed'

export function useMergerWords() {
  const { t } = useText('mergers')
  const formats = useFormats()
  /** "Phiếu khắc phục PKP-…": kind and number. */
  const nameText = (kind: InheritableKind, number: string): string =>
    [t(`kind.${kind}`), number].filter(Boolean).join(' ')
  const factsText = ({ kind, number, dueOn }: Pick<InheritableView, 'kind' | 'number' | 'dueOn'>): string =>
    [nameText(kind, number), dueOn === null ? '' : t('due', { day: formats.day(dueOn) })].filter(Boolean).join(' · ')
  return { t, formats, nameText, factsText }
}
