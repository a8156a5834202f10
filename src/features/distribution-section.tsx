// How a commune stands beside all communes: quartiles that the department shares, and never the name of another one.
import { useState } from 'react'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { instrumentKey } from '#domain/questionnaire/instrument.ts'
import { meansOf, OVERALL, type Quartiles } from '#domain/self-assessment/comparison.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { AnalysedRound } from './assessment-analysis.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { useReviewWords } from './review-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

type DistributionSectionProps = AnalysedRound & { readonly screen: ScreenProps }

const placeIn = (mean: number, { lower, median, upper }: Quartiles): 'low' | 'below' | 'above' | 'high' => {
  if (mean < lower) return 'low'
  if (mean < median) return 'below'
  return mean < upper ? 'above' : 'high'
}

export const DistributionSection = ({ screen, instrument, answers }: DistributionSectionProps) => {
  const { t, formats, sectionText } = useReviewWords()
  const key = instrumentKey(instrument)
  const shared = useLive(() => screen.store.reviews.distribution(key), [screen.store, key])
  const means = meansOf(instrument, answers)
  const parts = [
    { id: OVERALL, name: t('analysis.overall') },
    ...instrument.sections.map((chapter) => ({ id: chapter.id, name: sectionText(chapter) })),
  ].flatMap(({ id, name }) => {
    const quartiles = shared?.parts[id]
    return quartiles ? [{ id, name, quartiles, mean: means[id] ?? null }] : []
  })
  const figure = (value: number) => formats.number(value, 2)
  const count = shared?.parts[OVERALL]?.count ?? 0
  return (
    <Section title={t('analysis.distribution')}>
      <Stack gap={3}>
        {parts.length === 0 ? (
          <p>{t('analysis.noDistribution')}</p>
        ) : (
          <DataTable
            caption={t('analysis.distributionText', { count, day: formats.day(shared?.on ?? '') })}
            rows={parts}
            rowKey={({ id }) => id}
            columns={[
              { key: 'part', head: t('analysis.part'), isRowHead: true, cell: ({ name }) => name },
              {
                key: 'here',
                head: t('analysis.here'),
                cell: ({ mean, quartiles }) =>
                  mean === null
                    ? t('analysis.noMean')
                    : `${figure(mean)} · ${t(`analysis.place.${placeIn(mean, quartiles)}`)}`,
              },
              {
                key: 'all',
                head: t('analysis.distribution'),
                cell: ({ quartiles: { lower, median, upper } }) =>
                  t('analysis.quartiles', { lower: figure(lower), median: figure(median), upper: figure(upper) }),
              },
            ]}
          />
        )}
        <Share screen={screen} instrument={key} />
      </Stack>
    </Section>
  )
}

/** Only where every commune can be read, and by whom the table of rights says. */
const Share = ({ screen, instrument }: { readonly screen: ScreenProps; readonly instrument: string }) => {
  const { store, person } = screen
  const { t } = useReviewWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  if (!person.may('assessment-distribution', feedId(person.place.id, 'plan'))) return null
  const share = async (): Promise<void> => {
    const units = person.communes.map(({ id }) => id)
    const saved = await store.reviews.shareDistribution(instrument, units)
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok) showToast({ text: t('analysis.shared'), tone: 'good' })
  }
  return (
    <Cluster>
      <Button icon="share" onClick={() => void share()}>
        {t('analysis.share')}
      </Button>
      <ProblemNotice problem={problem} />
    </Cluster>
  )
}
