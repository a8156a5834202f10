// One filling while it is open: the session that reckons, who listens to which place, and what is still to be written.
// A place is told when it changed and no other is, so that an answer repaints what depends on it and nothing else
// whatever the length of the form. Knows no React.
import type { FillingPatch, FillingView } from '#data/contract/form-filling-contract.ts'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import type { IndexedNode } from '#domain/questionnaire/form/form-index.ts'
import { countPhotos, definitionsOf } from '#domain/questionnaire/filling/filling-content.ts'
import { feedOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { firstAnswers, keepsItsResult } from '#domain/questionnaire/filling/first-answers.ts'
import { formKey } from '#domain/questionnaire/library/form-key.ts'
import { columnOfLanguage } from '#domain/questionnaire/library/form-language.ts'
import { type FillingProgress, pathOf } from '#domain/questionnaire/filling/progress.ts'
import { instanceMark, keyOf, repeatOf, sessionAnswers } from '#domain/questionnaire/filling/stored-answers.ts'
import { FormSession, type SessionOptions } from '#domain/questionnaire/session/form-session.ts'
import type { NodeState } from '#domain/questionnaire/session/node-state.ts'
import { type OutlineSection, outlineOf, type Place } from './filling-outline.ts'
import { Listeners } from './listeners.ts'
import { StoredSide } from './stored-side.ts'
import { Tally } from './tally.ts'

export interface BoardParts {
  readonly compiled: CompiledForm
  readonly view: FillingView
  readonly session: Omit<SessionOptions, 'stored'>
  /** Writes what changed: at once, or with the pause of typing. */
  readonly write: (patches: readonly FillingPatch[], isTyped: boolean) => void
}

/** Listened to by what shows figures, the order of the places, and what is to be looked at again. */
const [COUNTS, OUTLINE, LOOK] = ['#counts', '#outline', '#look'] as const

const mark = (path: string, value: string): FillingPatch => ({ path, value })

export class FillingBoard {
  readonly id: string
  readonly unitId: string
  /** Where its answers and photos stand. */
  readonly feed: string
  /** The visit it is filled in at. */
  readonly visit: string | null
  readonly compiled: CompiledForm
  readonly session: FormSession
  readonly definitions: ReadonlyMap<string, IndexedNode>
  readonly #listeners = new Listeners()
  readonly #stored: StoredSide
  readonly #parts: BoardParts
  #outline: readonly OutlineSection[]
  #tally: Tally
  #photos: readonly string[] = []
  #toLookAt: readonly string[] = []

  constructor(parts: BoardParts) {
    const { compiled, view } = parts
    this.#parts = parts
    this.id = view.id
    this.unitId = view.unitId
    this.feed = feedOfFilling(view.id)
    this.visit = view.visit
    this.compiled = compiled
    this.definitions = definitionsOf(compiled)
    this.session = new FormSession(compiled, { ...parts.session, stored: sessionAnswers(view.answers) })
    this.#stored = new StoredSide(view.answers)
    this.#photos = view.evidence
    countPhotos(this.session, this.id, this.definitions, view.evidence)
    this.#outline = outlineOf(compiled, this.session)
    this.#tally = new Tally(this.session, this.definitions, this.#outline)
  }

  // What is shown.

  listen = (ref: string, listener: () => void): (() => void) => this.#listeners.add(ref, listener)
  listenCounts = (listener: () => void): (() => void) => this.#listeners.add(COUNTS, listener)
  listenOutline = (listener: () => void): (() => void) => this.#listeners.add(OUTLINE, listener)
  outline = (): readonly OutlineSection[] => this.#outline
  tally = (): Tally => this.#tally
  state = (ref: string): NodeState | undefined => this.session.state(ref)
  hasConflict = (ref: string): boolean => this.#stored.hasConflict(ref)
  note = (ref: string): string => this.#stored.noteOf(ref)
  listenLook = (listener: () => void): (() => void) => this.#listeners.add(LOOK, listener)
  toLookAt = (): readonly string[] => this.#toLookAt
  isToLookAt = (ref: string): boolean => this.#toLookAt.includes(ref)

  /** The name under which the form has its words in that language. */
  column = (language: string): string => columnOfLanguage(this.compiled.form, language)

  progress(): FillingProgress {
    const { answered, total } = this.#tally.whole
    return { answered, total }
  }

  /** Every question a person meets, and every repeat, in the order of the form. */
  stops(): readonly Place[] {
    const isStop = ({ kind, ref }: Place) =>
      (kind === 'question' || kind === 'repeat-end') && this.state(ref)?.relevant === true
    return this.#outline.flatMap(({ places }) => places.filter(isStop))
  }

  /** The next question after this one that stands so, from the beginning again after the last. */
  nextOf(standing: 'open' | 'wrong', after: string | null): Place | undefined {
    const stops = this.stops()
    const from = stops.findIndex(({ ref }) => ref === after) + 1
    return [...stops.slice(from), ...stops.slice(0, from)].find(({ ref }) => this.#tally.standing(ref) === standing)
  }

  // What a person does.

  answer(ref: string, value: string, isTyped: boolean): void {
    this.#settle(ref, this.session.answer(ref, value), [{ path: ref, value }], isTyped)
  }

  /** What was answered before a move holds under the new words too: the answer stays as it was given. Rule RVS-10. */
  confirm(ref: string): void {
    this.#parts.write([{ path: ref, confirmed: formKey(this.compiled.form) }], false)
  }

  giveReason(ref: string, reason: string): void {
    this.#settle(ref, this.session.giveReason(ref, reason), [{ path: ref, reason }], true)
  }

  giveNote(ref: string, note: string): void {
    this.#settle(ref, [ref], [{ path: ref, note }], true)
  }

  addInstance(repeat: string, key: string, at: number): void {
    const before = this.state(repeat)?.instances ?? []
    const changed = this.session.addInstance(repeat, key)
    const instance = `${repeat}[${key}]`
    const marks = before.filter((one) => !this.#stored.knows(one)).map((path, index) => mark(path, instanceMark(index)))
    const filled = firstAnswers(this.session, this.definitions, instance)
    this.#settle(repeat, changed, [...marks, mark(instance, instanceMark(at)), ...filled], false)
  }

  /** Gives what brings it back: instances are taken out without a question, so that it can be undone. */
  removeInstance(instance: string): () => void {
    const repeat = repeatOf(instance)
    const kept = this.session.refs().flatMap((ref) => {
      const state = ref.startsWith(`${instance}/`) ? this.state(ref) : undefined
      return state === undefined || state.written === '' ? [] : [{ ref, value: state.written, reason: state.reason }]
    })
    const rank = this.#stored.valueOf(instance) || instanceMark(0)
    this.#settle(repeat, this.session.removeInstance(instance), [mark(instance, '')], false)
    return () => {
      const changed = [...this.#bringIn(repeat, keyOf(instance))]
      for (const { ref, value, reason } of kept) {
        if (this.#stored.knows(ref)) continue
        changed.push(...this.session.answer(ref, value), ...this.session.giveReason(ref, reason))
      }
      this.#settle(repeat, changed, [mark(instance, rank)], false)
    }
  }

  setLanguage(language: string): void {
    this.#tell(this.session.setLanguage(language))
  }

  /** Before a killed browser's typing is put back: what stood there when it began. Rule FIL-17. */
  beginWith(ref: string, seen: readonly string[]): void {
    this.#stored.beginWith(ref, seen)
  }

  // What comes from the store.

  /** Takes in what the store has now, unless it is this device's own writing or something is being typed there. */
  adopt({ answers, evidence }: Pick<FillingView, 'answers' | 'evidence'>, isPending: (ref: string) => boolean): void {
    const { values, reasons, repeats, told } = this.#stored.adopt(answers, isPending)
    const changed = new Set(told)
    const note = (refs: readonly string[]) => refs.forEach((ref) => changed.add(ref))
    for (const [repeat, keys] of repeats) note(this.#matchInstances(repeat, keys))
    for (const [ref, value] of values) note(this.session.answer(ref, value))
    for (const [ref, reason] of reasons) note(this.session.giveReason(ref, reason))
    if (repeats.size > 0 || evidence.join('\n') !== this.#photos.join('\n')) {
      this.#photos = evidence
      note(countPhotos(this.session, this.id, this.definitions, evidence))
    }
    if (changed.size > 0) this.#tell([...changed])
  }

  /** Places answered before a move to other words. */
  lookAgainAt(refs: readonly string[]): void {
    const before = this.#toLookAt
    if (refs.join('\n') === before.join('\n')) return
    this.#toLookAt = refs
    this.#listeners.tell([LOOK, ...refs, ...before])
  }

  #matchInstances(repeat: string, keys: readonly string[]): readonly string[] {
    const here = (this.state(repeat)?.instances ?? []).map(keyOf)
    const gone = here.filter((key) => !keys.includes(key))
    const come = keys.filter((key) => !here.includes(key))
    return [
      ...gone.flatMap((key) => this.session.removeInstance(`${repeat}[${key}]`)),
      ...come.flatMap((key) => this.#bringIn(repeat, key)),
    ]
  }

  /** An entry comes with what is known to stand in it: first the entries inside, then the answers. Rule FIL-28. */
  #bringIn(repeat: string, key: string): readonly string[] {
    const added = this.session.addInstance(repeat, key)
    const { entries, answers } = this.#stored.inside(`${repeat}[${key}]`)
    return [
      ...added,
      ...entries.flatMap(([inner, keys]) => this.#matchInstances(inner, keys)),
      ...answers.flatMap(({ path, value, reason }) => [
        ...this.session.answer(path, value),
        ...this.session.giveReason(path, reason),
      ]),
    ]
  }

  #settle(ref: string, changed: readonly string[], own: readonly FillingPatch[], isTyped: boolean): void {
    const patches = own.map((patch): FillingPatch => {
      const seen = this.#stored.seenAt(patch.path)
      return seen === undefined ? patch : { ...patch, seen }
    })
    const kept = changed.flatMap((one): readonly FillingPatch[] => {
      const node = one === ref ? undefined : this.definitions.get(pathOf(one))?.node
      return node !== undefined && isQuestion(node) && keepsItsResult(node)
        ? [{ path: one, value: this.state(one)?.written ?? '' }]
        : []
    })
    const all = [...patches, ...kept]
    this.#stored.noteOwn(all)
    this.#tell([ref, ...changed])
    this.#parts.write(all, isTyped)
  }

  #tell(changed: readonly string[]): void {
    if (changed.some((ref) => this.definitions.get(pathOf(ref))?.node.kind === 'repeat')) {
      this.#outline = outlineOf(this.compiled, this.session)
      this.#tally = new Tally(this.session, this.definitions, this.#outline)
      this.#listeners.tell([OUTLINE, COUNTS])
    } else if (this.#tally.take(changed)) this.#listeners.tell([COUNTS])
    this.#listeners.tell(changed)
  }
}
