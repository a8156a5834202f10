// The way of a request at a glance: what is behind it, where it stands, what is still to come.
import type { Course } from '#domain/corrective-action/course.ts'
import type { CorrectiveActionState } from '#domain/corrective-action/state.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { Stack } from '#ui/layout.tsx'
import { StageCells } from '#ui/stage-cells.tsx'

const way: readonly CorrectiveActionState[] = [
  'proposed',
  'analysing',
  'awaiting-approval',
  'in-progress',
  'verifying',
  'closed',
]

export const CourseCells = ({ course: { state } }: { readonly course: Pick<Course, 'state'> }) => {
  const { t, stateText } = useCorrectiveWords()
  const isOver = state === 'carried-over'
  const at = isOver ? way.length - 1 : way.indexOf(state)
  const stages = way.map((one, index) => {
    const name = stateText(isOver && index === at ? 'carried-over' : one)
    const isDone = index < at || one === state
    const place = index < at || state === 'closed' ? 'done' : index === at ? 'now' : 'empty'
    return {
      key: one,
      short: String(index + 1),
      state: place as 'done' | 'now' | 'empty',
      label: t(isDone ? (index === at ? 'cell.now' : 'cell.done') : 'cell.ahead', { state: name }),
    }
  })
  return (
    <Stack gap={2}>
      <StageCells label={t('cell.label', { state: stateText(state) })} stages={stages} showShort />
      <p>{t('cell.place', { at: at + 1, of: way.length, state: stateText(state) })}</p>
    </Stack>
  )
}
