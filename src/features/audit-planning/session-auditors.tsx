// Who is taken into a session, in the order rotation suggests. Ticking somebody who is not independent or not free is
// not hidden away: the row says why it will not do, and saving refuses it.
import { type Auditor, auditorIn } from '#domain/audit-planning/auditor.ts'
import { type AuditSession } from '#domain/audit-planning/audit-session.ts'
import { verdictOf } from '#domain/audit-planning/independence.ts'
import { suggestAuditors } from '#domain/audit-planning/rotation.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { CheckRow } from '#ui/check-row.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import type { SessionFieldsProps } from './session-fields.tsx'
import { type SessionDraft, typeOf } from './session-form.ts'
import { usePlanningWords } from './use-planning-words.ts'

type SessionAuditorsProps = SessionFieldsProps & { readonly onChange: (auditors: string[]) => void }

/** As far as it was typed; a day that cannot be read is the plan's first. */
const typed = ({ board: { plan }, sessionId, draft }: SessionFieldsProps): AuditSession => {
  const { type, on, ...rest }: SessionDraft = draft.value
  const day = writtenDate(on).date ?? plan.from
  return { ...rest, id: sessionId ?? '', unit: plan.unit, plan: plan.id, type: typeOf(type), on: day, clauses: [] }
}

export const SessionAuditors = ({ onChange, ...props }: SessionAuditorsProps) => {
  const { t } = usePlanningWords()
  const { board, draft } = props
  const { auditors } = draft.value
  const session = typed(props)
  const suggested = suggestAuditors(session, board.auditors, board.earlier, board.sessions)
  const others = board.auditors.filter((one) => !suggested.some(({ auditor }) => auditor.id === one.id))
  const chosen = auditors.filter((id) => auditorIn(board.auditors, board.plan.unit, id) === undefined)
  const isField = session.type === 'field'
  const set = (id: string, isOn: boolean) => onChange(isOn ? [...auditors, id] : auditors.filter((one) => one !== id))
  return (
    <Section title={t('session.auditors')} detail={isField ? t('session.rotation') : undefined}>
      <Stack gap={2}>
        {board.auditors.length === 0 && <p>{t('auditors.emptyText')}</p>}
        {suggested.map((one) => (
          <AuditorRow
            key={one.auditor.id}
            auditor={one.auditor}
            isOn={auditors.includes(one.auditor.id)}
            suggestion={isField && session.field !== '' ? one : null}
            onChange={set}
          />
        ))}
        {others.map((auditor) => (
          <RefusedRow
            key={auditor.id}
            {...{ auditor, session }}
            auditors={board.auditors}
            isOn={auditors.includes(auditor.id)}
            onChange={set}
          />
        ))}
        {chosen.map((id) => (
          <CheckRow key={id} label={t('auditor.gone')} checked onChange={() => set(id, false)} />
        ))}
      </Stack>
    </Section>
  )
}

type AuditorRowProps = {
  readonly auditor: Auditor
  readonly isOn: boolean
  readonly suggestion: Parameters<ReturnType<typeof usePlanningWords>['suggestionText']>[0] | null
  readonly onChange: (id: string, isOn: boolean) => void
}

const AuditorRow = ({ auditor, isOn, suggestion, onChange }: AuditorRowProps) => {
  const { t, suggestionText } = usePlanningWords()
  const detail = suggestion && [suggestionText(suggestion), t('rotation.load', { count: suggestion.load })].join(' · ')
  return (
    <CheckRow
      label={auditor.name}
      detail={detail ?? auditor.post}
      checked={isOn}
      onChange={(event) => onChange(auditor.id, event.target.checked)}
    />
  )
}

type RefusedRowProps = Omit<AuditorRowProps, 'suggestion'> & {
  readonly session: AuditSession
  readonly auditors: readonly Auditor[]
}

const RefusedRow = ({ auditor, session, auditors, isOn, onChange }: RefusedRowProps) => {
  const { t, fieldText } = usePlanningWords()
  const why = t(`session.refused.${verdictOf(session, auditor, auditors)}`, {
    name: auditor.name,
    field: fieldText(session.field),
    auditee: session.auditee,
  })
  return (
    <CheckRow
      label={auditor.name}
      detail={isOn ? undefined : why}
      error={isOn ? why : undefined}
      checked={isOn}
      disabled={!isOn}
      onChange={(event) => onChange(auditor.id, event.target.checked)}
    />
  )
}
