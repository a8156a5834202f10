// After a move to a corrected version: which answers of an open filling stand under other words than they were given to.
import { useEffect } from 'react'
import type { FillingView } from '#data/contract/form-filling-contract.ts'
import { placesToLookAt } from '#domain/questionnaire/revision/move-answers.ts'
import { loadCompiled } from '#features/compiled-forms.ts'
import type { FormSource } from '#features/form-source.ts'
import type { OpenFilling } from './open-filling.ts'

/** Rule RVS-10. Where the earlier version is not on this device nothing can be told of it. */
export function useLookAgain(
  opened: OpenFilling | undefined,
  view: FillingView | null | undefined,
  forms: FormSource,
): void {
  useEffect(() => {
    const moved = view?.moved
    if (opened === undefined || !view || moved === undefined) return
    let isGone = false
    const { board } = opened
    void loadCompiled(forms, moved.from).then((from) => {
      if (isGone || from === null) return
      board.lookAgainAt(placesToLookAt(view.answers, { from, to: board.compiled, at: moved.at }))
    })
    return () => {
      isGone = true
    }
  }, [opened, view, forms])
}
