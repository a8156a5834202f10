// What came of a file, said completely: what is new, what was here before, what is carried on, and what was left aside
// with its reason. Nothing merged from a file counts as confirmed.
import type { TakenIn } from '#sync/hand-over/take-in-file.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

/** Lines of the report that have something to say, in the order of interest. */
const LINES = [
  'merged',
  'news',
  'photos',
  'receipts',
  'carried',
  'asksCarried',
  'receiptsCarried',
  'returnsCarried',
  'known',
  'carriedBefore',
  'receiptsOld',
  'newsOld',
] as const

export const TakenNotice = ({ taken }: { readonly taken: TakenIn }) => {
  const { t } = useText('hand-over')
  const formats = useFormats()
  const lines = LINES.filter((line) => taken[line] > 0)
  const isNothing = lines.length === 0 && taken.refused.size === 0 && taken.locked === 0
  return (
    <Stack gap={3}>
      {(lines.length > 0 || isNothing) && (
        <Notice tone={lines.length > 0 ? 'good' : 'note'} title={t('taken.title')} announce>
          {isNothing ? (
            t('taken.nothing')
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line}>{t(`taken.${line}`, { count: taken[line], authors: formats.list(taken.authors) })}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <Refused refused={taken.refused} />
    </Stack>
  )
}

const Refused = ({ refused }: Pick<TakenIn, 'refused'>) => {
  const { t } = useText('hand-over')
  const textOf = useProblemText()
  return [...refused].map(([code, count]) => (
    <Notice key={code} tone="warn" title={t('taken.refused', { count })} announce>
      {textOf({ code })}
    </Notice>
  ))
}
