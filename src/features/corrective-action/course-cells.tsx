// The way of a request at a glance: what is behind it, where it stands, what is still to come.
import type { Course } from '#domain/corrective-action/course.ts'
import { endedAsDouble, stateBeforeEnd } from '#domain/corrective-action/double.ts'
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

export const CourseCells = ({ course }: { readonly course: Pick<Course, 'state' | 'taken'> }) => {
  const { state } = course
  const { t, stateText, standText } = useCorrectiveWords()
  const isOver = state === 'carried-over'
  const last = endedAsDouble(course) ? way.indexOf(stateBeforeEnd(course)) : way.length - 1
  const at = isOver ? last : way.indexOf(state)
  const stages = way.map((one, index) => {
    const name = isOver && index === at ? standText(course) : stateText(one)
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
      <StageCells label={t('cell.label', { state: standText(course) })} stages={stages} showShort />
      <p>{t('cell.place', { at: at + 1, of: way.length, state: standText(course) })}</p>
    </Stack>
  )
}
