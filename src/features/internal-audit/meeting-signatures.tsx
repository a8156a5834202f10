// Both sides sign the minutes of a meeting: over its content as it is now, so that whoever changes it afterwards shows the
// signatures as broken.
import { useEffect, useState } from 'react'
import type { MeetingView } from '#data/contract/audit-on-site-contract.ts'
import { meetingContent } from '#domain/internal-audit/meeting.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { SignatureSection } from '#features/signature-section.tsx'
import type { MeetingProps } from './audit-meetings-screen.tsx'
import { useAuditWords } from './use-audit-words.ts'

type MeetingSignaturesProps = MeetingProps & { readonly meeting: MeetingView }

export const MeetingSignatures = ({ audit, screen, meeting }: MeetingSignaturesProps) => {
  const { t } = useAuditWords()
  const { feed, people, ...words } = meeting
  const text = canonicalJson(meetingContent(audit.id, words, people))
  const [hashed, setHashed] = useState<{ readonly text: string; readonly sha256: string }>()
  const { signatures } = screen.store
  useEffect(() => {
    let isShown = true
    void signatures.hashOf(JSON.parse(text) as object).then((sha256) => isShown && setHashed({ text, sha256 }))
    return () => {
      isShown = false
    }
  }, [signatures, text])
  if (people.length === 0 || hashed?.text !== text) return null
  const record = { unit: audit.unitId, feed, of: meeting.id, ofKind: 'meeting' as const, sha256: hashed.sha256 }
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
