// A province, a state and a search; all of it in the address, so that Back brings the same view again.
import { type ProvinceSummary } from '#domain/reporting/province-summary.ts'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { CountryNames } from './country-names.ts'
import { asksForCommunes, type CountryQuery, shownStates } from './country-query.ts'
import { COUNTRY_PATH } from './country-totals.tsx'

type CountryFiltersProps = {
  readonly summaries: readonly ProvinceSummary[]
  readonly asked: CountryQuery
  readonly names: CountryNames
}

export const CountryFilters = ({ summaries, asked, names }: CountryFiltersProps) => {
  const { t } = useText('country')
  const choose = useAddressChoice()
  const provinces = summaries
    .map(({ province }) => ({ value: province, label: names.nameOf(province) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'))
  return (
    <Stack gap={3}>
      <SearchField
        label={t('filters.search')}
        placeholder={t('filters.example')}
        clearLabel={t('common:clear')}
        value={asked.text}
        onChange={(text) => choose('q', text, { isTyped: true })}
      />
      <Cluster>
        {provinces.length > 1 && (
          <SelectField
            label={t('filters.province')}
            name="province"
            value={asked.province}
            placeholder={t('filters.allProvinces')}
            options={provinces}
            onChange={(event) => choose('province', event.target.value)}
          />
        )}
        <SelectField
          label={t('filters.show')}
          name="show"
          value={asked.show}
          options={shownStates.map((value) => ({ value, label: t(`filters.${value}`) }))}
          onChange={(event) => choose('show', event.target.value === 'all' ? '' : event.target.value)}
        />
        {asksForCommunes(asked) && (
          <ButtonLink kind="plain" icon="close" href={COUNTRY_PATH}>
            {t('clear')}
          </ButtonLink>
        )}
      </Cluster>
    </Stack>
  )
}
