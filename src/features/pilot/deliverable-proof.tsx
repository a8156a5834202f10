// One deliverable with its proof: photos bound to it, or words saying which paper proves it and where that is kept. A
// record of this app proves itself.
import type { Deliverable } from '#domain/pilot/stage-template.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { useStageWords } from '#features/stage-overview.tsx'
import { Card } from '#ui/card.tsx'
import { Field } from '#ui/field.tsx'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { sharedFeed } from './paths.ts'
import type { StageParts } from './stage-parts.ts'

type DeliverableProofProps = StageParts & {
  readonly entity: string
  readonly deliverable: Deliverable
  /** Id of the record of this app that proves it. */
  readonly record: string | undefined
  readonly words: string
  readonly onWords: (text: string) => void
  readonly onLeave: () => void
}

export const DeliverableProof = ({ deliverable, record, words, onWords, onLeave, ...parts }: DeliverableProofProps) => {
  const { view, stage, store, platform, entity } = parts
  const { t } = useText('pilot')
  const { textOf } = useStageWords()
  const name = textOf(deliverable.name)
  const hasPhoto = stage.evidence.some((photo) => photo.deliverable === deliverable.id)
  const isProven = hasPhoto || record !== undefined || words.trim() !== ''
  const tag = <Tag tone={isProven ? 'good' : 'idle'}>{t(isProven ? 'hasProof' : 'noProof')}</Tag>
  return (
    <Card title={name} level={3} actions={tag}>
      <Stack gap={3}>
        <p>{t(`kind.${deliverable.kind}`)}</p>
        {record !== undefined && <p>{t('recordInApp')}</p>}
        <EvidenceStrip
          feed={sharedFeed(view.unitId)}
          of={entity}
          deliverable={deliverable.id}
          label={t('photosOf', { name })}
          canEdit
          {...{ store, platform }}
        />
        <Field label={t('attestation')} hint={t('attestationHint')} note={t('common:optional')}>
          <TextInput
            name={deliverable.id}
            value={words}
            onChange={(event) => onWords(event.target.value)}
            onBlur={onLeave}
            autoComplete="off"
          />
        </Field>
      </Stack>
    </Card>
  )
}
