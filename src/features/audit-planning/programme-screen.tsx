// The programme of one year: what it is for, which field is audited in which month, who leads, and its approval. What is
// printed is the sheet, not the form.
import type { ProgrammeBoard } from '#data/contract/audit-planning-contract.ts'
import { programmeGaps } from '#domain/audit-planning/programme.ts'
import { ApprovalSection } from '#features/approval-section.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { PrintOnly, ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { mayProgramme, PLANNING_PATH } from './paths.ts'
import { ProgrammeFields } from './programme-fields.tsx'
import { ProgrammePaper } from './programme-paper.tsx'
import { SlotTable } from './slot-table.tsx'
import { usePlanningWords } from './use-planning-words.ts'

type ProgrammeScreenProps = ScreenProps & { readonly unit: string; readonly year: string }

export const ProgrammeScreen = ({ unit, year, ...screen }: ProgrammeScreenProps) => {
  const { store, person } = screen
  const { t } = usePlanningWords()
  const board = useLive(() => store.auditPlanning.programme(unit, Number(year)), [store, unit, year])
  // An address that names no year has no programme.
  const place = /^\d{4}$/.test(year) ? person.communes.find(({ id }) => id === unit)?.name : undefined
  useNotedLook(screen, 'audit-programme', unit, board?.isKept === true ? board.programme.id : undefined)
  const printed = { what: 'audit-programme', unit, record: board?.programme.id ?? '' }
  const print = (
    <Button icon="print" onClick={() => void notedPrint(screen, printed)}>
      {t('common:print')}
    </Button>
  )
  return (
    <>
      <ScreenOnly>
        <Stack gap={5}>
          <PageHeader
            title={t('programme.ofYear', { year })}
            subtitle={place ?? unit}
            back={{ href: PLANNING_PATH, label: t('title') }}
            {...(board?.isKept && { actions: print })}
          />
          {place === undefined && <EmptyState icon="lock" title={t('elsewhere')} text={t('elsewhereText')} />}
          {place !== undefined && board === undefined && <Skeleton label={t('loading')} count={8} />}
          {place !== undefined && board !== undefined && <Programme board={board} screen={screen} />}
        </Stack>
      </ScreenOnly>
      {board !== undefined && place !== undefined && (
        <PrintOnly>
          <ProgrammePaper board={board} place={place} />
        </PrintOnly>
      )}
    </>
  )
}

const Programme = ({ board, screen }: { readonly board: ProgrammeBoard; readonly screen: ScreenProps }) => {
  const { t } = usePlanningWords()
  const { programme, slots, sha256, isKept } = board
  const canEdit = mayProgramme(screen.person, programme.unit)
  const gaps = programmeGaps(programme, slots)
  return (
    <>
      {!canEdit && <Notice tone="note">{t('readOnly')}</Notice>}
      <Section title={t('programme.table')} detail={t('programme.tableDetail')}>
        <SlotTable board={board} screen={screen} canEdit={canEdit} />
      </Section>
      <Section title={t('programme.words')}>
        <ProgrammeFields board={board} screen={screen} canEdit={canEdit} />
      </Section>
      {isKept && (
        <ApprovalSection
          screen={screen}
          record={{ unit: programme.unit, of: programme.id, ofKind: 'audit-programme', sha256 }}
          gaps={gaps.map((gap) => t(`programme.gap.${gap}`))}
        />
      )}
    </>
  )
}
