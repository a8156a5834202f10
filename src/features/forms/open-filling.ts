// Opens a filling for the screens of this feature. The one that was open last stays open, so that going from question to
// question reads no form again; what a killed browser left half typed is put back and written.
import type { ScreenProps } from '#features/screen-props.ts'
import { createAutosave, type Autosave } from '#features/autosave.ts'
import { sessionOptions } from '#features/filling-session.ts'
import type { FillingPatch, FillingView } from '#data/contract/form-filling-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { FillingBoard } from './filling-board.ts'
import { typingDraft } from './paths.ts'

type Fields = { readonly [field: string]: string | readonly string[] }
/** What is to be written, by path. */
type Pending = { readonly [path: string]: Fields }

export interface OpenFilling {
  readonly board: FillingBoard
  readonly keeper: Autosave<Pending>
  readonly isPending: (ref: string) => boolean
}

type Stored = Pick<PersonStore, 'fillings' | 'drafts' | 'identity'>
export type FillingScreenParts = Pick<ScreenProps, 'clock'> & { readonly store: Stored }

const patchesOf = (pending: Pending): readonly FillingPatch[] =>
  Object.entries(pending).map(([path, fields]) => ({ path, ...fields }))

function merged(before: Pending, patches: readonly FillingPatch[]): Pending {
  const after: Record<string, Fields> = { ...before }
  for (const { path, ...fields } of patches) after[path] = { ...after[path], ...(fields as Fields) }
  return after
}

function create(screen: FillingScreenParts, compiled: CompiledForm, view: FillingView, language: string): OpenFilling {
  const { store } = screen
  const keeper = createAutosave<Pending>({
    initial: {},
    draftKey: typingDraft(view.id),
    drafts: store.drafts,
    save: (pending) => store.fillings.save(view.id, patchesOf(pending), board.progress()),
  })
  const write = (patches: readonly FillingPatch[], isTyped: boolean): void => {
    const { isUnsaved, value } = keeper.state()
    keeper.change(merged(isUnsaved ? value : {}, patches))
    if (!isTyped) void keeper.flush()
  }
  const board = new FillingBoard({ compiled, view, session: sessionOptions(screen, compiled, language), write })
  const isPending = (ref: string): boolean => {
    const { isUnsaved, value } = keeper.state()
    return isUnsaved && Object.hasOwn(value, ref)
  }
  return { board, keeper, isPending }
}

interface Opened extends OpenFilling {
  readonly store: Stored
  readonly compiled: CompiledForm
}

let last: Opened | undefined

/** The same as long as store, filling and form are the same. */
export function openFilling(
  screen: FillingScreenParts,
  compiled: CompiledForm,
  view: FillingView,
  language: string,
): OpenFilling {
  const { store } = screen
  if (last?.store === store && last.board.id === view.id && last.compiled === compiled) return last
  last = { ...create(screen, compiled, view, language), store, compiled }
  return last
}

const isFields = (value: JsonValue | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const restored = new WeakMap<FillingBoard, Promise<void>>()

/** Puts back, once, what was typed and not yet written when the browser went; whoever asks again waits for the same. */
export function restoreTyping({ board }: Pick<OpenFilling, 'board'>, store: Pick<Stored, 'drafts'>): Promise<void> {
  const restoring = restored.get(board) ?? putBack(board, store)
  restored.set(board, restoring)
  return restoring
}

async function putBack(board: FillingBoard, { drafts }: Pick<Stored, 'drafts'>): Promise<void> {
  const draft = await drafts.get(typingDraft(board.id))
  if (!isFields(draft)) return
  for (const [ref, fields] of Object.entries(draft as unknown as Pending)) {
    const { value, reason, note, seen } = fields
    if (Array.isArray(seen)) board.beginWith(ref, seen)
    if (typeof value === 'string') board.answer(ref, value, true)
    if (typeof reason === 'string') board.giveReason(ref, reason)
    if (typeof note === 'string') board.giveNote(ref, note)
  }
}
