// What is shown and in which order. Everything is kept in the address: choosing makes a step that Back undoes, typing
// only changes the step it stands on.
import { useState } from 'react'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import styles from './commune-filters.module.css'
import { areasOf, type ListQuery, listSorts, listStates } from './commune-list-query.ts'
import { COMMUNES_PATH } from './paths.ts'

/** Up to this many lines are taken in at a glance: the choices are folded away and the list begins higher up. */
const FEW = 10

type CommuneFiltersProps = {
  readonly rows: readonly CommuneRow[]
  readonly query: ListQuery
  readonly found: number
}

export const CommuneFilters = ({ rows, query, found }: CommuneFiltersProps) => {
  const { t } = useText('communes')
  const choose = useAddressChoice()
  const areas = areasOf(rows)
  const isFiltered = query.area !== null || query.state !== null || query.text !== ''
  const [wasFiltered] = useState(isFiltered || query.sort !== 'area')
  const controls = (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          label={t('filters.search')}
          clearLabel={t('common:clear')}
          value={query.text}
          onChange={(text) => choose('q', text, { isTyped: true })}
        />
      </div>
      {areas.length > 1 && (
        <SelectField
          label={t('filters.area')}
          value={query.area ?? ''}
          onChange={(event) => choose('area', event.target.value)}
          placeholder={t('filters.allAreas')}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <SelectField
        label={t('filters.state')}
        value={query.state ?? ''}
        onChange={(event) => choose('state', event.target.value)}
        placeholder={t('filters.allStates')}
        options={listStates.map((value) => ({ value, label: t(`filters.states.${value}`) }))}
      />
      <SelectField
        label={t('filters.sort')}
        value={query.sort}
        onChange={(event) => choose('sort', event.target.value)}
        options={listSorts.map((value) => ({ value, label: t(`filters.sorts.${value}`) }))}
      />
    </div>
  )
  return (
    <Stack gap={3}>
      {rows.length > FEW ? (
        controls
      ) : (
        <Disclosure summary={t('filters.title')} open={wasFiltered}>
          {controls}
        </Disclosure>
      )}
      <Cluster>
        <output>{isFiltered && t('filters.found', { count: found, total: rows.length })}</output>
        {isFiltered && (
          <ButtonLink kind="plain" icon="close" href={COMMUNES_PATH}>
            {t('filters.clear')}
          </ButtonLink>
        )}
      </Cluster>
    </Stack>
  )
}
