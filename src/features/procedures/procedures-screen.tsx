// The register of administrative procedures of one commune: what its system has to cover, found by any word.
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { ProcedureView } from '#data/contract/procedure-contract.ts'
import { countProcedures, matches, passes, type ScopeFilter, scopeFilters } from '#domain/first-day/procedure.ts'
import { communeOptions } from '#features/commune-options.ts'
import { InheritedSection } from '#features/inherited-section.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useAddressChoice } from '#features/use-address-choice.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Rows } from '#ui/rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { importPath, mayWrite, NEW, procedurePath } from './paths.ts'
import { ProcedureRow } from './procedure-row.tsx'

export const ProceduresScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useText('procedures')
  const [params] = useSearchParams()
  const choose = useAddressChoice()
  const asked = params.get('unit')
  const unit = person.communes.find(({ id }) => id === asked)?.id ?? person.communes[0]?.id ?? ''
  const procedures = useLive(() => store.procedures.list([unit]), [store, unit])
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        subtitle={person.communes.find(({ id }) => id === unit)?.name ?? person.place.name}
        back={{ href: '/more', label: t('back') }}
      />
      {person.communes.length > 1 && (
        <SelectField
          label={t('commune')}
          value={unit}
          onChange={(event) => choose('unit', event.target.value)}
          options={communeOptions(screen)}
        />
      )}
      {procedures === undefined && <Skeleton label={t('common:loading')} shape="rows" count={6} />}
      {procedures?.length === 0 && <NoProcedures screen={screen} unit={unit} />}
      {procedures !== undefined && procedures.length > 0 && (
        <Register key={unit} screen={screen} unit={unit} procedures={procedures} />
      )}
      <InheritedSection screen={screen} kind="procedure" unit={unit} />
    </Stack>
  )
}

type UnitProps = { readonly screen: ScreenProps; readonly unit: string }

const NoProcedures = ({ screen: { person }, unit }: UnitProps) => {
  const { t } = useText('procedures')
  const canWrite = mayWrite(person, unit)
  return (
    <EmptyState
      icon="list"
      title={t('empty.title')}
      text={t(canWrite ? 'empty.own' : 'empty.followed')}
      {...(canWrite && { action: <Ways unit={unit} isFirst /> })}
    />
  )
}

/** Two ways to fill the register: a workbook, or line by line. */
const Ways = ({ unit, isFirst = false }: { readonly unit: string; readonly isFirst?: boolean }) => {
  const { t } = useText('procedures')
  return (
    <Cluster>
      <ButtonLink kind={isFirst ? 'main' : 'outline'} icon="upload" href={importPath(unit)}>
        {t('import')}
      </ButtonLink>
      <ButtonLink icon="plus" href={procedurePath(unit, NEW)}>
        {t('add')}
      </ButtonLink>
    </Cluster>
  )
}

type RegisterProps = UnitProps & { readonly procedures: readonly ProcedureView[] }

const isFilter = (text: string | null): text is ScopeFilter =>
  (scopeFilters as readonly (string | null)[]).includes(text)

/** Lines drawn at once; a register may have four hundred. */
const STEP = 60

const Register = ({ screen, unit, procedures }: RegisterProps) => {
  const { person } = screen
  const { t } = useText('procedures')
  const [params] = useSearchParams()
  const choose = useAddressChoice()
  const [most, setMost] = useState(STEP)
  const asked = params.get('show')
  const filter = isFilter(asked) ? asked : 'all'
  const typed = params.get('q') ?? ''
  const found = procedures.filter((one) => passes(one, filter) && matches(one, typed))
  const canWrite = mayWrite(person, unit)
  return (
    <Stack gap={4}>
      <Figures procedures={procedures} />
      {canWrite && <Ways unit={unit} />}
      <SearchField
        label={t('search')}
        placeholder={t('searchHint')}
        clearLabel={t('common:clear')}
        value={typed}
        onChange={(text) => choose('q', text, { isTyped: true })}
        status={t('found', { count: found.length })}
      />
      <SelectField
        label={t('show')}
        value={filter}
        onChange={({ target: { value } }) => choose('show', value === 'all' ? '' : value)}
        options={scopeFilters.map((value) => ({ value, label: t(`filter.${value}`) }))}
      />
      {found.length === 0 ? (
        <EmptyState icon="search" title={t('nothing.title')} text={t('nothing.text')} />
      ) : (
        <Rows label={t('title')}>
          {found.slice(0, most).map((procedure) => (
            <ProcedureRow key={procedure.id} {...{ screen, procedure, canWrite }} />
          ))}
        </Rows>
      )}
      {found.length > most && (
        <Cluster>
          <Button icon="chevron-down" onClick={() => setMost(most + STEP)}>
            {t('showMore', { left: found.length - most })}
          </Button>
        </Cluster>
      )}
    </Stack>
  )
}

const Figures = ({ procedures }: Pick<RegisterProps, 'procedures'>) => {
  const { t } = useText('procedures')
  const { number } = useFormats()
  const { inUse, inScope, documented } = countProcedures(procedures)
  return (
    <FigureGrid>
      <FigureCard label={t('figure.inUse')} value={number(inUse)} />
      <FigureCard label={t('figure.inScope')} value={number(inScope)} note={t('figure.ofInUse', { count: inUse })} />
      <FigureCard
        label={t('figure.documented')}
        value={number(documented)}
        note={t('figure.ofInScope', { count: inScope })}
      />
    </FigureGrid>
  )
}
