// The stages of a commune, each leading to what proves it.
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { StageOverview } from '#features/stage-overview.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useCommuneWords } from './commune-words.ts'
import { stagePath } from './paths.ts'

type ProgressTabProps = { readonly unit: string; readonly pilot: PilotView | null }

export const ProgressTab = ({ unit, pilot }: ProgressTabProps) => {
  const { t } = useCommuneWords()
  if (pilot === null) return <EmptyState icon="chart" title={t('now.noPlanTitle')} text={t('now.noPlan')} />
  return <StageOverview view={pilot} hrefOf={(stage) => stagePath(unit, stage)} />
}
