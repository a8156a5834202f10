// The bar under an item: back, where the answer is, and the next item. Leaving while "not applicable" has no reason
// would leave nothing behind, so the reason is asked for first.
import type { MouseEvent } from 'react'
import { auditCompleteness } from '#domain/internal-audit/audit-completeness.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { auditPath, itemPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'
import type { ItemAnswer } from './use-item-answer.ts'

type AuditItemDockProps = LoadedAudit & {
  readonly question: Question
  readonly answer: ItemAnswer
  readonly waitsForReason: boolean
  readonly onHeldBack: () => void
}

export const AuditItemDock = ({
  audit,
  checklist,
  question,
  answer,
  waitsForReason,
  onHeldBack,
}: AuditItemDockProps) => {
  const { t } = useAuditWords()
  const at = checklist.questions.indexOf(question)
  const [previous, next] = [checklist.questions[at - 1], checklist.questions[at + 1]]
  const hold = (event: MouseEvent) => {
    if (!waitsForReason) return
    event.preventDefault()
    onHeldBack()
    document.getElementsByName('reason')[0]?.focus()
  }
  const forward = next
    ? { href: itemPath(audit.id, next.id), text: t('next') }
    : { href: auditPath(audit.id), text: t('toOverview') }
  return (
    <FrameDock>
      <Dock
        start={
          previous && (
            <ButtonLink icon="chevron-left" iconOnlyOnPhone href={itemPath(audit.id, previous.id)} onClick={hold}>
              {t('previous')}
            </ButtonLink>
          )
        }
        middle={<DockWords {...{ audit, checklist, answer }} />}
        end={
          <ButtonLink kind="main" iconEnd="chevron-right" href={forward.href} onClick={hold}>
            {forward.text}
          </ButtonLink>
        }
      />
    </FrameDock>
  )
}

const DockWords = ({ audit, checklist, answer }: LoadedAudit & { readonly answer: ItemAnswer }) => {
  const { t, formats } = useAuditWords()
  const left = auditCompleteness(checklist, audit.items, audit.findingViews).missingItems.length
  const savedAt = Math.max(answer.savedAt ?? 0, answer.note.savedAt ?? 0, answer.reason.savedAt ?? 0)
  const isUnsaved = !answer.isSaved || answer.note.isUnsaved || answer.reason.isUnsaved
  return (
    <>
      <output>{!isUnsaved && savedAt > 0 && t('common:savedAt', { time: formats.time(savedAt) })}</output>{' '}
      <span>{t('left', { count: left })}</span>
    </>
  )
}
