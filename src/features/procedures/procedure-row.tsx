// One line of the register, with the one thing that is changed most often beside it: whether the system covers it.
import { useState } from 'react'
import type { ProcedureView } from '#data/contract/procedure-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Row } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { procedurePath } from './paths.ts'
import { useFieldText } from './use-field-text.ts'

type ProcedureRowProps = {
  readonly screen: ScreenProps
  readonly procedure: ProcedureView
  readonly canWrite: boolean
}

export const ProcedureRow = ({ screen, procedure, canWrite }: ProcedureRowProps) => {
  const { t } = useText('procedures')
  const { code, name, days, document, field, state, location } = procedure
  const fieldText = useFieldText()
  const detail = [
    code,
    fieldText(field),
    days !== null && t('days', { count: days }),
    document === '' ? '' : t('documentIs', { document }),
  ]
  return (
    <Row
      title={name}
      detail={detail.filter(Boolean).join(' · ')}
      trailing={
        <Cluster gap={2}>
          <ScopeTag procedure={procedure} />
          {location !== 'backed-up' && location !== 'sent' && <LocationTag location={location} />}
        </Cluster>
      }
      href={procedurePath(procedure.unit, procedure.id)}
      cue={t(canWrite ? 'common:edit' : 'common:open')}
      {...(canWrite && state === 'in-use' && { actions: <ScopeSwitch screen={screen} procedure={procedure} /> })}
    />
  )
}

const ScopeTag = ({ procedure: { state, isInScope } }: Pick<ProcedureRowProps, 'procedure'>) => {
  const { t } = useText('procedures')
  if (state === 'dropped') return <Tag tone="idle">{t('dropped')}</Tag>
  return isInScope ? <Tag tone="good">{t('inScope')}</Tag> : <Tag tone="idle">{t('outOfScope')}</Tag>
}

const ScopeSwitch = ({ screen: { store }, procedure }: Pick<ProcedureRowProps, 'screen' | 'procedure'>) => {
  const { t } = useText('procedures')
  const [problem, setProblem] = useState<Problem | null>(null)
  const { id, unit, location: _location, ...fields } = procedure
  const turn = async (): Promise<void> => {
    const saved = await store.procedures.save(unit, id, { ...fields, isInScope: !fields.isInScope })
    setProblem(saved.ok ? null : saved.error)
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <Button
        kind="plain"
        aria-label={t(fields.isInScope ? 'takeOutOf' : 'takeInOf', { name: fields.name })}
        onClick={() => void turn()}
      >
        {t(fields.isInScope ? 'takeOut' : 'takeIn')}
      </Button>
    </>
  )
}
