// Photos and documents of a move that was made; nothing where it has none.
import { feedId } from '#domain/change/feed.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'

type MoveEvidenceProps = {
  readonly move: { readonly id: string }
  readonly unit: string
  readonly screen: Pick<ScreenProps, 'store' | 'platform'>
}

export const MoveEvidence = ({ move, unit, screen: { store, platform } }: MoveEvidenceProps) => {
  const { t } = useCorrectiveWords()
  const feed = feedId(unit, 'pub')
  const listed = useLive(() => store.evidence.listOf(feed, move.id), [store, feed, move.id])
  if (listed === undefined || listed.length === 0) return null
  return <EvidenceStrip {...{ feed, store, platform }} of={move.id} canEdit={false} label={t('field.proof')} />
}
