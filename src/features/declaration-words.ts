// How declarations, unmet conditions and signs of decay are said, the same wherever they are shown.
import type { DecayReason } from '#domain/declaration/decay.ts'
import type { DeclarationBlock } from '#domain/declaration/declaration-blocks.ts'
import type { DeclarationState } from '#domain/declaration/declaration-state.ts'
import { editionById } from '#domain/standard/edition.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

export const DECLARATIONS_PATH = '/declarations'
export const DECAY_PATH = '/decay'
export const declarationPath = (unit: string, id: string): string => `${DECLARATIONS_PATH}/${unit}/${id}`

export const toneOfDeclaration: Readonly<Record<DeclarationState, Tone>> = {
  'in-force': 'good',
  suspended: 'warn',
  withdrawn: 'idle',
  replaced: 'idle',
  expired: 'bad',
}

export function useDeclarationWords() {
  const { t, language } = useText('declarations')
  const formats = useFormats()
  return {
    t,
    formats,
    editionText: (id: string): string => {
      const edition = editionById(id)
      if (!edition) return id
      const label = language === 'en' ? edition.label.en : edition.label.vi
      return edition.needsChecking ? `${label} (${t('common:toCheck')})` : label
    },
    blockText: ({ code, count, on }: DeclarationBlock): string => {
      const day = on === null ? '' : formats.day(on)
      if (code === 'trial-short') return t(on === null ? 'block.trial-none' : 'block.trial-short', { day })
      if (code === 'not-ready') return count === null ? t('block.not-readyNone') : t('block.not-ready', { count })
      if (code === 'open-major') return t('block.open-major', { count: count ?? 0 })
      return t(on === null ? `block.${code}` : `block.${code}Last`, { day })
    },
    decayText: ({ sign, lastOn }: DecayReason): string => {
      const last = lastOn === null ? t('decay.never') : t('decay.last', { day: formats.day(lastOn) })
      return `${t(`decay.${sign}`)} (${last})`
    },
  }
}

export type DeclarationWords = ReturnType<typeof useDeclarationWords>
