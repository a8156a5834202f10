// The end of a trial, where a filling would be handed in: whether it could be, and what the calculations came to that
// nobody sees while filling in. Nothing is handed in. Rule FIL-10.
import { type IndexedNode } from '#domain/questionnaire/form/form-index.ts'
import { isQuestion, isShown } from '#domain/questionnaire/form/form.ts'
import { pathOf } from '#domain/questionnaire/filling/progress.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { FillingBoard } from './filling-board.ts'
import { useWhole } from './use-filling.ts'

const isQuietResult = (indexed: IndexedNode | undefined): boolean =>
  indexed !== undefined && isQuestion(indexed.node) && indexed.node.calculation !== undefined && !isShown(indexed.node)

export const TrialEnd = ({ board }: { readonly board: FillingBoard }) => {
  const { t } = useText('form-trial')
  useWhole(board)
  const results = board.session.refs().filter((ref) => isQuietResult(board.definitions.get(pathOf(ref))))
  return (
    <Stack gap={5}>
      {board.session.problems().length === 0 && <Notice tone="good" title={t('complete')} />}
      {results.length > 0 && (
        <Section title={t('results')} detail={t('resultsText')}>
          <Rows label={t('results')}>
            {results.map((ref) => (
              <Row key={ref} title={ref.slice(1)} detail={board.state(ref)?.value || t('empty')} />
            ))}
          </Rows>
        </Section>
      )}
    </Stack>
  )
}
