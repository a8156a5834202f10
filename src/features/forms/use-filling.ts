// A filling on the screen: its form, the open board, and whether it may still be changed.
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { FillingView } from '#data/contract/form-filling-contract.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import { placedAnswers, type StrayAnswer } from '#domain/questionnaire/filling/placed-answers.ts'
import { feedOfFilling, formOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { knownForm, loadCompiled } from '#features/compiled-forms.ts'
import type { FormSource } from '#features/form-source.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useHeardAtOnce } from '#features/use-heard-at-once.ts'
import { useLive } from '#features/use-live.ts'
import { useSteadyPress } from '#ui/steady-press.ts'
import { useText } from '#ui/text/text-context.tsx'
import type { FillingBoard } from './filling-board.ts'
import { useLookAgain } from './use-look-again.ts'
import { openFilling, type OpenFilling, restoreTyping } from './open-filling.ts'

/** Undefined while it is on its way, null where this device has no such form. */
export function useCompiled(forms: FormSource, key: string): CompiledForm | null | undefined {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly compiled: CompiledForm | null }>()
  useEffect(() => {
    let isGone = false
    void loadCompiled(forms, key).then((compiled) => isGone || setLoaded({ key, compiled }))
    return () => {
      isGone = true
    }
  }, [forms, key])
  if (loaded?.key === key) return loaded.compiled
  return knownForm(key)
}

export type FillingState =
  | { readonly is: 'loading' | 'no-draft' | 'no-form' }
  | { readonly is: 'submitted'; readonly view: FillingView; readonly compiled: CompiledForm | null | undefined }
  | ({
      readonly is: 'open'
      readonly view: FillingView
      /** Answers that have no place in the version the draft has now. */
      readonly stray: readonly StrayAnswer[]
      readonly canEdit: boolean
    } & OpenFilling)

export function useFilling({ store, clock, person }: ScreenProps, id: string): FillingState {
  useSteadyPress()
  const { language } = useText('filling')
  const stored = useLive(() => store.fillings.get(id), [store, id])
  // A draft that was moved names a later version than its id.
  const compiled = useCompiled(store.forms, stored?.form ?? formOfFilling(id))
  const placed = useMemo(() => stored && compiled && placedAnswers(stored.answers, compiled), [stored, compiled])
  const view = useMemo(() => (stored && placed ? { ...stored, answers: placed.answers } : stored), [stored, placed])
  const isReady = compiled && view && view.submittedAt === null
  const opened = isReady ? openFilling({ store, clock }, compiled, view, language) : undefined
  const canEdit = view ? person.may('filling-answer', feedOfFilling(id)) : false
  useKept(opened, view, store, canEdit)
  useLookAgain(opened, view, store.forms)
  useEffect(() => {
    if (opened) opened.board.setLanguage(columnOfLanguage(opened.board.compiled.form, language))
  }, [opened, language])
  if (view === null) return { is: 'no-draft' }
  if (view === undefined) return { is: 'loading' }
  if (view.submittedAt !== null) return { is: 'submitted', view, compiled }
  if (compiled === null) return { is: 'no-form' }
  if (opened === undefined) return { is: 'loading' }
  return { is: 'open', view, stray: placed?.stray ?? [], canEdit, ...opened }
}

/** Takes in what others answered, puts back what was half typed, and writes everything before the page may go. */
function useKept(
  opened: OpenFilling | undefined,
  view: FillingView | null | undefined,
  store: ScreenProps['store'],
  canEdit: boolean,
): void {
  useEffect(() => {
    if (opened && view) opened.board.adopt(view, opened.isPending)
  }, [opened, view])
  useEffect(() => {
    if (opened === undefined || !canEdit) return
    void restoreTyping(opened, store)
    const writeNow = () => void opened.keeper.flush()
    const onVisibility = () => document.visibilityState === 'hidden' && writeNow()
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', writeNow)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', writeNow)
      writeNow()
    }
  }, [opened, store, canEdit])
}

/** What a place shows; draws again when that place changed and at no other time. */
export function usePlace(board: FillingBoard, ref: string) {
  const listen = useCallback((listener: () => void) => board.listen(ref, listener), [board, ref])
  return useHeardAtOnce(listen, () => board.state(ref))
}

/** What stands beside the answer of a place. */
export function useBeside(board: FillingBoard, ref: string) {
  const listen = useCallback((listener: () => void) => board.listen(ref, listener), [board, ref])
  const hasConflict = useSyncExternalStore(listen, () => board.hasConflict(ref))
  const note = useHeardAtOnce(listen, () => board.note(ref))
  const isToLookAt = useSyncExternalStore(listen, () => board.isToLookAt(ref))
  return { hasConflict, note, isToLookAt }
}

export const useOutline = (board: FillingBoard) => useSyncExternalStore(board.listenOutline, board.outline)

export const useToLookAt = (board: FillingBoard) => useSyncExternalStore(board.listenLook, board.toLookAt)

export const useWhole = (board: FillingBoard) => useSyncExternalStore(board.listenCounts, () => board.tally().whole)

export const useSectionCount = (board: FillingBoard, at: number) =>
  useSyncExternalStore(board.listenCounts, () => board.tally().section(at))

export const useKeeper = ({ keeper }: Pick<OpenFilling, 'keeper'>) =>
  useSyncExternalStore(keeper.subscribe, keeper.state)
