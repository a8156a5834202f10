// Both sides sign the minutes of a meeting: over its content as it is now, so that whoever changes it afterwards shows the
// signatures as broken.
import type { MeetingView } from '#data/contract/audit-on-site-contract.ts'
import { meetingContent } from '#domain/internal-audit/meeting.ts'
import { SignatureSection } from '#features/signature-section.tsx'
import { useContentHash } from '#features/use-content-hash.ts'
import type { MeetingProps } from './audit-meetings-screen.tsx'
import { useAuditWords } from './use-audit-words.ts'

type MeetingSignaturesProps = MeetingProps & { readonly meeting: MeetingView }

export const MeetingSignatures = ({ audit, screen, meeting }: MeetingSignaturesProps) => {
  const { t } = useAuditWords()
  const { feed, people, ...words } = meeting
  const sha256 = useContentHash(screen.store, meetingContent(audit.id, words, people))
  if (people.length === 0 || sha256 === undefined) return null
  const record = { unit: audit.unitId, feed, of: meeting.id, ofKind: 'meeting' as const, sha256 }
  return (
    <SignatureSection
      screen={screen}
      record={record}
      sides={['auditor', 'auditee']}
      level={3}
      title={t('meeting.signedTitle', { meeting: t(`meeting.${meeting.type}`), audit: audit.title })}
    />
  )
}
