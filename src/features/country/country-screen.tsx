// The country at a glance, from the summaries the endpoints made: totals, province by province, and down to one commune.
// It reads 34 small records and none of a commune's own, so a ministry sees it that may read no commune (NAT-7).
import { Suspense, use, useMemo } from 'react'
import { countryFigures, type ProvinceSummary } from '#domain/reporting/province-summary.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { CommuneLines } from './commune-lines.tsx'
import { CountryFilters } from './country-filters.tsx'
import { CountryTotals } from './country-totals.tsx'
import { countryNames, readCountryList } from './country-names.ts'
import { asksForCommunes, chosenLines, readCountryQuery } from './country-query.ts'
import { ProvinceLines } from './province-lines.tsx'

type CountryScreenProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

export const CountryScreen = ({ query, ...screen }: CountryScreenProps) => {
  const { store } = screen
  const { t } = useText('country')
  const back = useBackToMore(screen.person)
  const summaries = useLive(() => store.country.summaries(), [store])
  if (summaries === undefined || summaries.length === 0)
    return (
      <Stack gap={4}>
        <PageHeader title={t('title')} back={back} />
        {summaries === undefined ? <Skeleton label={t('loading')} shape="figures" count={4} /> : <NoSummary />}
      </Stack>
    )
  return (
    <Suspense fallback={<Skeleton label={t('loading')} shape="figures" count={4} />}>
      <Country {...{ summaries, query, screen }} />
    </Suspense>
  )
}

const NoSummary = () => {
  const { t } = useText('country')
  return (
    <EmptyState
      icon="chart"
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        <ButtonLink kind="main" href="/sync">
          {t('sync')}
        </ButtonLink>
      }
    />
  )
}

type CountryProps = {
  readonly summaries: readonly ProvinceSummary[]
  readonly query: Readonly<Record<string, string>>
  readonly screen: ScreenProps
}

const Country = ({ summaries, query, screen }: CountryProps) => {
  const { store, person, today } = screen
  const { t } = useText('country')
  const back = useBackToMore(person)
  const list = use(readCountryList())
  const { places } = store.identity
  const names = useMemo(() => countryNames(list, places), [list, places])
  const asked = readCountryQuery(query)
  const [only] = summaries
  const isOne = summaries.length === 1 && only !== undefined
  const { province } = asked
  const chosen = summaries.filter((summary) => province === '' || summary.province === province)
  const figures = countryFigures(
    chosen.flatMap(({ communes }) => communes),
    today,
  )
  const shown = isOne ? only.province : province
  const showsCommunes = isOne || asksForCommunes(asked)
  return (
    <Stack gap={5}>
      <PageHeader
        title={shown === '' ? t('title') : t('titleProvince', { name: names.nameOf(shown) })}
        subtitle={<MadeAt summaries={summaries} />}
        back={back}
      />
      <CountryTotals {...{ figures, province }} />
      <CountryFilters {...{ summaries, asked, names }} />
      {showsCommunes ? (
        <CommuneLines
          key={JSON.stringify(asked)}
          lines={chosenLines(summaries, asked, names, today)}
          names={names}
          screen={{ person, today }}
          showsProvince={shown === ''}
        />
      ) : (
        <ProvinceLines {...{ summaries, names, today }} />
      )}
      <p>{t('note')}</p>
    </Stack>
  )
}

/** The moment of the figures; with several servers the oldest and the newest. */
const MadeAt = ({ summaries }: Pick<CountryProps, 'summaries'>) => {
  const { t } = useText('country')
  const formats = useFormats()
  const moments = summaries.map(({ madeAt }) => madeAt).sort((a, b) => a - b)
  const [from, to] = [formats.dateTime(moments[0] ?? 0), formats.dateTime(moments.at(-1) ?? 0)]
  return <>{from === to ? t('madeAt', { time: to }) : t('madeBetween', { from, to })}</>
}
