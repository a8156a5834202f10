// Who was at a meeting, for which side. Auditors of the commune are offered by name.
import { useState } from 'react'
import type { MeetingView } from '#data/contract/audit-on-site-contract.ts'
import { type AttendanceSide, attendanceSides } from '#domain/internal-audit/meeting.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { MeetingProps } from './audit-meetings-screen.tsx'
import { useAuditWords } from './use-audit-words.ts'

type MeetingAttendanceProps = MeetingProps & { readonly meeting: MeetingView }

export const MeetingAttendance = (props: MeetingAttendanceProps) => {
  const { audit, screen, canEdit, meeting } = props
  const { t } = useAuditWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { onSite } = screen.store
  const told = async (done: ReturnType<typeof onSite.saveAttendance>): Promise<boolean> => {
    const saved = await done
    setProblem(saved.ok ? null : saved.error)
    return saved.ok
  }
  return (
    <Section
      title={t('meeting.people')}
      level={3}
      {...(meeting.people.length === 0 && { detail: t('meeting.nobody') })}
    >
      <Stack gap={4}>
        {meeting.people.length > 0 && (
          <Rows label={t('meeting.people')}>
            {meeting.people.map((person) => (
              <Row
                key={person.id}
                title={person.name}
                detail={[
                  person.post,
                  t(`meeting.side.${person.side}`),
                  t(person.isPresent ? 'meeting.present' : 'meeting.absent'),
                ].join(' · ')}
                {...(canEdit && {
                  actions: (
                    <IconButton
                      icon="trash"
                      label={t('meeting.removePerson', { name: person.name })}
                      onClick={() => void told(onSite.removeAttendance(audit.id, person.id))}
                    />
                  ),
                })}
              />
            ))}
          </Rows>
        )}
        <ProblemNotice problem={problem} />
        {canEdit && <Team {...props} onAdd={(person) => told(onSite.saveAttendance(audit.id, meeting.id, person))} />}
        {canEdit && (
          <PersonForm {...props} onAdd={(person) => told(onSite.saveAttendance(audit.id, meeting.id, person))} />
        )}
      </Stack>
    </Section>
  )
}

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type Person = {
  readonly name: string
  readonly post: string
  readonly side: AttendanceSide
  readonly isPresent: boolean
}

type AddProps = MeetingAttendanceProps & { readonly onAdd: (person: Person) => Promise<boolean> }

const Team = ({ audit, screen: { store, today }, meeting, onAdd }: AddProps) => {
  const { t } = useAuditWords()
  const auditors = useLive(() => store.auditPlanning.auditors([audit.unitId]), [store, audit.unitId])
  const there = new Set(meeting.people.map(({ name }) => name))
  const missing = (auditors ?? []).filter(
    ({ name, since, until }) => !there.has(name) && since <= today && (until === null || today <= until),
  )
  if (missing.length === 0) return null
  return (
    <Cluster>
      {missing.map(({ id, name, post }) => (
        <Button
          key={id}
          icon="plus"
          onClick={() =>
            void onAdd({ name, post: post === '' ? t('meeting.auditorPost') : post, side: 'auditor', isPresent: true })
          }
        >
          {name}
        </Button>
      ))}
    </Cluster>
  )
}

const blank: Person = { name: '', post: '', side: 'auditee', isPresent: true }

const PersonForm = ({ screen: { store, clock }, meeting, onAdd }: AddProps) => {
  const { t } = useAuditWords()
  const draftKey = `attendance:${meeting.id}`
  const draft = useFormDraft<Person>({ drafts: store.drafts, draftKey, initial: blank, clock })
  const form = draft.value
  const change = (patch: Partial<Person>) => draft.change({ ...form, ...patch })
  const add = async (): Promise<void> => {
    if (await onAdd(form)) change({ name: '', post: '' })
  }
  return (
    <Stack gap={3}>
      <Field label={t('meeting.name')}>
        <TextInput
          value={form.name}
          autoComplete="off"
          onChange={(event) => change({ name: event.target.value })}
          onBlur={() => void draft.flush()}
        />
      </Field>
      <Field label={t('meeting.post')}>
        <TextInput
          value={form.post}
          onChange={(event) => change({ post: event.target.value })}
          onBlur={() => void draft.flush()}
        />
      </Field>
      <SelectField
        label={t('meeting.sideLabel')}
        value={form.side}
        onChange={(event) => change({ side: event.target.value as AttendanceSide })}
        options={attendanceSides.map((value) => ({ value, label: t(`meeting.side.${value}`) }))}
      />
      <CheckRow
        label={t('meeting.isPresent')}
        checked={form.isPresent}
        onChange={(event) => change({ isPresent: event.target.checked })}
      />
      <Cluster>
        <Button icon="plus" onClick={() => void add()}>
          {t('meeting.addPerson')}
        </Button>
      </Cluster>
    </Stack>
  )
}
