// What is shown of the list: by state, and where there is a choice by area, commune, stage and owner.
import type { ObstacleView } from '#data/contract/obstacle-contract.ts'
import { obstacleStates } from '#domain/obstacle/obstacle.ts'
import { OBSTACLES_PATH, useObstacleWords } from '#features/obstacle-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { NO_OWNER, type ObstacleQuery } from './obstacle-query.ts'

type ObstacleFiltersProps = {
  readonly obstacles: readonly ObstacleView[]
  readonly chosen: ObstacleQuery
  readonly screen: Pick<ScreenProps, 'person' | 'store'>
  readonly found: number
}

type Option = { readonly value: string; readonly label: string }

export const ObstacleFilters = (props: ObstacleFiltersProps) => {
  const { obstacles, chosen, found } = props
  const { t } = useObstacleWords()
  const choose = useAddressChoice()
  const { area, unit, stage, owner, state } = chosen
  const isFiltered = [area, unit, stage, owner].some((value) => value !== '')
  const selects = useSelects(props)
  return (
    <Stack gap={3}>
      <Segmented
        legend={t('list.show')}
        hideLegend
        name="state"
        value={state}
        onChange={(next) => choose('state', next === 'open' ? '' : next)}
        options={obstacleStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      {obstacles.length > 1 && (
        <Disclosure summary={t('list.filters')} open={isFiltered}>
          <Stack gap={3}>
            {selects.map(({ name, label, placeholder, options }) => (
              <SelectField
                key={name}
                name={name}
                label={label}
                value={chosen[name]}
                placeholder={placeholder}
                options={options}
                onChange={(event) => choose(name, event.target.value)}
              />
            ))}
          </Stack>
        </Disclosure>
      )}
      <Cluster>
        <output>{t('list.found', { count: found })}</output>
        {isFiltered && (
          <ButtonLink kind="plain" icon="close" href={OBSTACLES_PATH}>
            {t('list.clear')}
          </ButtonLink>
        )}
      </Cluster>
    </Stack>
  )
}

const distinct = (options: readonly Option[]): readonly Option[] =>
  [...new Map(options.map((option) => [option.value, option])).values()].sort((a, b) =>
    a.label.localeCompare(b.label, 'vi'),
  )

/** Only what there is something of to choose from: with one commune there is no choice of communes. */
function useSelects({ obstacles, screen: { person, store } }: ObstacleFiltersProps) {
  const { t, stageText } = useObstacleWords()
  const { places } = store.identity
  const nameOf = (id: string): string => places.find((place) => place.id === id)?.name ?? id
  const units = distinct(obstacles.map(({ unit }) => ({ value: unit, label: nameOf(unit) })))
  const areas = distinct(
    person.communes
      .filter(({ id, parent }) => parent !== null && units.some(({ value }) => value === id))
      .map(({ parent }) => ({ value: parent ?? '', label: nameOf(parent ?? '') })),
  )
  const stages = distinct(obstacles.flatMap(({ stage }) => (stage ? [{ value: stage, label: stageText(stage) }] : [])))
  const owners = distinct(obstacles.flatMap(({ owner }) => (owner === '' ? [] : [{ value: owner, label: owner }])))
  return [
    { name: 'area', label: t('list.area'), placeholder: t('list.allAreas'), options: areas },
    { name: 'unit', label: t('list.unit'), placeholder: t('list.allUnits'), options: units },
    { name: 'stage', label: t('list.stage'), placeholder: t('list.allStages'), options: stages },
    {
      name: 'owner',
      label: t('list.owner'),
      placeholder: t('list.allOwners'),
      options: [{ value: NO_OWNER, label: t('list.unowned') }, ...owners],
    },
  ].filter(({ options }) => options.length > 1) as readonly {
    readonly name: 'area' | 'unit' | 'stage' | 'owner'
    readonly label: string
    readonly placeholder: string
    readonly options: readonly Option[]
  }[]
}
