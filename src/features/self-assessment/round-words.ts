// How a round, a section and a clause are named on every screen of this feature.
import type { JsonValue } from '#domain/change/op.ts'
import type { Instrument, Section } from '#domain/questionnaire/instrument.ts'
import { editionById } from '#domain/standard/edition.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { useText } from '#ui/text/text-context.tsx'

export function useRoundWords() {
  const { t, language } = useText('self-assessment')
  // Scores are named in the words that the followers' screens use too; asked for here, so that they are at hand.
  useText('records')
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  return {
    t,
    language: language === 'en' ? ('en' as const) : ('vi' as const),
    textOf,
    roundTitle: (round: string): string => {
      const [year = '', number = ''] = round.split('-')
      return t('roundTitle', { number, year })
    },
    sectionTitle: ({ clause, title }: Section): string =>
      clause === null ? textOf(title) : t('section', { clause, title: textOf(title) }),
    /** A field of an answer as the person gave it; a text speaks for itself. */
    answerWords: (field: string, value: JsonValue): string | undefined => {
      if (field !== 'score') return undefined
      if (typeof value === 'number') return `${value} · ${t(`records:score.${value}`)}`
      return t(`records:score.${value === 'na' ? 'na' : 'none'}`)
    },
    editionLabel: (id: string): string => {
      const edition = editionById(id)
      return edition ? textOf(edition.label) : id
    },
  }
}

export type RoundWords = ReturnType<typeof useRoundWords>

export const questionById = (instrument: Instrument, id: string) =>
  instrument.questions.find((question) => question.id === id)

/** Eight digits are enough to compare two papers by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 8)
