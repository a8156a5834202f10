// A field that keeps itself (see `autosave.ts`). The component that uses it is keyed by its record: another record is
// another field. Hiding the page, closing it and leaving the screen all write what is still unsaved.
import { useEffect, useState } from 'react'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import { useSteadyPress } from '#ui/steady-press.ts'
import { type AutosaveParts, type AutosaveState, createAutosave } from './autosave.ts'
import { useHeardAtOnce } from './use-heard-at-once.ts'

export interface AutosaveOptions<V> {
  readonly drafts: DraftRepository
  /** Names the draft on disk, e.g. `note:ans.…`. */
  readonly draftKey: string
  /** The value as the store has it now. */
  readonly saved: V
  readonly save: AutosaveParts<V>['save']
}

export interface AutosavedField<V> extends AutosaveState<V> {
  readonly change: (value: V) => void
  /** For `onBlur`, for "Thử lại" and before leaving. True when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>
}

export function useAutosave<V extends JsonValue>({
  drafts,
  draftKey,
  saved,
  save,
}: AutosaveOptions<V>): AutosavedField<V> {
  useSteadyPress()
  const [autosave] = useState(() => createAutosave<V>({ initial: saved, draftKey, drafts, save }))
  useEffect(() => autosave.saveWith(save))
  const state = useHeardAtOnce(autosave.subscribe, autosave.state)
  useEffect(() => autosave.adopt(saved), [autosave, saved])
  useEffect(() => {
    void autosave.restore()
    const writeNow = () => void autosave.flush()
    const onVisibility = () => document.visibilityState === 'hidden' && writeNow()
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', writeNow)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', writeNow)
      writeNow()
    }
  }, [autosave])
  return { ...state, change: autosave.change, flush: autosave.flush }
}
