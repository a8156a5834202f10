// One record of a unit that is gone: what it is, what was decided so far, and the decision of the person in front of it.
import type { InheritableView } from '#data/contract/inheritance-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { MERGERS_PATH, recordPath, standingTones, unitPath, useMergerWords, waits } from '#features/merger-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { HeirForm } from './heir-form.tsx'
import { mayDecide } from './may-take-over.ts'

type MergerScreenProps = ScreenProps & { readonly unit: string; readonly record: string }

export const MergerScreen = ({ unit, record, ...screen }: MergerScreenProps) => {
  const { t, nameText } = useMergerWords()
  const { store } = screen
  const view = useLive(() => store.inheritances.of(unit, record), [store, unit, record])
  const back = { href: MERGERS_PATH, label: t('title') }
  if (view === null)
    return (
      <>
        <PageHeader title={t('unknown.title')} back={back} />
        <EmptyState
          icon="building"
          title={t('unknown.title')}
          text={t('unknown.text')}
          action={<ButtonLink href={MERGERS_PATH}>{t('unknown.back')}</ButtonLink>}
        />
      </>
    )
  return (
    <Measure>
      <PageHeader
        title={view === undefined ? t('title') : nameText(view.kind, view.number)}
        subtitle={view === undefined ? '' : t('ofUnit', { name: view.from.name })}
        back={back}
      />
      {view === undefined ? (
        <Skeleton label={t('common:loading')} shape="text" count={6} />
      ) : (
        <Asked view={view} screen={screen} />
      )}
    </Measure>
  )
}

type AskedProps = { readonly view: InheritableView; readonly screen: ScreenProps }

const Asked = ({ view, screen }: AskedProps) => {
  const { t, formats } = useMergerWords()
  const { places } = screen.store.identity
  const nameOf = (id: string): string => places.find((place) => place.id === id)?.name ?? id
  const href = recordPath(view.kind, view.from.id, view.id)
  const items = [
    { term: t('field.about'), value: view.title },
    { term: t('field.on'), value: view.on === null ? '' : formats.day(view.on) },
    { term: t('field.due'), value: view.dueOn === null ? '' : formats.day(view.dueOn) },
    { term: t('field.heirs'), value: formats.list(view.heirs.map(nameOf)) },
    { term: t('field.proposed'), value: view.proposed === null ? t('asked') : nameOf(view.proposed) },
  ]
  return (
    <Stack gap={5}>
      <Cluster gap={2}>
        <Tag tone={standingTones[view.standing]}>{t(`standing.${view.standing}`)}</Tag>
      </Cluster>
      <Stack gap={3}>
        <DefinitionList items={items.filter(({ value }) => value !== '')} />
        <Cluster>
          {href !== undefined && (
            <ButtonLink kind="plain" href={href}>
              {t('openRecord')}
            </ButtonLink>
          )}
          <ButtonLink kind="plain" href={unitPath(view.from.id)}>
            {t('history')}
          </ButtonLink>
        </Cluster>
      </Stack>
      <Decisions view={view} nameOf={nameOf} />
      {view.heirs.some((heir) => mayDecide(screen, heir)) ? (
        <Decide view={view} screen={screen} nameOf={nameOf} />
      ) : (
        <p>{t('notYours')}</p>
      )}
    </Stack>
  )
}

type DecideProps = AskedProps & { readonly nameOf: (id: string) => string }

/** What was decided is changed on purpose only: the form is folded away then. */
const Decide = ({ view, screen, nameOf }: DecideProps) => {
  const { t } = useMergerWords()
  const form = <HeirForm key={view.standing} view={view} screen={screen} nameOf={nameOf} />
  return waits(view) ? form : <Disclosure summary={t('change')}>{form}</Disclosure>
}

type DecisionsProps = { readonly view: InheritableView; readonly nameOf: (id: string) => string }

const Decisions = ({ view: { kind, decisions }, nameOf }: DecisionsProps) => {
  const { t, formats } = useMergerWords()
  if (decisions.length === 0) return null
  return (
    <Section title={t('decisions')}>
      <Rows label={t('decisions')}>
        {decisions.map(({ unit, decision, on, reason, byName, to, location }) => {
          const href = to === null ? undefined : recordPath(kind, unit, to)
          return (
            <Row
              key={unit}
              title={t(`decided.${decision}`, { name: nameOf(unit) })}
              detail={[formats.day(on), byName ?? '', reason].filter(Boolean).join(' · ')}
              trailing={<LocationTag location={location} />}
              {...(href !== undefined && { href, cue: t('note.next') })}
            />
          )
        })}
      </Rows>
    </Section>
  )
}
