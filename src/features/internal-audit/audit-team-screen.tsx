// Who looks at which item, and the commune's own items. The split only sorts the work: everybody may answer everything.
import { useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { isAuditAnswered } from '#domain/internal-audit/audit-result.ts'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import { auditorOfItem, shareCounts, shareEvenly, type Shares } from '#domain/internal-audit/share.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { AuditSubPage } from './audit-sub-page.tsx'
import { OwnItems } from './own-items.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { type Team, useTeam } from './use-team.ts'

export const AuditTeamScreen = ({ id, ...screen }: ScreenProps & { readonly id: string }) => {
  const { t } = useAuditWords()
  return (
    <AuditSubPage screen={screen} id={id} title={t('onSite.team')}>
      {(loaded) => (
        <>
          <Split {...loaded} screen={screen} />
          <OwnItems {...loaded} screen={screen} />
        </>
      )}
    </AuditSubPage>
  )
}

type SplitProps = LoadedAudit & { readonly canEdit: boolean; readonly screen: ScreenProps }

const Split = ({ audit, checklist, canEdit, screen: { store, today } }: SplitProps) => {
  const { t, textOf } = useAuditWords()
  const team = useTeam(store, audit.unitId, today)
  const [problem, setProblem] = useState<Problem | null>(null)
  const ids = checklist.questions.map(({ id }) => id)
  const share = async (shares: Shares): Promise<void> => {
    const saved = await store.onSite.share(audit.id, shares)
    setProblem(saved.ok ? null : saved.error)
  }
  if (team === undefined) return null
  const options = team.members.map(({ id, name }) => ({ value: id, label: name }))
  const nobody: Shares = Object.fromEntries(ids.map((id) => [id, null]))
  const evenly = shareEvenly(
    ids,
    team.members.map(({ id }) => id),
  )
  return (
    <Section title={t('share.title')} detail={t('share.text')}>
      <Stack gap={4}>
        <Counts {...{ audit, ids, team }} />
        {canEdit && (
          <Cluster>
            {team.members.length > 1 && (
              <Button icon="users" onClick={() => void share(evenly)}>
                {t('share.evenly', { count: team.members.length })}
              </Button>
            )}
            <Button kind="plain" icon="close" onClick={() => void share(nobody)}>
              {t('share.clear')}
            </Button>
          </Cluster>
        )}
        <ProblemNotice problem={problem} />
        {checklist.questions.map(({ id, text }) => (
          <SelectField
            key={id}
            label={t('itemTitle', { item: itemLabel(checklist, id), text: textOf(text) })}
            value={auditorOfItem(audit.shares, id) ?? ''}
            disabled={!canEdit}
            placeholder={t('share.nobody')}
            options={options}
            onChange={(event) => void share({ [id]: event.target.value === '' ? null : event.target.value })}
          />
        ))}
      </Stack>
    </Section>
  )
}

type CountsProps = Pick<LoadedAudit, 'audit'> & { readonly ids: readonly string[]; readonly team: Team }

const Counts = ({ audit, ids, team }: CountsProps) => {
  const { t } = useAuditWords()
  const counts = shareCounts(ids, audit.shares, (item) => isAuditAnswered(audit.items[item]))
  return (
    <ul>
      {[...counts].map(([auditor, { total, answered }]) => (
        <li key={auditor ?? ''}>
          {t('share.count', {
            name: auditor === null ? t('share.nobody') : team.nameOf(auditor) || t('share.unknown'),
            answered,
            total,
          })}
        </li>
      ))}
    </ul>
  )
}
