// The same answers read by each edition of the standard: what is met, what is lacking, what nobody asked. Clause numbers
// and short titles only; what is not confirmed says so.
import { useState } from 'react'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import type { Answers } from '#domain/self-assessment/answer.ts'
import { type ClauseGap, type ClauseStanding, editionGap, standingCounts } from '#domain/self-assessment/edition-gap.ts'
import { type EditionId, editions } from '#domain/standard/edition.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { useReviewWords } from './review-words.ts'

const tones: Readonly<Record<ClauseStanding, Tone>> = {
  met: 'good',
  gap: 'bad',
  unanswered: 'warn',
  'not-applicable': 'idle',
  'not-asked': 'idle',
}
const standings = Object.keys(tones) as readonly ClauseStanding[]

type EditionGapSectionProps = { readonly instrument: Instrument; readonly answers: Answers }

export const EditionGapSection = ({ instrument, answers }: EditionGapSectionProps) => {
  const { t, textOf, numbersOf } = useReviewWords()
  const [edition, setEdition] = useState<EditionId>(instrument.edition)
  const gaps = editionGap(edition, instrument, answers)
  const counts = standingCounts(gaps)
  return (
    <Section title={t('analysis.gapTitle')} detail={t('analysis.gapText')}>
      <Stack gap={4}>
        <SelectField
          label={t('analysis.edition')}
          value={edition}
          onChange={(event) => setEdition(editions.find(({ id }) => id === event.target.value)?.id ?? edition)}
          options={editions.map(({ id, label, needsChecking }) => ({
            value: id,
            label: needsChecking ? `${textOf(label)} · ${t('analysis.needsChecking')}` : textOf(label),
          }))}
        />
        <Cluster>
          {standings
            .filter((standing) => counts[standing] > 0)
            .map((standing) => (
              <Tag
                key={standing}
                tone={tones[standing]}
              >{`${t(`analysis.standing.${standing}`)}: ${counts[standing]}`}</Tag>
            ))}
        </Cluster>
        <DataTable
          caption={t('analysis.gapTitleTable')}
          captionHidden
          rows={gaps}
          rowKey={({ clause }) => clause.number}
          columns={[
            { key: 'clause', head: t('analysis.clause'), isRowHead: true, cell: clauseCell },
            {
              key: 'standing',
              head: t('analysis.standingHead'),
              cell: standingCell,
            },
            {
              key: 'gaps',
              head: t('analysis.gaps'),
              cell: (gap) => (gap.gaps.length === 0 ? '–' : numbersOf(gap.gaps)),
            },
          ]}
        />
      </Stack>
    </Section>
  )
}

const ClauseCell = ({ gap: { clause } }: { readonly gap: ClauseGap }) => {
  const { t, textOf, formats } = useReviewWords()
  const notes = [
    clause.in2015.length === 1 && clause.in2015[0] === clause.number
      ? ''
      : t('analysis.in2015', { clauses: formats.list([...clause.in2015]) }),
    clause.change === null ? '' : textOf(clause.change),
    clause.isAsked ? '' : t('analysis.changeNotAsked'),
    clause.needsChecking ? t('analysis.needsChecking') : '',
  ].filter(Boolean)
  return (
    <>
      {`${clause.number} ${textOf(clause.title)}`}
      {notes.length > 0 && (
        <>
          <br />
          <small>{notes.join(' · ')}</small>
        </>
      )}
    </>
  )
}

const StandingTag = ({ gap: { standing } }: { readonly gap: ClauseGap }) => {
  const { t } = useReviewWords()
  return <Tag tone={tones[standing]}>{t(`analysis.standing.${standing}`)}</Tag>
}

const clauseCell = (gap: ClauseGap) => <ClauseCell gap={gap} />
const standingCell = (gap: ClauseGap) => <StandingTag gap={gap} />
