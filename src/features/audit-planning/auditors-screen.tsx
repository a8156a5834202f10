// Who audits, with the fields of work they have themselves: what independence is judged by.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AuditorView } from '#data/contract/audit-planning-contract.ts'
import { isServing } from '#domain/audit-planning/auditor.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { auditorPath, mayPlan, NEW, PLANNING_PATH } from './paths.ts'
import { usePlanningWords } from './use-planning-words.ts'

export const AuditorsScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = usePlanningWords()
  const units = person.communes.map(({ id }) => id)
  const auditors = useLive(() => store.auditPlanning.auditors(units), [store, units.join(' ')])
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t('auditors.title')}
          subtitle={t('auditors.subtitle')}
          back={{ href: PLANNING_PATH, label: t('title') }}
        />
        {auditors === undefined && <Skeleton label={t('loading')} shape="rows" count={4} />}
        {auditors?.length === 0 && (
          <EmptyState icon="users" title={t('auditors.emptyTitle')} text={t('auditors.emptyText')} />
        )}
        {auditors !== undefined &&
          shownUnits(screen, auditors).map((unit) => (
            <CommuneAuditors
              key={unit}
              unit={unit}
              auditors={auditors.filter((auditor) => auditor.unit === unit)}
              screen={screen}
            />
          ))}
        {auditors !== undefined && <FirstAuditor screen={screen} shown={shownUnits(screen, auditors)} />}
      </Stack>
    </Measure>
  )
}

/** A commune shows itself; whoever follows fifty sees those that have auditors. */
const shownUnits = ({ person }: ScreenProps, auditors: readonly AuditorView[]): readonly string[] => {
  const ids = person.communes.map(({ id }) => id)
  return person.workplace === 'commune' ? ids : ids.filter((id) => auditors.some(({ unit }) => unit === id))
}

type FirstAuditorProps = { readonly screen: ScreenProps; readonly shown: readonly string[] }

/** The first auditor of a commune that is not in the list. */
const FirstAuditor = ({ screen: { person }, shown }: FirstAuditorProps) => {
  const { t } = usePlanningWords()
  const [, navigate] = useLocation()
  const [unit, setUnit] = useState('')
  const places = person.communes.filter(({ id }) => !shown.includes(id) && mayPlan(person, id))
  if (places.length === 0) return null
  return (
    <Section title={t('auditors.elsewhere')}>
      <Stack>
        <SelectField
          label={t('plans.commune')}
          placeholder={t('plans.chooseCommune')}
          value={unit}
          onChange={(event) => setUnit(event.target.value)}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Cluster>
          <Button icon="plus" disabled={unit === ''} onClick={() => navigate(auditorPath(unit, NEW))}>
            {t('auditors.add')}
          </Button>
        </Cluster>
      </Stack>
    </Section>
  )
}

type CommuneAuditorsProps = {
  readonly unit: string
  readonly auditors: readonly AuditorView[]
  readonly screen: ScreenProps
}

const CommuneAuditors = ({ unit, auditors, screen: { person, today } }: CommuneAuditorsProps) => {
  const { t, formats, fieldText } = usePlanningWords()
  const place = person.communes.find(({ id }) => id === unit)?.name ?? unit
  const detailOf = ({ post, fields }: AuditorView): string =>
    [
      post,
      fields.length === 0
        ? t('auditors.noFields')
        : t('auditors.fields', { fields: formats.list(fields.map(fieldText)) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section title={place}>
      <Stack>
        {auditors.length > 0 && (
          <Rows label={place}>
            {auditors.map((auditor) => (
              <Row
                key={auditor.id}
                title={auditor.name}
                detail={detailOf(auditor)}
                trailing={isServing(auditor, today) ? undefined : <Tag tone="idle">{t('auditors.notServing')}</Tag>}
                href={auditorPath(unit, auditor.id)}
                cue={t('common:open')}
              />
            ))}
          </Rows>
        )}
        {mayPlan(person, unit) && (
          <Cluster>
            <ButtonLink icon="plus" href={auditorPath(unit, NEW)}>
              {t('auditors.add')}
            </ButtonLink>
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}
