// The other requests of the commune, as far as this one is about them: those in which it may end, those that ended in it,
// and the one in which it ended.
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import { doublesFor, endedAsDouble } from '#domain/corrective-action/double.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'

export interface Doubles {
  readonly choices: readonly CorrectiveView[]
  readonly joined: readonly CorrectiveView[]
  readonly next: CorrectiveView | null
}

/** Undefined while they are on their way. */
export function useDoubles(view: CorrectiveView, { store }: Pick<ScreenProps, 'store'>): Doubles | undefined {
  const all = useLive(() => store.corrective.list([view.unit]), [store, view.unit])
  return (
    all && {
      choices: doublesFor(view, all),
      joined: all.filter(({ course }) => endedAsDouble(course)?.next === view.id),
      next: all.find(({ id }) => id === view.course.next) ?? null,
    }
  )
}
