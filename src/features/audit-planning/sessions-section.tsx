// The sessions of a plan by day. Whatever speaks against one is said at that session, also where it came from somebody
// who planned at the same time without knowing of this.
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import { independenceProblem } from '#domain/audit-planning/independence.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { NEW, sessionPath } from './paths.ts'
import { usePlanningWords } from './use-planning-words.ts'

type SessionsSectionProps = { readonly board: PlanBoard; readonly screen: ScreenProps; readonly canEdit: boolean }

export const SessionsSection = ({ board, screen, canEdit }: SessionsSectionProps) => {
  const { t, formats } = usePlanningWords()
  const { plan, sessions } = board
  const days = Array.from(new Set(sessions.map(({ on }) => on)))
  return (
    <Section title={t('sessions.title')} detail={t('sessions.detail')}>
      <Stack>
        {sessions.length === 0 && (
          <EmptyState icon="clock" level={3} title={t('sessions.emptyTitle')} text={t('sessions.emptyText')} />
        )}
        {days.map((on) => (
          <Section key={on} level={3} title={formats.dayWithWeekday(on)}>
            <Rows label={formats.dayWithWeekday(on)}>
              {sessions
                .filter((session) => session.on === on)
                .map((session) => (
                  <SessionRow key={session.id} {...{ session, board, screen, canEdit }} />
                ))}
            </Rows>
          </Section>
        ))}
        <Against board={board} screen={screen} />
        {canEdit && (
          <Cluster>
            <ButtonLink icon="plus" href={sessionPath(plan.unit, plan.id, NEW)}>
              {t('sessions.add')}
            </ButtonLink>
          </Cluster>
        )}
      </Stack>
    </Section>
  )
}

const SessionRow = ({ session, board, canEdit }: SessionsSectionProps & { readonly session: AuditSession }) => {
  const { t, formats, fieldText } = usePlanningWords()
  const { id, unit, plan, type, from, to, field, place, clauses, auditors, auditee } = session
  const names = auditors.map((one) => board.auditors.find((auditor) => auditor.id === one)?.name ?? t('auditor.gone'))
  const isAgainst = board.clashes.has(id) || independenceProblem(session, board.auditors) !== null
  const detail = [
    names.length === 0 ? t('sessions.nobody') : formats.list(names),
    auditee === '' ? '' : t('sessions.auditee', { auditee }),
    clauses.length === 0 ? '' : t('sessions.clauses', { clauses: clauses.join(', ') }),
    place,
  ]
  return (
    <Row
      title={`${from}–${to} · ${type === 'field' ? fieldText(field) : t(`type.${type}`)}`}
      detail={detail.filter(Boolean).join(' · ')}
      trailing={isAgainst ? <Tag tone="bad">{t('sessions.against')}</Tag> : undefined}
      {...(canEdit && { href: sessionPath(unit, plan, id), cue: t('sessions.edit') })}
    />
  )
}

/** Every sentence once: what is wrong, with the names. */
const Against = ({ board, screen: { person } }: Pick<SessionsSectionProps, 'board' | 'screen'>) => {
  const { t, clashText } = usePlanningWords()
  const textOf = useProblemText()
  const placeOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  const problems = board.sessions.flatMap((session) => independenceProblem(session, board.auditors) ?? [])
  const clashes = Array.from(board.clashes.values()).flat()
  const sentences = new Set([...problems.map(textOf), ...clashes.map((clash) => clashText(clash, placeOf))])
  if (sentences.size === 0) return null
  return (
    <Notice tone="bad" title={t('sessions.againstTitle')}>
      {Array.from(sentences).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}
