// A finding that begins with a photograph: it gets its number and the photo at once, and asks for grade and facts then.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { AuditView } from '#data/contract/internal-audit-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { FilePick } from '#ui/file-pick.tsx'
import { Stack } from '#ui/layout.tsx'
import { auditFeed, findingPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

type FindingFromPhotoProps = { readonly audit: AuditView; readonly screen: ScreenProps }

const blank = {
  item: null,
  grade: null,
  clause: '',
  facts: '',
  requirement: '',
  objectiveEvidence: '',
  dueOn: null,
} as const

export const FindingFromPhoto = ({ audit, screen: { store, platform } }: FindingFromPhotoProps) => {
  const { t } = useAuditWords()
  const [, navigate] = useLocation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  /** The photo is looked at first: one that cannot be used leaves no empty finding behind. */
  const begin = async (file: File): Promise<Problem | null> => {
    const photo = await platform.preparePhoto(file)
    if (!photo.ok) return photo.error
    const finding = await store.audits.saveFinding(audit.id, { ...blank, department: audit.department })
    if (!finding.ok) return finding.error
    const kept = await store.evidence.add({
      feed: auditFeed(audit.unitId),
      of: finding.value,
      caption: '',
      photo: photo.value,
    })
    if (kept.ok) navigate(findingPath(audit.id, finding.value))
    return kept.ok ? null : kept.error
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(true)
    setProblem(await begin(file))
    setBusy(false)
  }
  return (
    <Stack gap={2}>
      <FilePick
        label={t('finding.fromPhoto')}
        icon="camera"
        shape="button"
        fromCamera
        busy={isBusy}
        onFiles={([file]) => void take(file)}
      />
      <ProblemNotice problem={problem} />
    </Stack>
  )
}
