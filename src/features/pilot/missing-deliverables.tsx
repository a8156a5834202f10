// Names what a refused declaration still lacks, each line leading to where it is given; the problem itself only carries
// the ids (PIL-12, PIL-13).
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { NO_OPEN_MAJOR } from '#domain/pilot/declarable.ts'
import type { Stage } from '#domain/pilot/stage-template.ts'
import { useStageWords } from '#features/stage-overview.tsx'
import { useProblemText } from '#features/use-problem-text.ts'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { useText } from '#ui/text/text-context.tsx'

type MissingDeliverablesProps = { readonly problem: Problem; readonly stage: Stage }

export const MissingDeliverables = ({ problem, stage }: MissingDeliverablesProps) => {
  const { t } = useText('pilot')
  const { textOf } = useStageWords()
  const problemText = useProblemText()
  const ids = String(problem.params?.ids ?? '').split(',')
  const missing = stage.deliverables.filter(({ id }) => ids.includes(id))
  const items = missing.map(({ id, name }) => ({ fieldName: id, text: textOf(name) }))
  const gate = ids.includes(NO_OPEN_MAJOR) ? [{ text: t('declare.openMajor') }] : []
  return <ErrorSummary title={problemText(problem)} items={[...items, ...gate]} />
}
