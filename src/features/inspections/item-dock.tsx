// The bar under a content of the outline: back, where the answer is, and the next content. Leaving while "not applicable"
// has no reason would leave nothing behind, so the reason is asked for first.
import type { MouseEvent } from 'react'
import type { InspectionView } from '#data/contract/inspection-contract.ts'
import { judgedIn, type Outline } from '#domain/inspection/inspection-outline.ts'
import type { OutlineItem } from '#domain/inspection/outline.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { inspectionPath } from './paths.ts'
import { useInspectionWords } from './use-inspection-words.ts'
import type { OutlineAnswer } from './use-outline-answer.ts'

type ItemDockProps = {
  readonly inspection: InspectionView
  readonly outline: Outline
  readonly content: OutlineItem
  readonly answer: OutlineAnswer
  readonly onHeldBack: () => void
}

export const ItemDock = ({ inspection, outline, content, answer, onHeldBack }: ItemDockProps) => {
  const { t } = useInspectionWords()
  const { unit, id } = inspection
  const at = outline.items.findIndex((one) => one.id === content.id)
  const [previous, next] = [outline.items[at - 1], outline.items[at + 1]]
  const hold = (event: MouseEvent) => {
    if (!answer.waitsForReason) return
    event.preventDefault()
    onHeldBack()
    document.getElementsByName('note')[0]?.focus()
  }
  const forward = next
    ? { href: inspectionPath(unit, id, 'item', next.id), text: t('outline.next') }
    : { href: inspectionPath(unit, id), text: t('outline.toOverview') }
  return (
    <FrameDock>
      <Dock
        start={
          previous && (
            <ButtonLink
              icon="chevron-left"
              iconOnlyOnPhone
              href={inspectionPath(unit, id, 'item', previous.id)}
              onClick={hold}
            >
              {t('outline.previous')}
            </ButtonLink>
          )
        }
        middle={<DockWords {...{ inspection, outline, answer }} />}
        end={
          <ButtonLink kind="main" iconEnd="chevron-right" href={forward.href} onClick={hold}>
            {forward.text}
          </ButtonLink>
        }
      />
    </FrameDock>
  )
}

const DockWords = ({ inspection, outline, answer }: Pick<ItemDockProps, 'inspection' | 'outline' | 'answer'>) => {
  const { t, formats } = useInspectionWords()
  const left = outline.items.length - judgedIn(outline, inspection.answers)
  const savedAt = Math.max(answer.savedAt ?? 0, answer.note.savedAt ?? 0)
  const isUnsaved = !answer.isSaved || answer.note.isUnsaved
  return (
    <>
      <output>{!isUnsaved && savedAt > 0 && t('common:savedAt', { time: formats.time(savedAt) })}</output>{' '}
      <span>{left === 0 ? t('outline.allAnswered') : t('outline.left', { count: left })}</span>
    </>
  )
}
