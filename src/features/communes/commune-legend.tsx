// What the shapes and the short codes stand for, by name: nobody has to know G5 by heart.
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { StageStatus } from '#domain/pilot/stage-event.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Stack } from '#ui/layout.tsx'
import { StageLegend } from '#ui/stage-cells.tsx'
import { cellByStatus, useCommuneWords } from './commune-words.ts'

const statuses: readonly StageStatus[] = ['confirmed', 'declared', 'in-progress', 'late', 'not-reached']

export const CommuneLegend = () => {
  const { t, textOf } = useCommuneWords()
  return (
    <Stack gap={3}>
      <StageLegend
        items={statuses.map((status) => ({ state: cellByStatus[status], label: t(`stageStatus.${status}`) }))}
      />
      <Disclosure summary={t('legend.title')}>
        <DefinitionList items={pilotStages.map(({ code, name }) => ({ term: code, value: textOf(name) }))} />
      </Disclosure>
    </Stack>
  )
}
