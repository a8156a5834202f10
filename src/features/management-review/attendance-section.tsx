// Who is at the meeting: a row each, and a small form below for the next.
import { useState } from 'react'
import type { AttendeeView } from '#data/contract/management-review-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { type AttendanceSide, attendanceSides } from '#domain/management-review/management-review.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { ReviewPartProps } from './review-part.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

export const AttendanceSection = (part: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const { review, canEdit } = part
  return (
    <Section title={t('attendance')} detail={t('attendanceText')}>
      <Stack gap={4}>
        {review.attendance.length > 0 && (
          <Rows label={t('attendance')}>
            {review.attendance.map((attendee) => (
              <AttendeeRow key={attendee.id} attendee={attendee} {...part} />
            ))}
          </Rows>
        )}
        {canEdit && <NewAttendee {...part} />}
      </Stack>
    </Section>
  )
}

type AttendeeRowProps = ReviewPartProps & { readonly attendee: AttendeeView }

const AttendeeRow = ({ attendee, review, screen: { store }, canEdit }: AttendeeRowProps) => {
  const { t } = useReviewOfLeadersWords()
  const { id, name, post, side, isPresent } = attendee
  const { saveAttendee, removeAttendee } = store.managementReviews
  const turn = (): void => void saveAttendee(review.unit, review.id, { ...attendee, isPresent: !isPresent })
  return (
    <Row
      title={name}
      detail={`${t(`sides.${side}`)} · ${post}`}
      trailing={<Tag tone={isPresent ? 'good' : 'idle'}>{t(isPresent ? 'present' : 'absent')}</Tag>}
      {...(canEdit && {
        actions: (
          <Cluster gap={2}>
            <Button kind="plain" onClick={turn}>
              {t(isPresent ? 'markAbsent' : 'markPresent')}
            </Button>
            <IconButton
              icon="trash"
              label={t('removeAttendee', { name })}
              onClick={() => void removeAttendee(review.unit, review.id, id)}
            />
          </Cluster>
        ),
      })}
    />
  )
}

/** A type, not an interface: a draft is JSON. */
type AttendeeDraft = { readonly name: string; readonly post: string; readonly side: AttendanceSide }

const NewAttendee = ({ review, screen: { store, clock } }: ReviewPartProps) => {
  const { t } = useReviewOfLeadersWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const taken = review.attendance.map(({ side }) => side)
  const next = attendanceSides.find((side) => side === 'member' || !taken.includes(side)) ?? 'member'
  const initial: AttendeeDraft = { name: '', post: '', side: next }
  const draftKey = `management-review:${review.id}:attendee`
  const draft = useFormDraft<AttendeeDraft>({ drafts: store.drafts, draftKey, initial, clock })
  const { name, post, side } = draft.value
  const add = async (): Promise<void> => {
    const saved = await store.managementReviews.saveAttendee(review.unit, review.id, {
      ...draft.value,
      isPresent: true,
    })
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    draft.change({ name: '', post: '', side: side === 'chair' ? 'secretary' : 'member' })
    await draft.drop()
  }
  return (
    <Stack gap={3}>
      <Field label={t('attendeeName')}>
        <TextInput
          name="attendeeName"
          value={name}
          onChange={({ target }) => draft.change({ ...draft.value, name: target.value })}
        />
      </Field>
      <Field label={t('attendeePost')}>
        <TextInput
          name="attendeePost"
          value={post}
          onChange={({ target }) => draft.change({ ...draft.value, post: target.value })}
        />
      </Field>
      <SelectField
        label={t('side')}
        name="side"
        value={side}
        onChange={({ target }) => draft.change({ ...draft.value, side: target.value as AttendanceSide })}
        options={attendanceSides.map((one) => ({ value: one, label: t(`sides.${one}`) }))}
      />
      <ProblemNotice problem={problem} />
      <Cluster>
        <Button icon="plus" onClick={() => void add()}>
          {t('addAttendee')}
        </Button>
      </Cluster>
    </Stack>
  )
}
