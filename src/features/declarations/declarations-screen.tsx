// The register: every declaration and certificate of the communes in scope, with where it stands and what it was made in
// spite of; and which communes have none.
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { DeclarationView } from '#data/contract/declaration-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { DECLARATIONS_PATH, useDeclarationWords } from '#features/declaration-words.ts'
import { FollowersPaper } from '#features/followers-paper.tsx'
import { InheritedSection } from '#features/inherited-section.tsx'
import { notedPrint } from '#features/note-activity.ts'
import { ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { DeclarationRow } from './declaration-row.tsx'
import { RegisterTable } from './register-table.tsx'

/** A province sees fifty communes and more years: they come a screenful at a time. */
const PAGE = 30

const filters = ['all', 'attention', 'none'] as const
type Filter = (typeof filters)[number]

export const DeclarationsScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = useDeclarationWords()
  const back = useBackToMore(person)
  const units = person.communes.map(({ id }) => id)
  const declarations = useLive(() => store.declarations.list(units), [store, units.join(' ')])
  const isCommune = person.workplace === 'commune'
  const mayDeclare = isCommune && person.may('declaration', feedId(person.place.id, 'pub'))
  return (
    <Measure>
      <ScreenOnly>
        <PageHeader
          title={t('title')}
          subtitle={t('subtitle')}
          back={back}
          actions={
            <>
              {mayDeclare && (
                <ButtonLink kind="main" icon="plus" href={`${DECLARATIONS_PATH}/new`}>
                  {t(declarations?.length ? 'again' : 'new')}
                </ButtonLink>
              )}
              {!isCommune && (
                <Button icon="print" onClick={() => void notedPrint(screen, { what: 'declarations' })}>
                  {t('common:print')}
                </Button>
              )}
            </>
          }
        />
      </ScreenOnly>
      {declarations === undefined && <Skeleton label={t('loading')} shape="rows" count={4} />}
      {declarations?.length === 0 && (
        <EmptyState icon="star" title={t('emptyTitle')} text={t(isCommune ? 'emptyText' : 'emptyFollow')} />
      )}
      {declarations !== undefined && declarations.length > 0 && (
        <Register declarations={declarations} screen={screen} isCommune={isCommune} />
      )}
      <ScreenOnly>
        <InheritedSection screen={screen} kind="declaration" />
      </ScreenOnly>
    </Measure>
  )
}

type RegisterProps = {
  readonly declarations: readonly DeclarationView[]
  readonly screen: ScreenProps
  readonly isCommune: boolean
}

const needsLook = ({ state, content, isExpiringSoon, redeclare }: DeclarationView): boolean =>
  state === 'expired' ||
  state === 'suspended' ||
  isExpiringSoon ||
  redeclare.length > 0 ||
  (state === 'in-force' && content.unmet.length > 0)

const Register = ({ declarations, screen: { person, today }, isCommune }: RegisterProps) => {
  const { t } = useDeclarationWords()
  const [params, setParams] = useSearchParams()
  const [pages, setPages] = useState(1)
  const filter: Filter = filters.find((one) => one === params.get('show')) ?? 'all'
  const declared = new Set(declarations.filter(({ state }) => state !== 'withdrawn').map(({ unit }) => unit))
  const shown = filter === 'attention' ? declarations.filter(needsLook) : declarations
  const without = person.communes.filter(({ id }) => !declared.has(id))
  const rest = shown.length - pages * PAGE
  const nameOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  return (
    <>
      <FollowersPaper person={person} on={today} title={t('paper.register')} subtitle={t('subtitle')}>
        <RegisterTable declarations={shown} nameOf={nameOf} />
      </FollowersPaper>
      <ScreenOnly>
        <Stack gap={4}>
          {!isCommune && (
            <Segmented
              legend={t('filter')}
              hideLegend
              name="show"
              value={filter}
              onChange={(next) => setParams(next === 'all' ? {} : { show: next }, { replace: true })}
              options={filters.map((value) => ({ value, label: t(`filters.${value}`) }))}
            />
          )}
          {(filter === 'none' ? without : shown).length === 0 && <EmptyState icon="check" title={t('nothing')} />}
          <Rows label={t('title')}>
            {filter === 'none'
              ? without.map(({ id, name }) => <Row key={id} title={name} detail={t('noneYet')} />)
              : shown
                  .slice(0, pages * PAGE)
                  .map((declaration) => (
                    <DeclarationRow
                      key={declaration.id}
                      declaration={declaration}
                      {...(!isCommune && { place: nameOf(declaration.unit) })}
                    />
                  ))}
          </Rows>
          {filter !== 'none' && rest > 0 && (
            <Button onClick={() => setPages(pages + 1)}>{t('more', { count: rest })}</Button>
          )}
        </Stack>
      </ScreenOnly>
    </>
  )
}
