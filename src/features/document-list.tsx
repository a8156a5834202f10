// Documents of an answer: name, kind, size, day and where each is, and the way to have it on this device.
import { useState } from 'react'
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import { documentExtension } from '#domain/evidence/document-mime.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { Icon } from '#ui/icon.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { LocationTag } from './location-tag.tsx'
import { type DocumentStore, openDocument } from './open-document.ts'
import { ProblemNotice } from './problem-notice.tsx'
import type { Platform } from './screen-props.ts'

type DocumentListProps = {
  readonly documents: readonly EvidenceView[]
  readonly feed: string
  readonly store: DocumentStore
  readonly platform: Platform
  readonly onRemove?: (id: string) => void
}

export const DocumentList = ({ documents, onRemove, ...parts }: DocumentListProps) => {
  const { t } = useText('documents')
  return (
    <Rows label={t('title')}>
      {documents.map((view) => (
        <DocumentRow key={view.id} {...{ view, onRemove, ...parts }} />
      ))}
    </Rows>
  )
}

type DocumentRowProps = Pick<DocumentListProps, 'feed' | 'store' | 'platform'> & {
  readonly view: EvidenceView
  readonly onRemove: DocumentListProps['onRemove'] | undefined
}

const DocumentRow = ({ view, feed, store, platform, onRemove }: DocumentRowProps) => {
  const { t } = useText('documents')
  const words = useDocumentWords()
  const [isOpening, setOpening] = useState(false)
  const [outcome, setOutcome] = useState<Problem | 'changed' | null>(null)
  const { name } = words(view)
  const open = async (): Promise<void> => {
    setOpening(true)
    setOutcome(await openDocument(view, feed, store, platform))
    setOpening(false)
  }
  const title = t('notOpened', { name })
  const actions = (
    <>
      {onRemove && (
        <IconButton
          kind="outline"
          icon="trash"
          label={`${t('common:remove')} ${name}`}
          onClick={() => onRemove(view.id)}
        />
      )}
      {outcome === 'changed' ? (
        <Notice tone="bad" title={title} announce>
          {t('changed')}
        </Notice>
      ) : (
        <ProblemNotice problem={outcome} title={title} onRetry={() => void open()} />
      )}
    </>
  )
  return (
    <Row
      mark={<Icon name="document" />}
      title={name}
      detail={words(view).detail}
      trailing={<LocationTag location={view.location} />}
      cue={isOpening ? t('downloading') : t('download')}
      onPress={isOpening ? () => {} : () => void open()}
      {...((onRemove || outcome !== null) && { actions })}
    />
  )
}

function useDocumentWords() {
  const formats = useFormats()
  return ({ document, caption, on, size }: EvidenceView) => {
    const name = document?.name ?? caption
    const kind = document === null ? '' : documentExtension(document.mime).toUpperCase()
    const said = caption === name ? '' : caption
    const detail = [kind, formats.bytes(size), on.text, said].filter((word) => word !== '').join(' · ')
    return { name, detail }
  }
}
