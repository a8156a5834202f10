// One unit over time: from when to when it was, what it was made of, what became of it, and what no list tells.
import { Suspense, use } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { HistoryStep } from '#domain/place/unit-in-time.ts'
import { MERGERS_PATH, unitPath } from '#features/merger-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { type KnownUnit, readKnownUnit } from './known-unit.ts'
import { standingLabel } from './unit-words.ts'

type UnitScreenProps = ScreenProps & { readonly id: string }

export const UnitScreen = ({ id, store, person }: UnitScreenProps) => {
  const { t } = useText('units')
  return (
    <Measure>
      <Suspense fallback={<Skeleton label={t('common:loading')} shape="text" count={6} />}>
        <Shown key={id} id={id} places={store.identity.places} isFollowing={isFollowing(person)} />
      </Suspense>
    </Measure>
  )
}

/** Who follows communes has a page for each, also for one that is gone. */
const isFollowing = ({ workplace }: ScreenProps['person']): boolean =>
  workplace === 'monitor' || workplace === 'province'

type ShownProps = { readonly id: string; readonly places: readonly Place[] }

const Shown = ({ id, places, isFollowing: mayOpen }: ShownProps & { readonly isFollowing: boolean }) => {
  const { t } = useText('units')
  const unit = use(readKnownUnit(id))
  const place = places.find((one) => one.id === id)
  const back = { href: '/more/units', label: t('title') }
  if (unit === null && place?.kind !== 'commune')
    return (
      <>
        <PageHeader title={t('unknownUnit')} back={back} />
        <EmptyState
          icon="search"
          title={t('unknownUnit')}
          text={t('unknownUnitText')}
          action={<ButtonLink href={back.href}>{t('toList')}</ButtonLink>}
        />
      </>
    )
  const parent = unit?.parent ? standingLabel(unit.parent) : places.find((one) => one.id === place?.parent)?.name
  const code = unit?.unit.code ?? place?.code ?? ''
  return (
    <Stack gap={5}>
      <PageHeader
        title={unit ? standingLabel(unit.unit) : (place?.name ?? id)}
        subtitle={parent === undefined ? t('code', { code }) : t('where', { parent, code })}
        back={back}
        {...(mayOpen &&
          place?.kind === 'commune' && {
            actions: <ButtonLink href={`/communes/${id}`}>{t('toCommune')}</ButtonLink>,
          })}
      />
      <Facts unit={unit} place={place} />
      {unit && unit.before.length > 0 && <Steps title={t('before')} steps={unit.before} isBefore />}
      {unit && unit.after.length > 0 && <Steps title={t('after')} steps={unit.after} />}
      <LaterChanges id={id} place={place} places={places} listed={listedIn(unit)} />
      {unit && <Gaps unit={unit} />}
      {unit && <SameCode unit={unit} />}
    </Stack>
  )
}

type FactsProps = { readonly unit: KnownUnit | null; readonly place: Place | undefined }

const Facts = ({ unit, place }: FactsProps) => {
  const { t } = useText('units')
  const { day } = useFormats()
  const [from, to] = [place?.from ?? unit?.firstDay ?? null, place?.until ?? unit?.lastDay ?? null]
  const isListedOld = unit?.gaps.includes('after') === true
  const items = [
    { term: t('firstDay'), value: from === null ? t('notListed') : day(from as LocalDate) },
    {
      term: t('lastDay'),
      value: to === null ? t(isListedOld ? 'notListed' : 'standing') : day(to as LocalDate),
    },
    { term: t('area'), value: unit?.area ? standingLabel(unit.area) : '' },
    { term: t('listedOn'), value: unit ? day(unit.unit.listedOn) : t('fromInstallation') },
  ]
  return <DefinitionList items={items.filter(({ value }) => value !== '')} />
}

type StepsProps = { readonly title: string; readonly steps: readonly HistoryStep[]; readonly isBefore?: boolean }

const Steps = ({ title, steps, isBefore = false }: StepsProps) => {
  const { t } = useText('units')
  const { day } = useFormats()
  return (
    <Section title={title}>
      <Rows label={title}>
        {steps.map((step) => (
          <Row
            key={`${step.code} ${step.name}`}
            title={standingLabel(step)}
            detail={
              isBefore
                ? t('stepBefore', { code: step.code, day: day(addDays(step.on, -1)) })
                : t('step', { code: step.code, day: day(step.on) })
            }
            trailing={
              <Cluster gap={2}>
                {step.share === 'partial' && <Tag tone="idle">{t('partly')}</Tag>}
                {step.unitId === null && <Tag tone="warn">{t('common:toCheck')}</Tag>}
              </Cluster>
            }
            {...(step.unitId !== null && { href: unitPath(step.unitId), cue: t('common:open') })}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** Units before and after it that the lists of the program name already. */
const listedIn = (unit: KnownUnit | null): readonly string[] =>
  unit ? [...unit.before, ...unit.after].flatMap(({ unitId }) => unitId ?? []) : []

type LaterChangesProps = ShownProps & { readonly place: Place | undefined; readonly listed: readonly string[] }

/** What the administrator of this installation enacted: no list of the program has it. */
const LaterChanges = ({ id, place, places, listed }: LaterChangesProps) => {
  const { t } = useText('units')
  const { day } = useFormats()
  const [after, before] = [
    places.filter((one) => place?.successors?.includes(one.id)),
    places.filter((one) => one.successors?.includes(id)),
  ]
  if (after.length + before.length === 0) return null
  const [successors, formers] = [after, before].map((all) => all.filter((one) => !listed.includes(one.id)))
  const link = (
    <Cluster>
      <ButtonLink kind="plain" href={MERGERS_PATH}>
        {t('toMergers')}
      </ButtonLink>
    </Cluster>
  )
  if (!successors || !formers || successors.length + formers.length === 0) return link
  const detail = (one: Place | undefined): string =>
    one?.until === undefined ? '' : t('enacted', { day: day(addDays(one.until as LocalDate, 1)) })
  return (
    <Section title={t('inInstallation')} detail={t('inInstallationDetail')}>
      <Stack gap={3}>
        <Rows label={t('inInstallation')}>
          {formers.map((one) => (
            <Row
              key={one.id}
              title={t('tookIn', { name: one.name })}
              detail={detail(one)}
              href={unitPath(one.id)}
              cue={t('common:open')}
            />
          ))}
          {successors.map((one) => (
            <Row
              key={one.id}
              title={t('wentInto', { name: one.name })}
              detail={detail(place)}
              href={unitPath(one.id)}
              cue={t('common:open')}
            />
          ))}
        </Rows>
        {link}
      </Stack>
    </Section>
  )
}

const Gaps = ({ unit: { gaps } }: { readonly unit: KnownUnit }) => {
  const { t } = useText('units')
  if (gaps.length === 0) return null
  return (
    <Notice tone="warn" title={t('gapsTitle')}>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{t(`gap.${gap}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

const SameCode = ({ unit: { unit, sameCode } }: { readonly unit: KnownUnit }) => {
  const { t } = useText('units')
  const { day } = useFormats()
  if (sameCode.length === 0) return null
  return (
    <Section title={t('sameCode', { code: unit.code })} detail={t('sameCodeDetail')}>
      <Rows label={t('sameCode', { code: unit.code })}>
        {sameCode.map((other) => (
          <Row
            key={other.id}
            title={standingLabel(other)}
            detail={t('asListed', { day: day(other.listedOn) })}
            href={unitPath(other.id)}
            cue={t('common:open')}
          />
        ))}
      </Rows>
    </Section>
  )
}
