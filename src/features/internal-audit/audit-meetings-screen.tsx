// The opening and the closing meeting: when, where, who was there for which side, and the signatures of both sides below.
import { type MeetingType, meetingTypes } from '#domain/internal-audit/meeting.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { AuditSubPage } from './audit-sub-page.tsx'
import { MeetingAttendance } from './meeting-attendance.tsx'
import { MeetingForm } from './meeting-form.tsx'
import { MeetingSignatures } from './meeting-signatures.tsx'
import { useAuditWords } from './use-audit-words.ts'

export const AuditMeetingsScreen = ({ id, ...screen }: ScreenProps & { readonly id: string }) => {
  const { t } = useAuditWords()
  return (
    <AuditSubPage screen={screen} id={id} title={t('onSite.meetings')}>
      {({ audit, canEdit }) =>
        meetingTypes.map((type) => <OneMeeting key={type} {...{ audit, canEdit, screen, type }} />)
      }
    </AuditSubPage>
  )
}

export type MeetingProps = Pick<LoadedAudit, 'audit'> & {
  readonly screen: ScreenProps
  readonly canEdit: boolean
}

const OneMeeting = ({ type, ...props }: MeetingProps & { readonly type: MeetingType }) => {
  const { t } = useAuditWords()
  const meetings = props.audit.meetings.filter((meeting) => meeting.type === type)
  return (
    <Section title={t(`meeting.${type}`)}>
      <Stack gap={5}>
        {meetings.map((meeting) => (
          <Stack key={meeting.id} gap={5}>
            <MeetingForm {...props} type={type} meeting={meeting} />
            <MeetingAttendance {...props} meeting={meeting} />
            <MeetingSignatures {...props} meeting={meeting} />
          </Stack>
        ))}
        {meetings.length === 0 && (props.canEdit ? <MeetingForm {...props} type={type} /> : <p>{t('meeting.none')}</p>)}
      </Stack>
    </Section>
  )
}
