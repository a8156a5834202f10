// What the shapes and the short codes stand for, below a drawing: nobody has to know G5 by heart.
import { cellOfStatus, useCockpitWords } from '#features/cockpit-words.ts'
import type { StageStatus } from '#domain/pilot/stage-event.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { StageLegend } from '#ui/stage-cells.tsx'
import type { ChosenView } from './cockpit-query.ts'

const statuses: readonly StageStatus[] = ['confirmed', 'declared', 'in-progress', 'late', 'not-reached']

export const StageKey = ({ view, note }: { readonly view: ChosenView; readonly note?: string }) => {
  const { t, nameOf } = useCockpitWords(view.template)
  return (
    <Stack gap={3}>
      <StageLegend items={statuses.map((status) => ({ state: cellOfStatus[status], label: t(`stage.${status}`) }))} />
      {note !== undefined && <p>{note}</p>}
      <Disclosure summary={t('stageNames')}>
        <DefinitionList items={view.template.map(({ code }) => ({ term: code, value: nameOf(code) }))} />
      </Disclosure>
    </Stack>
  )
}
