// Keeps what is being typed (decision D15): the draft goes to disk at most every 250 ms, and an ordinary write follows
// on a pause of 1.5 s, when the field is left, or when the page is hidden. Nothing typed is dropped by a failed write:
// it stays in the field and, where the disk allows, in the draft. Knows no React, so that its timing can be tested.
import type { DraftRepository } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export const DRAFT_EVERY_MS = 250
/** However slow the disk is: the rest of the time belongs to whoever types. */
const DRAFT_NEVER_WITHIN_MS = 100
export const WRITE_AFTER_MS = 1500

export interface AutosaveState<V> {
  readonly value: V
  /** True while the screen holds something that no receipt covers. */
  readonly isUnsaved: boolean
  /** Moment of the receipt that covers the value; null before the first one. */
  readonly savedAt: number | null
  readonly problem: Problem | null
}

export interface AutosaveParts<V> {
  readonly initial: V
  readonly draftKey: string
  readonly drafts: DraftRepository
  /** `before` is what stood there when the person began to type. */
  readonly save: (value: V, before: V) => Promise<Result<{ readonly savedAt: number }, Problem>>
}

export interface Autosave<V> {
  readonly state: () => AutosaveState<V>
  readonly subscribe: (listener: () => void) => () => void
  /** Brings back what a killed browser left, and writes it like something just typed. */
  readonly restore: () => Promise<void>
  readonly change: (value: V) => void
  /** Writes now. True when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>
  /** The record changed elsewhere: shown unless something is being typed. */
  readonly adopt: (value: V) => void
  /** Replaces how the next write is done, as a screen draws itself again. */
  readonly saveWith: (save: AutosaveParts<V>['save']) => void
}

export function createAutosave<V extends JsonValue>({
  initial,
  draftKey,
  drafts,
  save,
}: AutosaveParts<V>): Autosave<V> {
  let currentSave = save
  const listeners = new Set<() => void>()
  /** Own writes whose echo from the live query is still to come; a late one must not undo newer typing. */
  const echoes = new Set<string>()
  let before: V = initial
  let state: AutosaveState<V> = { value: initial, isUnsaved: false, savedAt: null, problem: null }
  let draftTimer: ReturnType<typeof setTimeout> | undefined
  let writeTimer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let putTook = 0

  const set = (patch: Partial<AutosaveState<V>>): void => {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }

  const putDraft = async (): Promise<void> => {
    draftTimer = undefined
    const since = performance.now()
    const put = await drafts.put(draftKey, state.value)
    putTook = performance.now() - since
    if (!put.ok) set({ problem: put.error })
  }

  /** So that what was typed is on the disk, not only on its way there, within the time: a slow tablet begins earlier. */
  const draftSoon = (): number => Math.max(DRAFT_NEVER_WITHIN_MS, DRAFT_EVERY_MS - putTook)

  const change = (value: V): void => {
    if (!state.isUnsaved) before = state.value
    set({ value, isUnsaved: true })
    draftTimer ??= setTimeout(() => state.isUnsaved && void putDraft(), draftSoon())
    clearTimeout(writeTimer)
    writeTimer = setTimeout(() => void flush(), WRITE_AFTER_MS)
  }

  const write = async (): Promise<void> => {
    const { value } = state
    echoes.add(textOf(value))
    const saved = await currentSave(value, before)
    if (!saved.ok) {
      echoes.delete(textOf(value))
      set({ problem: saved.error })
      return
    }
    const isUnsaved = textOf(state.value) !== textOf(value)
    set({ savedAt: saved.value.savedAt, problem: null, isUnsaved })
    if (!isUnsaved) await drafts.remove(draftKey)
  }

  const flush = async (): Promise<boolean> => {
    clearTimeout(writeTimer)
    clearTimeout(draftTimer)
    draftTimer = undefined
    if (running !== undefined) await running
    if (!state.isUnsaved) return true
    // The page may be going away: the draft is asked for first, because it is the smaller write.
    void putDraft()
    running ??= write().finally(() => {
      running = undefined
    })
    await running
    return !state.isUnsaved
  }

  const adopt = (value: V): void => {
    const text = textOf(value)
    if (text === textOf(state.value)) echoes.clear()
    else if (!state.isUnsaved && !echoes.has(text)) set({ value, savedAt: null })
  }

  const restore = async (): Promise<void> => {
    const draft = await drafts.get(draftKey)
    if (draft === undefined || state.isUnsaved) return
    if (textOf(draft) === textOf(state.value)) await drafts.remove(draftKey)
    else change(draft as V)
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restore,
    change,
    flush,
    adopt,
    saveWith: (next) => {
      currentSave = next
    },
  }
}

const textOf = (value: JsonValue): string => JSON.stringify(value)
