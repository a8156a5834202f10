// The button that takes documents, and pictures that lie on the disk like one. What is refused says how to bring it in.
import type { EvidenceRepository } from '#data/contract/evidence-contract.ts'
import { documentExtensions, MOST_DOCUMENT_BYTES } from '#domain/evidence/document-mime.ts'
import { FilePick } from '#ui/file-pick.tsx'
import { Stack } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import type { Platform } from './screen-props.ts'
import { type EvidenceTarget, useAddFiles } from './use-evidence-strip.ts'

type DocumentPickProps = {
  readonly evidence: EvidenceRepository
  readonly platform: Platform
  readonly target: EvidenceTarget
  readonly isFull: boolean
}

const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp', ...documentExtensions].join()

export const DocumentPick = ({ evidence, platform, target, isFull }: DocumentPickProps) => {
  const { t } = useText('documents')
  const formats = useFormats()
  const { add, isBusy, problem, retry } = useAddFiles(evidence, platform, target)
  return (
    <Stack gap={2}>
      <div>
        <FilePick
          label={isBusy ? t('adding') : t('pick')}
          accept={ACCEPTED}
          multiple
          busy={isBusy}
          disabled={isFull}
          onFiles={(files) => void add(files)}
        />
      </div>
      <small>{t('hint', { size: formats.bytes(MOST_DOCUMENT_BYTES) })}</small>
      <ProblemNotice problem={problem} title={t('notAdded')} {...(retry && { onRetry: retry })} />
    </Stack>
  )
}
